/** The star lattice of the band, large and faint: the one ornament of a public page. Inline, so that it costs no request. */
export function Lattice() {
  return (
    <svg className="lattice" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="khatam" width="72" height="72" patternUnits="userSpaceOnUse">
          <path
            d="M36 12l7 7h10v10l7 7-7 7v10H43l-7 7-7-7H19V43l-7-7 7-7V19h10zM36 0v12M36 60v12M0 36h12M60 36h12M0 0l19 19M53 53l19 19M72 0L53 19M19 53L0 72M36 26l10 10-10 10-10-10z"
            fill="none"
            stroke="currentColor"
          />
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#khatam)" />
    </svg>
  )
}

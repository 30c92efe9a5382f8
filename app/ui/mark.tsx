/** The eight-pointed star of the band: stands where an office has no emblem of its own. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect className="mark-ground" width="32" height="32" rx="7" />
      <rect className="mark-star" x="9.2" y="9.2" width="13.6" height="13.6" />
      <rect className="mark-star" x="9.2" y="9.2" width="13.6" height="13.6" transform="rotate(45 16 16)" />
      <circle className="mark-heart" cx="16" cy="16" r="2.6" />
    </svg>
  )
}

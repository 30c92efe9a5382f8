import { useText } from '#app/i18n/use-text.ts'

export const previewWidths = ['phone', 'desktop'] as const
export type PreviewWidth = (typeof previewWidths)[number]

/** The page at `address` as a phone or a desktop shows it, as small as there is room for. */
export function PreviewFrame({ address, width }: { address: string; width: PreviewWidth }) {
  const t = useText()
  return (
    <div className={`preview-screen ${width}`}>
      <iframe
        title={t(`exhibit:preview.${width}`)}
        sandbox="allow-same-origin allow-downloads"
        loading="lazy"
        src={address}
      />
    </div>
  )
}

/** Both, side by side where there is room. */
export function PreviewFrames({ address }: { address: string }) {
  const t = useText()
  return (
    <div className="preview-frames">
      {previewWidths.map((width) => (
        <section key={width} className="tight" aria-labelledby={`preview-${width}`}>
          <h2 id={`preview-${width}`}>{t(`exhibit:preview.${width}`)}</h2>
          <PreviewFrame address={address} width={width} />
        </section>
      ))}
    </div>
  )
}

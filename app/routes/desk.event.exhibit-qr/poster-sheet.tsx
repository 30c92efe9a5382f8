import type { Poster, readPosterFrame } from '#app/exhibition/posters.server.ts'
import { qrOutline } from '#app/exhibition/qr.ts'
import { direction, type Language, type Localized, localizeWithLanguage } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import type { Paper } from './paper.ts'

type Frame = Awaited<ReturnType<typeof readPosterFrame>>

/** One sheet to hang on a booth: where one stands, what it is in every language of the event, and the code to scan. */
export function PosterSheet({
  poster,
  frame,
  appUrl,
  paper,
}: {
  poster: Poster
  frame: Frame
  appUrl: string
  paper: Paper
}) {
  const language = useLanguage()
  const address = `${appUrl}/q/${poster.qrCode}`
  return (
    <article className={`poster ${paper}`}>
      <div className="band" />
      <header className="poster-head">
        <p>
          <LocalizedText text={frame.host} language={language} />
        </p>
        <p>
          <LocalizedText text={frame.name} language={language} />
        </p>
      </header>
      {poster.booth && (
        <p className="poster-booth">
          <bdi>{poster.booth}</bdi>
        </p>
      )}
      <h2 className="poster-titles">
        {wordings(poster.title, frame.languages).map(({ text, language }) => (
          <span key={language} lang={language} dir={direction(language)}>
            {text}
          </span>
        ))}
      </h2>
      <Code address={address} />
      <ul className="plain-list poster-scan">
        {frame.languages.map((one) => (
          <li key={one} lang={one} dir={direction(one)}>
            {translator(one)('visitor:poster.scan')}
          </li>
        ))}
      </ul>
      <p className="poster-address">
        <bdi dir="ltr">{address.replace(/^https?:\/\//, '')}</bdi>
      </p>
    </article>
  )
}

function Code({ address }: { address: string }) {
  const { size, path } = qrOutline(address)
  return (
    <svg className="poster-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={address}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}

/** The title in each of the event's languages that has one, or in the one that there is. */
function wordings(title: Localized, languages: readonly Language[]) {
  const found = languages.flatMap((language) => {
    const text = title[language]?.trim()
    return text ? [{ text, language }] : []
  })
  return found.length ? found : [localizeWithLanguage(title, languages[0] ?? 'en')]
}

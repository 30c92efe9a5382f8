import { Fragment, type ReactNode } from 'react'
import type { ExhibitCard as Card } from '#app/exhibition/cards.server.ts'
import { governorateName, governorates } from '#app/exhibition/governorates.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Picture } from '#app/ui/picture.tsx'

/** One exhibit among others: its booth as it is painted there, what it is called, by whom, and where they work. */
export function ExhibitCard({
  card,
  home,
  children,
}: {
  card: Card
  home: string
  /** What may be done with it. */
  children?: ReactNode
}) {
  const language = useLanguage()
  return (
    <article className="card booth">
      <Plate card={card} />
      <div className="booth-text">
        <Themes card={card} />
        <h3>
          <a href={`${home}/${card.slug}`}>
            <LocalizedText text={card.title} language={language} />
          </a>
        </h3>
        <p className="muted">
          <LocalizedText text={card.summary} language={language} />
        </p>
        <p className="small muted booth-foot">
          <LocalizedText text={card.organisationName} language={language} />
          {card.governorates.length > 0 && (
            <span className="block">
              <Places pcodes={card.governorates} />
            </span>
          )}
        </p>
        {children}
      </div>
    </article>
  )
}

function Plate({ card }: { card: Card }) {
  const language = useLanguage()
  const t = useText()
  return (
    <div className={card.picture ? 'plate' : 'plate bare'}>
      {card.picture && (
        <Picture
          picture={card.picture}
          language={language}
          sizes="(min-width: 44rem) 22rem, 6rem"
          isDecoration
        />
      )}
      {card.booth && (
        <p className="no">
          <span className="visually-hidden">{t('visitor:exhibit.booth')} </span>
          <bdi>{card.booth}</bdi>
        </p>
      )}
    </div>
  )
}

function Themes({ card }: { card: Card }) {
  const t = useText()
  if (card.sectors.length === 0) return null
  return (
    <p className="row tags">
      {card.sectors.slice(0, 2).map((sector) => (
        <span key={sector} className="tag">
          {t(`visitor:sector.${sector}`)}
        </span>
      ))}
    </p>
  )
}

/** The governorates by name; where there are many, some of them and how many more. */
export function Places({ pcodes, most = 3 }: { pcodes: string[]; most?: number }) {
  const t = useText()
  const language = useLanguage()
  if (pcodes.length >= governorates.length) return <>{t('visitor:card.allGovernorates')}</>
  // One more name is shorter than saying that there is one more.
  const shown = pcodes.length <= most + 1 ? pcodes : pcodes.slice(0, most)
  const rest = pcodes.length - shown.length
  return (
    <>
      {shown.map((pcode, at) => (
        <Fragment key={pcode}>
          {at > 0 && ' · '}
          {governorateName(pcode, language)}
        </Fragment>
      ))}
      {rest > 0 && ` ${t('visitor:card.more', { count: rest, number: formatNumber(rest, language) })}`}
    </>
  )
}

import { Link } from '@remix-run/react'
import { formatInstant, formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { useText } from '../i18n/use-text.ts'

type Earlier = {
  id: string
  fileName: string
  state: 'open' | 'done' | 'discarded'
  createdAt: Date
  /** Who sent it. */
  by: string | null
  counts: Record<string, number> | null
}

type Given = {
  of: readonly Earlier[]
  zone: string
  /** Where each is: `{to}/{id}`. */
  to: string
  /** Said when there is none. */
  none: string
  /** Which counts of a report are told, each with its word. */
  counted: Record<string, string>
}

const tags = { open: 'tag wait', done: 'tag yes', discarded: 'tag quiet' }

/** What was sent before, with what became of it. */
export function EarlierUploads({ of, zone, to, none, counted }: Given) {
  const t = useText()
  const language = useLanguage()
  return (
    <section className="card stack" aria-labelledby="earlier">
      <h2 id="earlier">{t('uploads:earlier')}</h2>
      {of.length === 0 && <p className="muted">{none}</p>}
      <ul className="plain-list rows">
        {of.map(({ id, fileName, state, createdAt, by, counts }) => (
          <li key={id}>
            <div className="row between">
              <Link to={`${to}/${id}`}>
                <bdi className="wraps">{fileName}</bdi>
              </Link>
              <span className={tags[state]}>{t(`uploads:state.${state}`)}</span>
            </div>
            <small className="muted block">
              <bdi>{formatInstant(createdAt, 'dayAndTime', language, zone)}</bdi>
              {by && ' · '}
              {by && <bdi>{by}</bdi>}
              {counts &&
                Object.entries(counted).map(([name, word]) => (
                  <span key={name}>
                    {' · '}
                    {formatNumber(counts[name] ?? 0, language)} {word}
                  </span>
                ))}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

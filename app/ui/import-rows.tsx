import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useText } from '../i18n/use-text.ts'
import { Pager } from './pager.tsx'

const shows = ['all', 'remarked', 'leave'] as const
const outcomeTags = { new: 'tag yes', update: 'tag', same: 'tag quiet', leave: 'tag wait' }

/** A row of a file: where it stands there, what becomes of it, and what is remarked upon it. */
export type ImportRow = {
  key: string
  /** Before the place, for who does not see it: “Row”, “Cell”. */
  placeIs: string
  place: string
  name: string
  outcome: keyof typeof outcomeTags
  remarks: readonly { code: string; text: string }[]
}

type Shown = { show: (typeof shows)[number]; page: number; pages: number }

/** The rows of a file that waits to be taken, by pages; `children` are the rows, `confirm` what the button says. */
export function ImportRows(given: Shown & { hasRows: boolean; confirm: string | null; children: ReactNode }) {
  const { show: shown, page: at, pages, hasRows, confirm, children } = given
  const t = useText()
  return (
    <section className="stack" aria-labelledby="rows">
      <div className="row between">
        <h2 id="rows">{t('imports:rows')}</h2>
        <nav className="filters" aria-label={t('directory:filter.label')}>
          {shows.map((show) => (
            <Link key={show} to={`?show=${show}`} aria-current={show === shown ? 'true' : undefined}>
              {t(`imports:show.${show}`)}
            </Link>
          ))}
        </nav>
      </div>
      {hasRows ? <div className="card">{children}</div> : <p className="card empty">{t('imports:noRows')}</p>}
      <Pager
        label={t('imports:rows')}
        page={at}
        pages={pages}
        to={(page) => `?${new URLSearchParams({ show: shown, page: String(page) })}`}
      />
      {confirm && (
        <Form method="post">
          <button type="submit" className="button" name="intent" value="confirm">
            {confirm}
          </button>
        </Form>
      )}
    </section>
  )
}

/** Rows of a file with what becomes of each and why. */
export function ImportRowList({ rows }: { rows: readonly ImportRow[] }) {
  const t = useText()
  return (
    <ul className="plain-list import-rows">
      {rows.map(({ key, placeIs, place, name, outcome, remarks }) => (
        <li key={key}>
          <span className="line-number muted">
            <span className="visually-hidden">{placeIs} </span>
            {place}
          </span>
          <div className="tight stack">
            <p>
              <bdi className="wraps">{name || '–'}</bdi>
            </p>
            {remarks.length > 0 && (
              <ul className="plain-list small remarks">
                {remarks.map(({ code, text }) => (
                  <li key={code}>{text}</li>
                ))}
              </ul>
            )}
          </div>
          <span className={outcomeTags[outcome]}>{t(`imports:outcome.${outcome}`)}</span>
        </li>
      ))}
    </ul>
  )
}

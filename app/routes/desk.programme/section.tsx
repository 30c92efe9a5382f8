import { Link, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Piece } from '#app/exhibition/programmes/structure.server.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { OrderButtons } from '#app/ui/order-buttons.tsx'
import type { Programme } from './programme-page.tsx'
import type { loader } from './route.tsx'

type Row = Pick<Programme['components'][number], 'id' | 'name'>
type Given<One extends Row> = {
  kind: Piece
  rows: readonly One[]
  /** What a row says. */
  children: (row: One) => ReactNode
  /** The form of one of them, or of a new one. */
  form: (row?: One) => ReactNode
  /** Where a row is edited, if not here. */
  to?: (row: One) => string
}

/** One list of what a programme consists of, in its order; one form is open at a time, the one its address names. */
export function Section<One extends Row>({ kind, rows, children, form, to }: Given<One>) {
  const { open, canEdit } = useLoaderData<typeof loader>()
  const t = useText()
  const opened = open[kind]
  return (
    <section className="card stack" aria-labelledby={`${kind}s`}>
      <div className="row between">
        <h2 id={`${kind}s`}>{t(`programmes:${kind}.title`)}</h2>
        {canEdit && opened !== 'new' && (
          <Link className="button quiet" to={`?${kind}=new#${kind}s`}>
            {t(`programmes:${kind}.add`)}
          </Link>
        )}
      </div>
      {rows.length === 0 && opened !== 'new' && <p className="muted">{t(`programmes:${kind}.none`)}</p>}
      {rows.length > 0 && (
        <ul className="plain-list rows">
          {rows.map((row, index) => (
            <li key={row.id}>
              {row.id === opened ? (
                form(row)
              ) : (
                <div className="row between part-row">
                  <div className="tight">{children(row)}</div>
                  <Acts kind={kind} row={row} place={{ index, count: rows.length }} to={to?.(row)} />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {opened === 'new' && form()}
    </section>
  )
}

type ActsGiven = {
  kind: Piece
  row: Row
  place: { index: number; count: number }
  to: string | undefined
}

function Acts({ kind, row, place: { index, count }, to = `?${kind}=${row.id}#${kind}s` }: ActsGiven) {
  const { open, canEdit } = useLoaderData<typeof loader>()
  const t = useText()
  const name = localize(row.name, useLanguage())
  const isWriting = Object.values(open).some(Boolean)
  if (!canEdit || isWriting) return null
  return (
    <div className="row">
      <OrderButtons
        name={kind}
        value={row.id}
        up={t('programmes:order.up', { name })}
        down={t('programmes:order.down', { name })}
        isFirst={index === 0}
        isLast={index === count - 1}
      />
      <Link className="button quiet" to={to} aria-label={`${t('common:edit')}: ${name}`}>
        {t('common:edit')}
      </Link>
    </div>
  )
}

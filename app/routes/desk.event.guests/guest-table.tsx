import { Form, Link, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Column, GuestFilter } from '#app/answers/guest-filter.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Amount } from '#app/ui/amount.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { withSize } from '#app/ui/page-sizes.ts'
import { SizeChoice } from '#app/ui/size-choice.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { GuestRowCells } from './guest-row.tsx'
import type { loader } from './route.tsx'
import { useSelection } from './use-selection.ts'

/** The one table, in a form: whom one marks can be acted upon together. Cards on a phone. */
export function GuestTable() {
  const { guests, total, canEdit, choice, columns, size } = useLoaderData<typeof loader>()
  const t = useText()
  const selection = useSelection(choice)
  if (guests.length === 0)
    return (
      <>
        <p className="card empty">{t('guests:nobody')}</p>
        <Pages />
      </>
    )
  return (
    <Form action="bulk" className="stack" ref={selection.form} onChange={selection.changed}>
      {[...new URLSearchParams(choice)].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="row between">
        <p className="muted" id="guest-count">
          <Amount {...total} /> {t('roster:found', { count: total.value })}
        </p>
        <SizeChoice size={size} total={total.value} query={choice} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className="guest-scroll" aria-labelledby="guest-count" tabIndex={0}>
        <table className="guest-table" onClick={selection.clicked} onKeyDown={selection.keyed}>
          <Heads columns={columns} canEdit={canEdit} />
          <tbody>
            {guests.map((guest) => (
              <GuestRowCells key={guest.id} guest={guest} />
            ))}
          </tbody>
        </table>
      </section>
      <Pages />
      {selection.count !== null && <Keys />}
      {canEdit && <BulkBar selection={selection} />}
    </Form>
  )
}

const sorts: Partial<Record<Column | 'name', GuestFilter['sort']>> = {
  name: 'name',
  organisation: 'organisation',
  answered: 'answered',
}

function Heads({ columns, canEdit }: { columns: Column[]; canEdit: boolean }) {
  const { partColumns, filter } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <thead>
      <tr>
        <Head sort="name">
          {canEdit && <input type="checkbox" data-all aria-label={t('roster:selectPage')} />}
          <SortLink sort="name">{t('roster:column.name')}</SortLink>
        </Head>
        {columns.map((column) =>
          column === 'parts' ? (
            partColumns.map(({ id, name }) => (
              <Head key={id} sort={id === filter.part ? 'state' : undefined}>
                {id === filter.part ? (
                  <SortLink sort="state">
                    <LocalizedText text={name} language={language} />
                  </SortLink>
                ) : (
                  <LocalizedText text={name} language={language} />
                )}
              </Head>
            ))
          ) : (
            <Head key={column} sort={sorts[column]}>
              {sorts[column] ? (
                <SortLink sort={sorts[column]}>{t(`roster:column.${column}`)}</SortLink>
              ) : (
                t(`roster:column.${column}`)
              )}
            </Head>
          ),
        )}
      </tr>
    </thead>
  )
}

function Head({ sort, children }: { sort?: GuestFilter['sort'] | undefined; children: ReactNode }) {
  const { filter } = useLoaderData<typeof loader>()
  const order = sort === 'answered' ? 'descending' : 'ascending'
  return (
    <th scope="col" aria-sort={sort && filter.sort === sort ? order : undefined}>
      {children}
    </th>
  )
}

function SortLink({ sort, children }: { sort: GuestFilter['sort']; children: ReactNode }) {
  const { choice, size } = useLoaderData<typeof loader>()
  const query = new URLSearchParams(withSize(choice, size))
  query.set('sort', sort)
  return (
    <Link to={`?${query}`} preventScrollReset>
      {children}
    </Link>
  )
}

/** Links to what stands before and after: by the row, so that the last page is as quick as the first. */
function Pages() {
  const { before, after, choice, from, guests, total, size } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!before && !after) return null
  const kept = Object.fromEntries(new URLSearchParams(withSize(choice, size)))
  const to = (change: Record<string, string>) => `?${new URLSearchParams({ ...kept, ...change })}`
  const last = from + guests.length - 1
  return (
    <nav className="row between" aria-label={t('guests:pages')}>
      {before ? (
        <Link
          className="button quiet"
          to={to({ before, from: String(Math.max(1, from - size)) })}
          rel="prev"
          preventScrollReset
        >
          {t('common:previousPage')}
        </Link>
      ) : (
        <span />
      )}
      {guests.length > 0 && (
        <span className="muted">
          <bdi>
            {formatNumber(from, language)}–{formatNumber(last, language)}
          </bdi>{' '}
          {t('roster:of')} <Amount {...total} />
        </span>
      )}
      {after ? (
        <Link
          className="button quiet"
          to={to({ after, from: String(last + 1) })}
          rel="next"
          preventScrollReset
        >
          {t('common:nextPage')}
        </Link>
      ) : (
        <span />
      )}
    </nav>
  )
}

/** The keys that walk the table, told where there is a keyboard to speak of. */
function Keys() {
  const t = useText()
  return (
    <p className="keys muted small">
      <kbd>j</kbd> <kbd>k</kbd> {t('views:keys.walk')} · <kbd>{t('views:keys.space')}</kbd>{' '}
      {t('views:keys.mark')} · <kbd>/</kbd> {t('views:keys.search')}
    </p>
  )
}

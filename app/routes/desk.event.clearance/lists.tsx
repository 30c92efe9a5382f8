import { Form, useLoaderData } from '@remix-run/react'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { NewId } from '#app/ui/new-id.tsx'
import type { loader } from './route.tsx'

type List = ReturnType<typeof useLoaderData<typeof loader>>['lists'][number]

/** The numbered lists, the newest first, and the way to the next one. */
export function Lists() {
  const { lists, expected, isOpen, key } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const next = formatNumber((lists[0]?.number ?? 0) + 1, language)
  const wanting = (expected?.counts.missing ?? 0) + (expected?.counts.incomplete ?? 0)
  return (
    <section className="card stack" aria-labelledby="lists">
      <h2 id="lists">{t('clearance:list.title')}</h2>
      <p className="muted small">{t('clearance:list.about')}</p>
      {isOpen && key === 'open' && (
        <Form method="post" className="row">
          <NewId />
          <button type="submit" className="button" name="intent" value="make">
            {t('clearance:list.make', { number: next })}
          </button>
          {wanting > 0 && <span className="muted">{t('clearance:list.wanting', { count: wanting })}</span>}
        </Form>
      )}
      {lists.length === 0 && <p className="empty">{t('clearance:list.none')}</p>}
      <ul className="plain-list rows">
        {lists.map((list) => (
          <ListRow key={list.id} list={list} />
        ))}
      </ul>
    </section>
  )
}

function ListRow({ list }: { list: List }) {
  const { zone, key } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { people, added, removed, changed, by } = list
  const number = formatNumber(list.number, language)
  const date = formatInstant(list.madeAt, 'dayAndTime', language, zone)
  return (
    <li className="row between">
      <div>
        <p className="strong">
          {t('clearance:list.number', { number })}
          {': '}
          {t('clearance:list.people', { count: people })}
        </p>
        <p>
          {list.number === 1
            ? t('clearance:list.first')
            : t('clearance:list.since', {
                ...{ added, removed, changed },
                number: formatNumber(list.number - 1, language),
              })}
        </p>
        <p className="muted small">
          {by ? t('clearance:list.madeBy', { date, name: by }) : t('clearance:list.made', { date })}
        </p>
      </div>
      {key === 'open' && (
        <div className="row">
          <Take list={list} format="pdf" label={t('clearance:list.pdf', { number })} />
          <Take list={list} format="xlsx" label={t('clearance:list.xlsx', { number })} />
        </div>
      )}
    </li>
  )
}

/** Taking a list is put on record, so it is a form and no link; a plain one, since what comes is a file. */
function Take({ list, format, label }: { list: List; format: 'pdf' | 'xlsx'; label: string }) {
  const { slug } = useLoaderData<typeof loader>()
  return (
    <form method="post" action={`/desk/events/${slug}/clearance/lists/${list.id}/${format}`}>
      <button type="submit" className="button quiet" aria-label={label}>
        {format === 'pdf' ? 'PDF' : 'Excel'}
      </button>
    </form>
  )
}

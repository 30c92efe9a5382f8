import { Form, Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { comma, formatInstant } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Pager } from '#app/ui/pager.tsx'
import type { loader } from './route.tsx'

type Expected = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['expected']>

/** Everybody expected, with whether their form is there. */
export function People({ expected }: { expected: Expected }) {
  const t = useText()
  const [search] = useSearchParams()
  const { people, filter, page, pages } = expected
  const to = (wanted: number) =>
    `?${new URLSearchParams({ ...Object.fromEntries(search), page: String(wanted) })}`
  return (
    <section className="stack" aria-labelledby="people">
      <h2 id="people">{t('clearance:desk.people')}</h2>
      <Form method="get" className="filter-form">
        <div className="field">
          <label htmlFor="search">{t('clearance:desk.search')}</label>
          <input id="search" name="search" type="search" defaultValue={filter.search} dir="auto" />
        </div>
        <div className="field">
          <label htmlFor="state">{t('clearance:desk.filter')}</label>
          <select id="state" name="state" defaultValue={filter.state ?? ''}>
            <option value="">{t('clearance:desk.all')}</option>
            <option value="missing">{t('clearance:desk.missing')}</option>
            <option value="complete">{t('clearance:desk.complete')}</option>
          </select>
        </div>
        <button type="submit" className="button quiet">
          {t('clearance:desk.show')}
        </button>
      </Form>
      {people.length === 0 && <p className="card empty">{t('clearance:desk.nobody')}</p>}
      <ul className="plain-list guests">
        {people.map((person) => (
          <Person key={person.id} person={person} />
        ))}
      </ul>
      <Pager label={t('clearance:desk.pages')} page={page} pages={pages} to={to} />
    </section>
  )
}

const looks = { missing: 'wait', incomplete: 'wait', complete: 'yes' } as const

function Person({ person }: { person: Expected['people'][number] }) {
  const { slug, zone } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { id, names, position, organisationName, state, form } = person
  const about = [localize(position, language), localize(organisationName, language)].filter(Boolean)
  return (
    <li className="guest-row">
      <div className="guest-who">
        <Link to={`/desk/events/${slug}/clearance/people/${id}`}>
          <bdi className="wraps">{displayName(names, language)}</bdi>
        </Link>
      </div>
      <span className="muted small">
        <bdi className="wraps">{about.join(comma(language))}</bdi>
      </span>
      <span>
        <span className={`tag ${looks[state]}`}>{t(`clearance:state.${state}`)}</span>
        {form && (
          <span className="muted small block">
            {formatInstant(form.savedAt, 'dayAndTime', language, zone)}
          </span>
        )}
      </span>
    </li>
  )
}

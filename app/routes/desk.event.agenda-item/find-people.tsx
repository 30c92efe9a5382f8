import { Form, useLoaderData } from '@remix-run/react'
import type { Candidates } from '#app/agenda/candidates.server.ts'
import { roleKinds } from '#app/agenda/rules.ts'
import { displayName } from '#app/directory/names.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { RoleHolder } from '../site.agenda/role-holder.tsx'
import type { loader } from './route.tsx'
import { usePeopleAddress } from './use-people-address.ts'

/** A search among the event's guests and the directory, each finding with its role to choose. */
export function FindPeople() {
  const { search, candidates } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <div className="stack">
      {/* To the people, not to the top: without script the page is a new one. */}
      <Form action="#people" role="search" className="stack" preventScrollReset>
        <div className="field">
          <label htmlFor="find">{t('agenda:people.search')}</label>
          <p className="hint" id="find-hint">
            {t('agenda:people.searchHint')}
          </p>
          <div className="row search-row">
            <input
              id="find"
              type="search"
              name="search"
              defaultValue={search}
              dir="auto"
              autoComplete="off"
              aria-describedby="find-hint"
            />
            <button type="submit" className="button quiet">
              {t('common:search')}
            </button>
          </div>
        </div>
      </Form>
      {candidates && <Found candidates={candidates} />}
    </div>
  )
}

function Found({ candidates: { guests, persons, hasMore } }: { candidates: Candidates }) {
  const t = useText()
  if (guests.length + persons.length === 0)
    return (
      <p className="muted" role="status">
        {t('agenda:people.nobody')}
      </p>
    )
  return (
    <div className="stack">
      <FoundList title={t('agenda:people.guests')} from="guests" people={guests} />
      <FoundList title={t('agenda:people.directory')} from="directory" people={persons} />
      {hasMore && <p className="muted small">{t('agenda:people.more')}</p>}
    </div>
  )
}

type Person = Candidates['persons'][number]

function FoundList({
  title,
  from,
  people,
}: {
  title: string
  from: 'guests' | 'directory'
  people: Person[]
}) {
  if (people.length === 0) return null
  return (
    <section aria-labelledby={`found-${from}`} className="tight">
      <h3 id={`found-${from}`}>{title}</h3>
      <ul className="plain-list rows">
        {people.map((person) => (
          <li key={person.id} className="row between part-row">
            <p className="found-person">
              <RoleHolder holder={person} />
            </p>
            <AddFound person={person} from={from} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function AddFound({ person, from }: { person: Person; from: 'guests' | 'directory' }) {
  const { search } = useLoaderData<typeof loader>()
  const t = useText()
  const name = displayName(person.names, useLanguage())
  return (
    <Form method="post" action={usePeopleAddress()} preventScrollReset className="row search-row">
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="id" value={person.id} />
      <input type="hidden" name="search" value={search} />
      <select name="role" defaultValue="speaker" aria-label={t('agenda:people.roleOf', { name })}>
        {roleKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`agenda:role.${kind}`)}
          </option>
        ))}
      </select>
      <button
        type="submit"
        className="button quiet"
        name="intent"
        value="find"
        aria-label={t('agenda:people.addNamed', { name })}
      >
        {t('agenda:people.add')}
      </button>
    </Form>
  )
}

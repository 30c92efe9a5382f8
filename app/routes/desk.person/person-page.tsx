import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { languageNames, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PersonForm, type PersonGiven } from './person-form.tsx'
import type { action, loader } from './route.tsx'

const notices = ['added', 'saved'] as const

export function PersonPage() {
  const { person, organisations, among, canEdit } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const t = useText()
  const done = notices.find((notice) => notice === search.get('done'))
  const failing = person.addresses.filter(({ isFailing }) => isFailing).map(({ address }) => address)
  return (
    <div className="stack form-page">
      <Heading />
      {answer?.refusal && <Notice kind="error">{t('directory:error.personInvited')}</Notice>}
      {done && !answer && <Notice kind="success">{t(`directory:done.${done}`)}</Notice>}
      {failing.length > 0 && (
        <Notice kind="warning">{t('directory:person.failing', { addresses: failing.join(' · ') })}</Notice>
      )}
      {canEdit ? (
        <>
          <PersonForm
            key={person.updatedAt.getTime()}
            lastResult={answer?.result}
            defaultValue={givenOf(person)}
            organisations={organisations}
            among={among}
          />
          <DeletePerson />
        </>
      ) : (
        <Facts />
      )}
    </div>
  )
}

type Person = ReturnType<typeof useLoaderData<typeof loader>>['person']

function givenOf(person: Person): Partial<PersonGiven> {
  return {
    latin: person.names.latin?.full,
    arabic: person.names.arabic?.full,
    honorific: person.honorific,
    position: person.position,
    organisationId: person.organisationId ?? undefined,
    addresses: person.addresses.map(({ address }) => address).join('\n'),
    phone: person.phone ?? undefined,
    language: person.language ?? undefined,
    precedence: person.precedence === null ? undefined : String(person.precedence),
    tags: person.tags.join(', '),
    notes: person.notes,
  }
}

function Heading() {
  const { person, organisations } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const t = useText()
  const organisation = organisations.find(({ id }) => id === person.organisationId)
  return (
    <header className="tight stack">
      <p>
        <Link className="map-link" to="/desk/persons">
          {t('directory:persons.title')}
        </Link>
      </p>
      <h1>
        <bdi className="wraps">{displayName(person.names, language)}</bdi>
      </h1>
      <p className="muted">
        {[localize(person.honorific, language), localize(person.position, language)]
          .filter(Boolean)
          .map((text) => (
            <span key={text} className="apart">
              <bdi className="wraps">{text}</bdi>
            </span>
          ))}
        {organisation && (
          <Link className="apart" to={`/desk/organisations/${organisation.id}`}>
            <LocalizedText text={organisation.name} language={language} />
          </Link>
        )}
      </p>
    </header>
  )
}

/** For those who may look but not change. */
function Facts() {
  const { person } = useLoaderData<typeof loader>()
  const t = useText()
  const facts = [
    ['arabicName', person.names.arabic?.full],
    ['email', person.addresses.map(({ address }) => address).join(' · ')],
    ['phone', person.phone],
    ['language', person.language && languageNames[person.language]],
    ['tags', person.tags.join(' · ')],
    ['notes', person.notes],
  ] as const
  return <FactList facts={facts.map(([field, value]) => [t(`directory:field.${field}`), value])} />
}

function DeletePerson() {
  const { person } = useLoaderData<typeof loader>()
  const t = useText()
  const name = displayName(person.names, useLanguage())
  return (
    <Confirm
      intent="delete"
      title={t('directory:person.delete')}
      effect={t('directory:person.deleteEffect', { name })}
      act={t('directory:person.deleteConfirm', { name })}
    />
  )
}

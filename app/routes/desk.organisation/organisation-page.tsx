import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { languageNames, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { OrganisationForm, type OrganisationGiven } from './organisation-form.tsx'
import type { action, loader } from './route.tsx'

const notices = ['added', 'saved'] as const

export function OrganisationPage() {
  const { organisation, parents, among, canEdit } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const t = useText()
  const done = notices.find((notice) => notice === search.get('done'))
  return (
    <div className="stack form-page">
      <Heading />
      {answer?.refusal && <Notice kind="error">{t('directory:error.organisationInvited')}</Notice>}
      {done && !answer && <Notice kind="success">{t(`directory:done.${done}`)}</Notice>}
      <People />
      {canEdit ? (
        <>
          <OrganisationForm
            key={organisation.updatedAt.getTime()}
            lastResult={answer?.result}
            defaultValue={givenOf(organisation)}
            parents={parents}
            among={among}
          />
          <DeleteOrganisation />
        </>
      ) : (
        <Facts />
      )}
    </div>
  )
}

type Organisation = ReturnType<typeof useLoaderData<typeof loader>>['organisation']

function givenOf(organisation: Organisation): Partial<OrganisationGiven> {
  return {
    kind: organisation.kind,
    name: organisation.name,
    acronym: organisation.acronym ?? undefined,
    aliases: organisation.aliases.join('; '),
    parentId: organisation.parentId ?? undefined,
    email: organisation.email ?? undefined,
    phone: organisation.phone ?? undefined,
    language: organisation.language ?? undefined,
    precedence: organisation.precedence === null ? undefined : String(organisation.precedence),
    tags: organisation.tags.join(', '),
    notes: organisation.notes,
  }
}

function Heading() {
  const { organisation } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const t = useText()
  return (
    <header className="tight stack">
      <p>
        <Link className="map-link" to="/desk/organisations">
          {t('directory:organisations.title')}
        </Link>
      </p>
      <h1>
        <LocalizedText text={organisation.name} language={language} />
      </h1>
      <p className="row tags">
        <span className="tag">{t(`directory:kind.${organisation.kind}`)}</span>
        {organisation.acronym && organisation.acronym !== localize(organisation.name, language) && (
          <span className="tag quiet">
            <bdi>{organisation.acronym}</bdi>
          </span>
        )}
        {organisation.parent && (
          <Link to={`/desk/organisations/${organisation.parent.id}`}>
            {t('directory:field.parent')}:{' '}
            <LocalizedText text={organisation.parent.name} language={language} />
          </Link>
        )}
      </p>
    </header>
  )
}

function People() {
  const { organisation, canEdit } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { people, parts, id } = organisation
  return (
    <section className="card stack" aria-labelledby="people">
      <div className="row between">
        <h2 id="people">{t('directory:organisation.people')}</h2>
        {canEdit && (
          <Link className="button quiet" to={`/desk/persons/new?organisation=${id}`}>
            {t('directory:organisation.addPerson')}
          </Link>
        )}
      </div>
      {people.length === 0 && <p className="muted">{t('directory:organisation.nobody')}</p>}
      <ul className="plain-list rows">
        {people.map((person) => (
          <li key={person.id}>
            <Link to={`/desk/persons/${person.id}`}>
              <bdi className="wraps">{displayName(person.names, language)}</bdi>
            </Link>
            <small className="muted block">
              {[localize(person.position, language), person.email].filter(Boolean).map((text) => (
                <span key={text} className="apart">
                  <bdi className="wraps">{text}</bdi>
                </span>
              ))}
            </small>
          </li>
        ))}
      </ul>
      {people.length > 0 && (
        <p>
          <Link className="map-link" to={`/desk/persons?organisation=${id}`}>
            {t('directory:organisation.allPeople')}
          </Link>
        </p>
      )}
      {parts.length > 0 && <h3>{t('directory:organisation.parts')}</h3>}
      {parts.length > 0 && (
        <ul className="plain-list rows">
          {parts.map((part) => (
            <li key={part.id}>
              <Link to={`/desk/organisations/${part.id}`}>
                <LocalizedText text={part.name} language={language} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** For those who may look but not change. */
function Facts() {
  const { organisation } = useLoaderData<typeof loader>()
  const t = useText()
  const facts = [
    ['aliases', organisation.aliases.join(' · ')],
    ['email', organisation.email],
    ['phone', organisation.phone],
    ['language', organisation.language && languageNames[organisation.language]],
    ['tags', organisation.tags.join(' · ')],
    ['notes', organisation.notes],
  ] as const
  return <FactList facts={facts.map(([field, value]) => [t(`directory:field.${field}`), value])} />
}

function DeleteOrganisation() {
  const { organisation } = useLoaderData<typeof loader>()
  const t = useText()
  const name = localize(organisation.name, useLanguage())
  return (
    <Confirm
      intent="delete"
      title={t('directory:organisation.delete')}
      effect={t('directory:organisation.deleteEffect', { name })}
      act={t('directory:organisation.deleteConfirm', { name })}
    />
  )
}

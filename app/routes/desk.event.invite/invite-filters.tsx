import { Form, useLoaderData } from '@remix-run/react'
import { organisationKinds } from '#app/directory/rules.ts'
import { languageNames, languages, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { loader } from './route.tsx'

/** Narrows the directory down; every choice is in the address. */
export function InviteFilters() {
  const { search, tags, organisations } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    // The key takes up what the address says when it changes by a link.
    <Form className="filter-form" role="search" key={JSON.stringify(search)}>
      <input type="hidden" name="side" value={search.side} />
      <div className="field">
        <label htmlFor="search">{t('invitations:invite.search')}</label>
        <input id="search" type="search" name="search" defaultValue={search.search} dir="auto" />
      </div>
      <Choice
        name="kind"
        label={t('invitations:invite.kind')}
        value={search.kind}
        choices={organisationKinds.map((value) => ({ value, label: t(`guests:kind.${value}`) }))}
      />
      {organisations.length > 0 && (
        <Choice
          name="organisation"
          label={t('invitations:invite.organisation')}
          value={search.organisation}
          choices={organisations.map(({ id, name, acronym }) => ({
            value: id,
            label: localize(name, language) || acronym || id,
          }))}
        />
      )}
      {tags.length > 0 && (
        <Choice
          name="tag"
          label={t('invitations:invite.tag')}
          value={search.tag}
          choices={tags.map((value) => ({ value, label: value }))}
        />
      )}
      <Choice
        name="language"
        label={t('common:language')}
        value={search.language}
        choices={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
      <div className="field">
        <label htmlFor="filter-who">{t('invitations:invite.who')}</label>
        <select id="filter-who" name="who" defaultValue={search.who}>
          {(['new', 'all'] as const).map((value) => (
            <option key={value} value={value}>
              {t(`invitations:invite.whoChoice.${value}`)}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="button quiet">
        {t('invitations:invite.filter')}
      </button>
    </Form>
  )
}

type Choices = {
  name: string
  label: string
  value: string | undefined
  choices: { value: string; label: string }[]
}

function Choice({ name, label, value, choices }: Choices) {
  const t = useText()
  return (
    <div className="field">
      <label htmlFor={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name} defaultValue={value ?? ''}>
        <option value="">{t('common:all')}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}

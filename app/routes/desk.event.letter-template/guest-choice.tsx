import { useLoaderData } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { languageNames, languages, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { loader } from './route.tsx'

/** As whom a letter is looked at: some of the event's guests, or somebody made up in each language. */
export function GuestChoice() {
  const { guests } = useLoaderData<Pick<Awaited<ReturnType<typeof loader>>, 'guests'>>()
  const t = useText()
  const language = useLanguage()
  return (
    <div className="field">
      <label htmlFor="guest">{t('invitations:mailing.previewAs')}</label>
      <select id="guest" name="guest">
        {guests.map((guest) => (
          <option key={guest.invitationId} value={guest.invitationId}>
            {guest.person
              ? displayName(guest.person.names, language)
              : localize(guest.organisationName, language)}{' '}
            ({languageNames[guest.language]})
          </option>
        ))}
        {languages.flatMap((known) =>
          (['choice', 'choiceInstitution'] as const).map((key) => (
            <option key={known + key} value={`sample:${known}${key === 'choice' ? '' : ':institution'}`}>
              {t(`invitations:sample.${key}`, { language: languageNames[known] })}
            </option>
          )),
        )}
      </select>
    </div>
  )
}

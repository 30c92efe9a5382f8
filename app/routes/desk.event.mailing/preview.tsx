import { useLoaderData } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { languageNames, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { loader } from './route.tsx'

export const previewFrame = 'letter-preview'

/**
 * The letter as one guest would read it. Inside the letter's form the button shows what stands in the editor; elsewhere
 * what is stored. `turn` counts the refreshes while typing: each gets a new frame, since one that is shown already
 * would put every refresh into the browser's history.
 */
export function Preview({ turn = 0, isEditor = false }: { turn?: number; isEditor?: boolean }) {
  const { mailing, event, asked } = useLoaderData<typeof loader>()
  const t = useText()
  const address = `/desk/events/${event.slug}/mailings/${mailing.id}/preview`
  const toFrame = { formAction: address, formMethod: 'post', formTarget: previewFrame, formNoValidate: true }
  return (
    <div className="stack">
      <div className="row preview-as">
        <div className="field">
          <label htmlFor="guest">{t('invitations:mailing.previewAs')}</label>
          <select id="guest" name="guest" defaultValue={asked.guest}>
            <GuestOptions />
          </select>
        </div>
        <button type="submit" className="button quiet" {...(isEditor ? toFrame : {})}>
          {t('invitations:mailing.previewNow')}
        </button>
      </div>
      <iframe
        key={turn}
        className="mail-frame"
        name={previewFrame}
        sandbox=""
        title={t('invitations:mailing.previewFrame')}
        src={turn === 0 ? `${address}?${new URLSearchParams({ guest: asked.guest })}` : undefined}
      />
      <p className="hint">{t('invitations:mailing.previewHint')}</p>
    </div>
  )
}

function GuestOptions() {
  const { previewGuests, event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <>
      {previewGuests.map((guest) => {
        const organisation = localize(guest.organisationName, language)
        const name = guest.person ? displayName(guest.person.names, language) : organisation
        return (
          <option key={guest.invitationId} value={guest.invitationId}>
            {name} ({languageNames[guest.language]})
          </option>
        )
      })}
      {event.languages.flatMap((known) =>
        (['choice', 'choiceInstitution'] as const).map((key) => (
          <option key={known + key} value={`sample:${known}${key === 'choice' ? '' : ':institution'}`}>
            {t(`invitations:sample.${key}`, { language: languageNames[known] })}
          </option>
        )),
      )}
    </>
  )
}

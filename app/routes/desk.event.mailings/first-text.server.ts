import type { EventScope } from '#app/accounts/scope.server.ts'
import { readEventFacts } from '#app/events/facts.server.ts'
import type { Language, Localized } from '#app/i18n/languages.ts'
import type { Translator } from '#app/i18n/options.ts'
import { usualAudience } from '#app/invitations/audience.ts'
import { readTexts } from '#app/invitations/texts.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import type { MailingKind } from '#db/schema/mail.server.ts'

type First = { kind: MailingKind; isEmpty: boolean }

/** What a letter of this kind begins with: the template's text in the event's languages, and whom such a letter is for. */
export async function firstText(
  context: MajlisContext,
  scope: EventScope,
  t: Translator,
  { kind, isEmpty }: First,
) {
  const { read } = context.database
  const { languages } = await readEventFacts(read, scope.eventId)
  const texts =
    isEmpty || kind === 'announcement' ? { subject: {}, body: {} } : await readTexts(read, scope, kind)
  return {
    name: t(`templates:name.${kind}`),
    audience: usualAudience(kind),
    subject: only(texts.subject, languages),
    body: only(texts.body, languages),
  }
}

/** What of a text is in the event's languages. */
function only(text: Localized, among: readonly Language[]): Localized {
  return Object.fromEntries(among.flatMap((language) => (text[language] ? [[language, text[language]]] : [])))
}

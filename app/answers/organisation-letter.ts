import { displayName } from '#app/directory/names.ts'
import type { EventFacts } from '#app/events/facts.server.ts'
import { formatList } from '#app/i18n/format.ts'
import { type Language, localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { composeMail } from '#app/mail/compose.ts'
import type { AttendeeSeat } from '#db/schema/invitations.server.ts'
import type { Delegation } from './delegation.ts'
import { plainText } from './letter-facts.ts'
import type { GivenAnswer } from './rules.ts'

type OrganisationAnswer = {
  organisation: string
  language: Language
  given: GivenAnswer
  delegation: Delegation
  facts: Pick<EventFacts, 'name' | 'office' | 'parts'>
  link: string
}

/** Tells an organisation what was recorded: its answer to each part, and whom it named. */
export function organisationLetter({
  organisation,
  language,
  given,
  delegation,
  facts,
  link,
}: OrganisationAnswer) {
  const t = translator(language)
  const values = {
    'organisation.name': organisation,
    'event.name': localize(facts.name, language),
    'office.name': localize(facts.office.name, language),
  }
  const lines = given.replies.flatMap(({ partId, reply }) => {
    const part = facts.parts.find(({ id }) => id === partId)
    return part
      ? `**${plainText(localize(part.name, language))}**: ${t(`answer:mail.organisation.${reply}`)}`
      : []
  })
  const named = (seat: AttendeeSeat) => {
    const names = delegation.members.filter((member) => member.seat === seat)
    return names.length
      ? formatList(
          names.map(({ person }) => plainText(displayName(person.names, language))),
          language,
        )
      : ''
  }
  const [delegates, alternates, requests] = [named('delegate'), named('alternate'), named('requested')]
  const body = [
    t('answer:mail.greeting', { name: '{{ organisation.name }}' }),
    t('answer:mail.intro.answered', { event: '{{ event.name }}', organisation: '', other: '' }),
    ...lines,
    delegates && t('answer:mail.delegates', { names: delegates }),
    alternates && t('answer:mail.alternates', { names: alternates }),
    requests && t('answer:mail.requests', { names: requests }),
  ]
  const composed = composeMail({
    language,
    subject: t('answer:mail.subject.answered', { event: '{{ event.name }}' }),
    markdown: body.filter(Boolean).join('\n\n'),
    values,
    office: { name: values['office.name'] },
    action: { label: t('answer:mail.open'), url: link },
    footer: t('answer:mail.footer'),
  })
  if (!composed.ok) throw new Error(`A letter of ours cannot be merged: ${composed.reason}`)
  return { subject: composed.subject, text: composed.text, html: composed.html }
}

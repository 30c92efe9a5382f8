import { formatDayRange, formatInstant, formatNumber, formatTimeRange } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { zoneName } from '#app/i18n/zone-name.ts'
import { fieldCode } from '#app/invitations/rules.ts'
import { automaticFields, type MergeField, mergeFields, mergeFieldText } from '#app/mail/merge-fields.ts'
import type { TemplateKind } from '#db/schema/templates.server.ts'

const boothFields: readonly MergeField[] = ['booth.exhibit', 'booth.tasks', 'booth.word']
/** A team is people of whom their name alone is known. */
const boothLacks: readonly MergeField[] = ['guest.honorific', 'guest.position', 'seats']

/** Which of the fields that only automatic letters fill a kind of letter has. */
const ownFields: Partial<Record<TemplateKind, readonly MergeField[]>> = {
  confirmation: ['answer.headline', 'answer.reason', 'answer.status', 'answer.next'],
  change: ['change.summary'],
  cancellation: ['cancellation.note'],
  speaker_request: ['speaker.roles', 'speaker.word'],
  speaker_reminder: ['speaker.roles', 'speaker.word'],
  speaker_thanks: ['speaker.roles', 'speaker.word'],
  booth_request: boothFields,
  booth_reminder: boothFields,
  booth_overdue: boothFields,
  booth_changes: boothFields,
}
/** Of the others, those that a kind has not: a confirmation says by itself when and where each part is. */
const lackedFields: Partial<Record<TemplateKind, readonly MergeField[]>> = {
  confirmation: [
    ...(['guest.honorific', 'guest.position', 'event.date', 'event.time', 'event.place'] as const),
    ...(['answer.deadline', 'seats'] as const),
  ],
  speaker_request: ['answer.deadline', 'seats'],
  speaker_reminder: ['answer.deadline', 'seats'],
  speaker_thanks: ['answer.link', 'answer.deadline', 'seats'],
  booth_request: boothLacks,
  booth_reminder: boothLacks,
  booth_overdue: boothLacks,
  booth_changes: boothLacks,
}

function fieldsOf(kind: TemplateKind): MergeField[] {
  return mergeFields.filter((field) => {
    if (automaticFields.includes(field)) return ownFields[kind]?.includes(field)
    return !lackedFields[kind]?.includes(field)
  })
}

/** What may stand in a letter, each with what it would say. */
export function FieldList({ kind }: { kind: TemplateKind }) {
  const t = useText()
  const example = useExamples()
  return (
    <details className="letter-sheet disclosure">
      <summary>{t('invitations:mailing.fields')}</summary>
      <ul className="plain-list merge-fields">
        {fieldsOf(kind).map((field) => (
          <li key={field}>
            <code dir="ltr">{fieldCode(field)}</code>
            <span className="muted small">{t(mergeFieldText(field))}</span>
            <span className="small">{t('templates:fieldsExample', { example: example(field) })}</span>
          </li>
        ))}
      </ul>
      <p className="hint">{t('invitations:mailing.fieldsIf')}</p>
    </details>
  )
}

const zone = 'Asia/Baghdad'
const [day, dayEnds] = [new Date('2026-12-14T06:00:00Z'), new Date('2026-12-14T12:30:00Z')]
const deadline = new Date('2026-12-07T20:59:00Z')

function useExamples(): (field: MergeField) => string {
  const t = useText()
  const language = useLanguage()
  const name = t('invitations:sample.name')
  const honorific = t('invitations:sample.honorific')
  const examples: Record<MergeField, string> = {
    'guest.salutation': t('invitations:mail.salutation.titled', { name: `${honorific} ${name}` }),
    'guest.name': name,
    'guest.honorific': honorific,
    'guest.position': t('invitations:sample.position'),
    'organisation.name': t('invitations:sample.organisation'),
    'event.name': t('templates:example.event'),
    'event.date': formatDayRange(day, day, language, zone),
    'event.time': `${formatTimeRange(day, dayEnds, language, zone)} (${zoneName(t, zone)})`,
    'event.place': t('templates:example.place'),
    'answer.link': t('templates:example.link'),
    'answer.deadline': formatInstant(deadline, 'dayAndTime', language, zone),
    seats: formatNumber(2, language),
    'office.name': t('templates:example.office'),
    'answer.headline': t('templates:example.headline'),
    'answer.reason': t('templates:example.reason'),
    'answer.status': t('templates:example.status'),
    'answer.next': t('templates:example.next'),
    'change.summary': t('templates:example.summary'),
    'cancellation.note': t('templates:example.note'),
    'speaker.roles': t('templates:example.roles'),
    'speaker.word': t('templates:example.word'),
    'booth.exhibit': t('templates:example.exhibit'),
    'booth.tasks': t('templates:example.tasks'),
    'booth.word': t('templates:example.boothWord'),
  }
  return (field) => examples[field]
}

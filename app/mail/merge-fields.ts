/** What a message may say about its guest, in the order in which the editor offers it. */
export const mergeFields = [
  'guest.salutation',
  'guest.name',
  'guest.honorific',
  'guest.position',
  'organisation.name',
  'event.name',
  'event.date',
  'event.time',
  'event.place',
  'answer.link',
  'answer.deadline',
  'seats',
  'office.name',
  'answer.headline',
  'answer.reason',
  'answer.status',
  'answer.next',
  'change.summary',
  'cancellation.note',
  'speaker.roles',
  'speaker.word',
  'booth.exhibit',
  'booth.tasks',
  'booth.word',
] as const

export type MergeField = (typeof mergeFields)[number]

/** What each field says for one guest. One that is missing or empty says nothing, and is false in `{% if … %}`. */
export type MergeValues = Partial<Record<MergeField, string>>

/** What only the letters say that Majlis writes by itself; in others these fields are empty. */
export const automaticFields: readonly MergeField[] = [
  'answer.headline',
  'answer.reason',
  'answer.status',
  'answer.next',
  'change.summary',
  'cancellation.note',
  'speaker.roles',
  'speaker.word',
  'booth.exhibit',
  'booth.tasks',
  'booth.word',
]

/** Fields whose value is an address of ours and may become a link; every other value is a guest's text. */
export const linkFields: readonly MergeField[] = ['answer.link']

export function isMergeField(field: string): field is MergeField {
  return mergeFields.includes(field as MergeField)
}

/** The key that describes a field to its writer: `t(mergeFieldText('guest.name'))`. */
export function mergeFieldText(field: MergeField) {
  const [group, name] = field.split('.') as [string, string | undefined]
  return `mail:field.${name ? group + name.charAt(0).toUpperCase() + name.slice(1) : group}` as MergeFieldKey
}

type MergeFieldKey =
  | 'mail:field.guestSalutation'
  | 'mail:field.guestName'
  | 'mail:field.guestHonorific'
  | 'mail:field.guestPosition'
  | 'mail:field.organisationName'
  | 'mail:field.eventName'
  | 'mail:field.eventDate'
  | 'mail:field.eventTime'
  | 'mail:field.eventPlace'
  | 'mail:field.answerLink'
  | 'mail:field.answerDeadline'
  | 'mail:field.seats'
  | 'mail:field.officeName'
  | 'mail:field.answerHeadline'
  | 'mail:field.answerReason'
  | 'mail:field.answerStatus'
  | 'mail:field.answerNext'
  | 'mail:field.changeSummary'
  | 'mail:field.cancellationNote'
  | 'mail:field.speakerRoles'
  | 'mail:field.speakerWord'
  | 'mail:field.boothExhibit'
  | 'mail:field.boothTasks'
  | 'mail:field.boothWord'

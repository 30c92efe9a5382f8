/** What is remarked upon a line of a list. Each has its sentence in `imports:finding.<code>`. */
const findingCodes = [
  'duplicateInFile',
  'duplicateInDirectory',
  'similarInFile',
  'similarInDirectory',
  'addressShared',
  'brokenAddress',
  'severalAddresses',
  'unknownLanguage',
  'institutionOrPerson',
  'nameMissing',
  'nameToFollow',
  'formula',
  'tooLong',
  'organisationSimilar',
  'unknownId',
] as const
export type FindingCode = (typeof findingCodes)[number]

/** `detail` is text from the list or directory; `line` is another line of the file, counted from 0. */
export type Finding = { code: FindingCode; detail?: string; line?: number }

/** What a person may want done with a line instead of what is proposed. */
export const choices = ['take', 'leave', 'institution', 'person'] as const
export type Choice = (typeof choices)[number]

export function isChoice(value: unknown): value is Choice {
  return choices.includes(value as Choice)
}

import { formatInstant, formatList, isolate } from '../../i18n/format.ts'
import { type Language, localize } from '../../i18n/languages.ts'
import type { Translator } from '../../i18n/options.ts'
import type { Field } from './facts.ts'
import type { LeftOut, Note, Remark } from './reading.ts'
import type { ImportReport } from './report.ts'

export type ReportReader = { t: Translator; language: Language; zone: string }

/** What is remarked upon an item, in the reader's words. */
export function remarkText(
  { code, detail = '' }: Remark,
  { t, language }: Omit<ReportReader, 'zone'>,
): string {
  const isOfFields = code === 'editedKept' || code === 'editedReplaced'
  const said = isOfFields ? fieldList(detail.split(' ') as Field[], { t, language }) : isolate(detail)
  return t(`exchange:remark.${code}`, { detail: said })
}

export function fieldList(fields: readonly Field[], { t, language }: Omit<ReportReader, 'zone'>): string {
  return formatList(
    fields.map((field) => t(`exchange:field.${field}`)),
    language,
  )
}

export function noteText({ code, detail = '' }: Note, t: Translator): string {
  return t(`exchange:note.${code}`, { detail: isolate(detail) })
}

export function leftOutText({ name, reason }: LeftOut, t: Translator): string {
  const called = name ? isolate(name) : t('exchange:leftOut.nameless')
  return `${called}: ${t(`exchange:leftOut.${reason}`)}`
}

/** A whole report, line by line, for the command line. */
export function importLines(report: ImportReport, reader: ReportReader): string[] {
  const { t, language, zone } = reader
  const { counts, notes, lines, remarked, leftOut } = report
  return [
    ...notes.map((one) => `! ${noteText(one, t)}`),
    ...lines.map(({ title, startsAt, remarks }) => {
      const when = formatInstant(new Date(startsAt), 'dayAndTime', language, zone)
      const said = remarks.map((remark) => remarkText(remark, reader)).join('; ')
      return `${when} ${isolate(localize(title, language))} – ${said}`
    }),
    ...(remarked > lines.length ? [`… and ${remarked - lines.length} more`] : []),
    ...leftOut.map((one) => `${t('exchange:leftOut.title')}: ${leftOutText(one, t)}`),
    `new ${counts.new}, changed ${counts.changed}, unchanged ${counts.same}, removed ${counts.removed}, left out ${counts.leftOut}`,
  ]
}

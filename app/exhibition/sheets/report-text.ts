import { formatList, formatNumber, isolate } from '../../i18n/format.ts'
import type { Language } from '../../i18n/languages.ts'
import type { Translator } from '../../i18n/options.ts'
import { governorateName } from '../governorates.ts'
import type { ColumnOddity } from './layout.ts'
import type { Finding, Note, SheetReport } from './plan.ts'

/** Who reads a report; `label` is what a column holds, in their words. */
export type ReportReader = { t: Translator; language: Language; label: (field: string) => string }

/** What is odd about the columns of a sheet. */
export function oddityText(oddity: ColumnOddity, { t, language, label }: ReportReader): string {
  switch (oddity.code) {
    case 'headerNotFirst':
      return t('sheets:oddity.headerNotFirst', { line: plain(oddity.line + 1, language) })
    case 'columnTwice':
      return t('sheets:oddity.columnTwice', {
        heading: isolate(oddity.heading),
        field: label(oddity.field),
      })
    case 'columnUnknown':
      return t('sheets:oddity.columnUnknown', { heading: isolate(oddity.heading) })
    case 'columnNeeded':
      return t('sheets:oddity.columnNeeded', { field: label(oddity.field) })
    default:
      return t(`sheets:oddity.${oddity.code}`)
  }
}

function plain(line: number, language: Language): string {
  return formatNumber(line, language, { useGrouping: false })
}

/** What a sheet brings, and what a person should look at. */
export function noteText(note: Note, { t, language }: Pick<ReportReader, 't' | 'language'>): string {
  const number = (value: number) => formatNumber(value, language)
  const names = (all: readonly string[]) => formatList(all.map(isolate), language)
  switch (note.code) {
    case 'adds':
      return t(`sheets:note.adds.${note.what}`, {
        number: number(note.count),
        names: names(note.count > note.names.length ? [...note.names, '…'] : note.names),
      })
    case 'list':
      return t('sheets:note.list', {
        name: isolate(note.name),
        agencies: number(note.agencies),
        places: number(note.places),
      })
    case 'spellings':
      return t('sheets:note.spellings', { name: isolate(note.name), others: names(note.others) })
    case 'codeSaysOther':
      return t('sheets:note.codeSaysOther', {
        name: isolate(note.name),
        given: isolate(note.given),
        place: governorateName(note.place, language),
        said: governorateName(note.said, language),
        number: number(note.count),
      })
    case 'category':
      return note.sector
        ? t('sheets:note.category', {
            name: isolate(note.name),
            sector: t(`visitor:sector.${note.sector}`),
            number: number(note.count),
          })
        : t('sheets:note.categoryUnknown', { name: isolate(note.name), number: number(note.count) })
    default:
      return t(`sheets:note.${note.code}`, { number: number(note.count) })
  }
}

/** What is remarked upon one row. */
export function findingText(
  { code, detail = '', line = 0 }: Finding,
  { t, language }: Pick<ReportReader, 't' | 'language'>,
): string {
  return t(`sheets:finding.${code}`, { detail: isolate(detail), line: plain(line + 1, language) })
}

/** A whole report, line by line, for the command line. */
export function reportLines(
  { counts, oddities, notes, lines, remarked }: SheetReport,
  reader: ReportReader,
): string[] {
  return [
    ...notes.map((note) => noteText(note, reader)),
    ...oddities.map((oddity) => `! ${oddityText(oddity, reader)}`),
    ...lines.map(({ line, name, outcome, findings }) => {
      const remarks = findings.map((finding) => findingText(finding, reader)).join('; ')
      return `row ${line + 1}: ${reader.t(`imports:outcome.${outcome}`)}: ${isolate(name)} – ${remarks}`
    }),
    ...(remarked > lines.length ? [`… and ${remarked - lines.length} more`] : []),
    `new ${counts.new}, corrected ${counts.update}, unchanged ${counts.same}, left out ${counts.leave}`,
  ]
}

type Refusal =
  | 'sourceNeeded'
  | 'bomb'
  | 'nothing'
  | 'noFile'
  | 'notOpen'
  | 'empty'
  | 'damaged'
  | 'oldExcel'
  | 'notSpreadsheet'
  | 'tooManyLines'
  | 'tooLarge'

/** Why a sheet was not read or not taken. */
export function refusalText(reason: Refusal, t: Translator): string {
  return reason === 'bomb' || reason === 'nothing' || reason === 'sourceNeeded'
    ? t(`sheets:refused.${reason}`)
    : t(`imports:refused.${reason}`)
}

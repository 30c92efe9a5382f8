import { formatList, formatNumber, formatPartialDate, isolate } from '../../i18n/format.ts'
import type { Language } from '../../i18n/languages.ts'
import type { Translator } from '../../i18n/options.ts'
import { governorateName } from '../governorates.ts'
import type { Finding } from './plan.ts'
import type { ImportReport, Oddity } from './report.ts'
import type { Origin } from './unfold.ts'

export type ReportReader = { t: Translator; language: Language }

/** What is odd about a file as a whole, in the reader's words. */
export function oddityText(oddity: Oddity, { t, language }: ReportReader): string {
  const number = (value: number) => formatNumber(value, language)
  const plain = (value: number) => formatNumber(value, language, { useGrouping: false })
  const date = (value: string) => isolate(formatPartialDate(value, language))
  switch (oddity.code) {
    case 'headerNotFirst':
      return t('dtm:oddity.headerNotFirst', { line: plain(oddity.line + 1) })
    case 'columnTwice':
      return t('dtm:oddity.columnTwice', {
        heading: isolate(oddity.heading),
        field: t(`dtm:field.${oddity.field}`),
      })
    case 'columnUnknown':
    case 'columnBeside':
    case 'spreadUnread':
      return t(`dtm:oddity.${oddity.code}`, { heading: isolate(oddity.heading) })
    case 'wide':
      return t('dtm:oddity.wide', { columns: number(oddity.columns) })
    case 'sheetsLeft':
      return t('dtm:oddity.sheetsLeft', { sheets: formatList(oddity.sheets.map(isolate), language) })
    case 'columnsLeft':
      return t('dtm:oddity.columnsLeft', { columns: number(oddity.columns) })
    case 'dateGuessed':
      return t('dtm:oddity.dateGuessed', { date: date(oddity.date) })
    case 'tooManyFigures':
      return t('dtm:oddity.tooManyFigures', { most: number(oddity.most) })
    case 'dateOrderGuessed':
      return t(`dtm:oddity.dateOrderGuessed.${oddity.order}`)
    case 'operationGuessed':
      return t('dtm:oddity.operationGuessed', { operation: isolate(oddity.operation) })
    case 'populationGuessed':
      return t('dtm:oddity.populationGuessed', { population: t(`dtm:population.${oddity.population}`) })
    case 'roundTwice': {
      const dates = formatList(oddity.dates.map(date), language)
      return t('dtm:oddity.roundTwice', { round: plain(oddity.round), dates })
    }
    case 'dateTwice': {
      const rounds = formatList(oddity.rounds.map(plain), language)
      return t('dtm:oddity.dateTwice', { date: date(oddity.date), rounds })
    }
    case 'roundMended':
      return t('dtm:oddity.roundMended', { before: isolate(oddity.before), after: isolate(oddity.after) })
    case 'placesMissing':
      return t('dtm:oddity.placesMissing', { rounds: number(oddity.rounds), places: number(oddity.places) })
    case 'sumDiffers':
      return t('dtm:oddity.sumDiffers', {
        place: governorateName(oddity.pcode, language),
        date: date(oddity.date),
        given: number(oddity.given),
        sum: number(oddity.sum),
      })
    case 'summed':
    case 'untouched':
      return t(`dtm:oddity.${oddity.code}`, { figures: number(oddity.figures) })
    default:
      return t(`dtm:oddity.${oddity.code}`)
  }
}

/** What is remarked upon one row, in the reader's words. */
export function findingText(
  { code, detail = '', line = 0, column = null }: Finding,
  { t, language }: ReportReader,
): string {
  return t(`dtm:finding.${code}`, { detail: isolate(detail), line: placeInFile({ line, column }, language) })
}

/** A row's number, or the name of a cell as spreadsheets show it, where a row has several figures: `F12`. */
export function placeInFile({ line, column }: Origin, language: Language): string {
  if (column === null) return formatNumber(line + 1, language, { useGrouping: false })
  return isolate(`${columnName(column)}${line + 1}`)
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

/** A whole report, line by line, for the command line. */
export function reportLines(report: ImportReport, reader: ReportReader): string[] {
  const { counts, datasets, oddities, places, unknown, lines, remarked } = report
  const { t } = reader
  return [
    ...datasets.map(
      ({ operation, population, rounds, from, to }) =>
        `${isolate(operation)}, ${t(`dtm:population.${population}`)}: ${rounds} rounds, ${from} to ${to}`,
    ),
    ...oddities.map((oddity) => `! ${oddityText(oddity, reader)}`),
    ...places.map(({ code, name, rows, suggestion, pcode }) => {
      const meant = suggestion ? `; the name suggests ${governorateName(suggestion, 'en')}` : ''
      const how = pcode ? `joined as ${pcode}` : 'not joined'
      return `${how}: ${isolate([code, name].filter(Boolean).join(' '))} (${rows} rows)${meant}`
    }),
    ...(unknown > places.length ? [`… and ${unknown - places.length} more places`] : []),
    ...lines.map(({ line, column, name, outcome, findings }) => {
      const remarks = findings.map((finding) => findingText(finding, reader)).join('; ')
      return `row ${placeInFile({ line, column }, reader.language)}: ${t(`imports:outcome.${outcome}`)}: ${isolate(name)} – ${remarks}`
    }),
    ...(remarked > lines.length ? [`… and ${remarked - lines.length} more`] : []),
    `new ${counts.new}, corrected ${counts.update}, unchanged ${counts.same}, left out ${counts.leave}`,
  ]
}

/** Why a file was not read or not taken, in the reader's words. */
export function refusalText(
  reason:
    | 'bomb'
    | 'nothing'
    | 'noFile'
    | 'notOpen'
    | 'empty'
    | 'damaged'
    | 'oldExcel'
    | 'notSpreadsheet'
    | 'tooManyLines'
    | 'tooLarge',
  t: Translator,
): string {
  return reason === 'bomb' || reason === 'nothing'
    ? t(`dtm:refused.${reason}`)
    : t(`imports:refused.${reason}`)
}

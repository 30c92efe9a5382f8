import writeXlsxFile from 'write-excel-file/node'
import { guardFormula } from './formula-guard.ts'

/** A text that stands out: what is new in it, or what is gone. */
export type MarkedText = { text: string; mark: 'new' | 'gone' }
export type SheetCell = string | number | null | MarkedText
export type Sheet = {
  /** The name of the tab. */
  name: string
  /** Lines above the headings. */
  lead?: readonly string[]
  headings: readonly string[]
  rows: readonly (readonly SheetCell[])[]
  /** First column at the right, as readers of Arabic and Kurdish expect. */
  rightToLeft?: boolean
}

/** CSV as Excel opens it by a double click: UTF-8 with a byte order mark, commas, CRLF (RFC 4180), guarded formulas. */
export function writeCsv(rows: readonly (readonly SheetCell[])[]): Uint8Array {
  const lines = rows.map((row) => row.map(csvCell).join(','))
  return new TextEncoder().encode(`\ufeff${lines.map((line) => `${line}\r\n`).join('')}`)
}

function csvCell(cell: SheetCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = guardFormula(typeof cell === 'string' ? cell : cell.text)
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A workbook of one sheet; every text is a text cell, so that no number, date or formula is made of it. */
export async function writeXlsx(sheet: Sheet): Promise<Uint8Array> {
  return writeWorkbook([sheet])
}

/** The same of several sheets, the first of which opens. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const { toBuffer } = writeXlsxFile(sheets.map(xlsxSheet))
  return toBuffer()
}

function xlsxSheet(sheet: Sheet) {
  const headings = sheet.headings.map((heading) => ({
    value: heading,
    type: String,
    fontWeight: 'bold' as const,
  }))
  const rows = sheet.rows.map((row) => row.map(xlsxCell))
  const lead = (sheet.lead ?? []).map((line) => [{ ...textCell(line), fontWeight: 'bold' as const }])
  return {
    data: [...lead, headings, ...rows],
    // Excel takes no tab name with these, nor one over 31 characters.
    sheet: sheet.name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: sheet.headings.map((heading, column) => ({ width: widthOf(heading, sheet.rows, column) })),
    stickyRowsCount: lead.length + 1,
    rightToLeft: sheet.rightToLeft ?? false,
  }
}

function xlsxCell(cell: SheetCell) {
  if (cell === null || cell === '') return null
  if (typeof cell === 'number') return { value: cell, type: Number }
  if (typeof cell === 'string') return textCell(cell)
  const look = cell.mark === 'new' ? { fontWeight: 'bold' as const } : { textDecoration: struck }
  return { ...textCell(cell.text), ...look, backgroundColor: cell.mark === 'new' ? '#FFF2CC' : '#EEEEEE' }
}

const struck = { strikethrough: true as const }

function textCell(text: string) {
  // XML 1.0 has no such characters; Excel would call the file damaged.
  const clean = text.toWellFormed().replace(/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '')
  return { value: guardFormula(clean), type: String, format: '@' }
}

/** Wide enough for what the first rows hold, within reason. */
function widthOf(heading: string, rows: Sheet['rows'], column: number): number {
  const lengths = rows.slice(0, 100).map((row) => textOf(row[column] ?? '').length)
  return Math.min(48, Math.max(heading.length, 8, ...lengths) + 2)
}

function textOf(cell: SheetCell): string {
  return typeof cell === 'object' ? (cell?.text ?? '') : String(cell)
}

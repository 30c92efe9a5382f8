import { parse } from 'csv-parse/sync'
import readXlsxFile from 'read-excel-file/node'
import { decodeText } from './decode.ts'
import { detectDelimiter } from './delimiter.ts'
import { recogniseLayout } from './header.ts'
import { checkedZip } from './zip-check.ts'

const maxLines = 50_000
/** More than the longest text we keep, so that it is told where one is cut. */
const maxCell = 5000
/** A quote that is never closed makes one cell of the rest of the file. */
const maxRecord = 4_000_000

/** How a file was read, told to the person who checks it. */
export type Source = {
  format: 'csv' | 'xlsx'
  encoding?: string
  delimiter?: string
  sheet?: string
  /** The names of other sheets with something in them, which were not read. */
  others?: string[]
  /** How many columns were too many, and were not read. */
  columnsLeft?: number
}
export type FileRefusal =
  | 'empty'
  | 'damaged'
  | 'bomb'
  | 'oldExcel'
  | 'notSpreadsheet'
  | 'tooManyLines'
  | 'tooLarge'
export type Table = { ok: true; lines: string[][]; source: Source } | { ok: false; reason: FileRefusal }

/** Whether the first lines of a sheet are what is looked for. */
type IsWanted = (lines: string[][]) => boolean

type Wanted = { isWanted: IsWanted; maxColumns: number }

const aGuestList: Wanted = {
  isWanted: (lines) => recogniseLayout(lines).headerLine !== null,
  maxColumns: 100,
}

/**
 * The cells of a CSV or XLSX file as texts, told apart by content, not by name; of a workbook the first sheet that
 * `isWanted`, which a guest list is unless said otherwise. Runs in a worker thread: a file from outside may take all the memory and time it can get.
 */
export async function readTable(bytes: Uint8Array, wanted: Wanted = aGuestList): Promise<Table> {
  if (bytes.length === 0) return { ok: false, reason: 'empty' }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { ok: false, reason: 'oldExcel' }
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) ? readWorkbook(bytes, wanted) : readText(bytes, wanted)
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte)
}

async function readWorkbook(bytes: Uint8Array, wanted: Wanted): Promise<Table> {
  const checked = checkedZip(bytes)
  if (!checked.ok) return checked
  try {
    // Phone numbers are numbers to Excel; as texts they keep all their digits.
    const sheets = await readXlsxFile(Buffer.from(checked.bytes), { parseNumber: plainNumber, trim: false })
    const named = sheets.map(({ sheet, data }) => ({
      name: sheet,
      lines: data.map((row) => row.map(cellText)),
    }))
    const chosen = wantedSheet(named, wanted.isWanted)
    const others = named.filter((sheet) => sheet !== chosen && sheet.lines.length > 0).slice(0, 20)
    const source: Source = {
      format: 'xlsx',
      ...(sheets.length > 1 && { sheet: chosen.name.slice(0, 100) }),
      ...(others.length > 0 && { others: others.map(({ name }) => name.slice(0, 100)) }),
    }
    return finished(chosen.lines, source, wanted)
  } catch {
    return { ok: false, reason: 'damaged' }
  }
}

type NamedLines = { name: string; lines: string[][] }

/** The first sheet that is wanted, else the first with anything: a cover or an explanation may come before it. */
function wantedSheet(sheets: NamedLines[], isWanted: IsWanted): NamedLines {
  const filled = sheets.filter(({ lines }) => lines.length > 0)
  const known = filled.find(({ lines }) => isWanted(lines.slice(0, 200)))
  return known ?? filled[0] ?? { name: '', lines: [] }
}

function plainNumber(text: string): string {
  return /e/i.test(text)
    ? Number(text).toLocaleString('en', { useGrouping: false, maximumFractionDigits: 10 })
    : text
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}

function readText(bytes: Uint8Array, wanted: Wanted): Table {
  const { text, encoding } = decodeText(bytes)
  if (!isList(text.slice(0, 100_000))) return { ok: false, reason: 'notSpreadsheet' }
  const { delimiter, start } = detectDelimiter(text)
  try {
    const lines: string[][] = parse(text.slice(start), {
      delimiter,
      // A list may be put together from several, and old Macs end lines by CR alone.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: maxRecord,
    })
    return finished(lines, { format: 'csv', encoding, delimiter }, wanted)
  } catch {
    return { ok: false, reason: 'damaged' }
  }
}

/** Pages and pictures are no lists: what has more than a few stray control characters is not text. */
function isList(text: string): boolean {
  if (/^\s*(<!doctype|<html|<\?xml|%PDF-|\{\\rtf)/i.test(text)) return false
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a text hardly ever holds tells that this is none.
  const controls = text.match(/[\u0000-\u0008\u000e-\u001a\ufffd]/g)?.length ?? 0
  return controls <= 4 || controls * 100 <= text.length
}

function finished(lines: string[][], source: Source, { maxColumns }: Wanted): Table {
  while (lines.length && lines.at(-1)?.every((cell) => !cell.trim())) lines.pop()
  if (!lines.length) return { ok: false, reason: 'empty' }
  if (lines.length > maxLines) return { ok: false, reason: 'tooManyLines' }
  const cut = (cell: string) => cell.slice(0, maxCell).toWellFormed().replaceAll('\u0000', '')
  const isFilled = (line: string[], column: number) => Boolean(line[column]?.trim())
  let width = lines.reduce((most, line) => Math.max(most, line.length), 0)
  while (width > maxColumns && !lines.some((line) => isFilled(line, width - 1))) width--
  const told = width > maxColumns ? { ...source, columnsLeft: width - maxColumns } : source
  return { ok: true, lines: lines.map((line) => line.slice(0, maxColumns).map(cut)), source: told }
}

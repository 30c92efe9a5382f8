import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { decodeText } from './decode.ts'
import { detectDelimiter } from './delimiter.ts'
import { refuseZip } from './zip-check.ts'

export const maxLines = 50_000
const maxColumns = 100
const maxCell = 4000

/** How a file was read, told to the person who checks it. */
export type Source = { format: 'csv' | 'xlsx'; encoding?: string; delimiter?: string }
export type FileRefusal =
  | 'empty'
  | 'damaged'
  | 'bomb'
  | 'oldExcel'
  | 'notSpreadsheet'
  | 'tooManyLines'
  | 'tooLarge'
export type Table = { ok: true; lines: string[][]; source: Source } | { ok: false; reason: FileRefusal }

/**
 * The cells of a CSV or XLSX file as texts, told apart by content, not by name. Runs in a worker thread: a file from
 * outside may take all the memory and time it can get.
 */
export async function readTable(bytes: Uint8Array): Promise<Table> {
  if (bytes.length === 0) return { ok: false, reason: 'empty' }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { ok: false, reason: 'oldExcel' }
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) ? readWorkbook(bytes) : readText(bytes)
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte)
}

async function readWorkbook(bytes: Uint8Array): Promise<Table> {
  const refusal = refuseZip(bytes)
  if (refusal) return { ok: false, reason: refusal }
  try {
    // Phone numbers are numbers to Excel; as texts they keep all their digits.
    const cells = await readSheet(Buffer.from(bytes), { parseNumber: plainNumber, trim: false })
    return finished(
      cells.map((row) => row.map(cellText)),
      { format: 'xlsx' },
    )
  } catch {
    return { ok: false, reason: 'damaged' }
  }
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

function readText(bytes: Uint8Array): Table {
  const { text, encoding } = decodeText(bytes)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a text never holds tells that this is none.
  if (/[\u0000-\u0008\u000e-\u001a]/.test(text.slice(0, 100_000)))
    return { ok: false, reason: 'notSpreadsheet' }
  const { delimiter, start } = detectDelimiter(text)
  try {
    const lines: string[][] = parse(start ? text.slice(start) : text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 1_000_000,
    })
    return finished(lines, { format: 'csv', encoding, delimiter })
  } catch {
    return { ok: false, reason: 'damaged' }
  }
}

function finished(lines: string[][], source: Source): Table {
  while (lines.length && lines.at(-1)?.every((cell) => !cell.trim())) lines.pop()
  if (!lines.length) return { ok: false, reason: 'empty' }
  if (lines.length > maxLines) return { ok: false, reason: 'tooManyLines' }
  const cut = (cell: string) => cell.slice(0, maxCell).toWellFormed().replaceAll('\u0000', '')
  return { ok: true, lines: lines.map((line) => line.slice(0, maxColumns).map(cut)), source }
}

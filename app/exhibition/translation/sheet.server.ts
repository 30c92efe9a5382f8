import { parse } from 'csv-parse/sync'
import { decodeText } from '../../directory/import/decode.ts'
import { detectDelimiter } from '../../directory/import/delimiter.ts'
import { withoutGuard } from '../../documents/formula-guard.ts'
import { writeCsv } from '../../documents/spreadsheet.server.ts'
import { type Pair, plainLines } from './state.ts'
import { type ReadBack, type Returned, readXliff, type Sheet } from './xliff.ts'

/** The largest file taken back, in bytes: some three hundred exhibits. */
export const largestTranslation = 4 * 1024 * 1024

const columns = ['exhibit', 'version', 'text', 'name', 'state'] as const

/** The same as a sheet, for whoever has no such tool: source and translation are the last two columns. */
export function writeSheet(sheets: readonly Sheet[], { from, to }: Pair): Uint8Array {
  const rows = sheets.flatMap(({ exhibitId, version, texts }) =>
    texts.map(({ path, name, state, source, target }) => [
      ...[exhibitId, String(version), path, name, state, plainLines(source), plainLines(target)],
    ]),
  )
  return writeCsv([[...columns, from, to], ...rows])
}

/** Reads a translated file, XLIFF or CSV, by what is in it. */
export function readTranslated(bytes: Uint8Array, pair: Pair): ReadBack {
  if (bytes.length > largestTranslation) return { ok: false, reason: 'tooLarge' }
  const { text } = decodeText(bytes)
  if (!text.trim()) return { ok: false, reason: 'empty' }
  return text.trimStart().startsWith('<') ? readXliff(text, pair) : readSheet(text, pair)
}

function readSheet(text: string, { from, to }: Pair): ReadBack {
  const lines = linesOf(text)
  const [headings = []] = lines ?? []
  const at = (name: string) => headings.findIndex((one) => one.trim().toLowerCase() === name)
  if (!lines || at('exhibit') < 0 || at('text') < 0) return { ok: false, reason: 'notTranslation' }
  if (at(from) < 0 || at(to) < 0) return { ok: false, reason: 'otherLanguages' }
  const texts = lines.slice(1).map((line): Returned => {
    const cell = (name: string) => withoutGuard(line[at(name)] ?? '')
    return {
      ...{
        exhibitId: cell('exhibit').trim(),
        version: Number(cell('version')) || 0,
        path: cell('text').trim(),
      },
      ...{ source: cell(from), target: cell(to) },
    }
  })
  return { ok: true, texts: texts.filter(({ target }) => target.trim()) }
}

function linesOf(text: string): string[][] | null {
  const { delimiter, start } = detectDelimiter(text)
  try {
    return parse(text.slice(start), {
      ...{ delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true },
      max_record_size: 200_000,
    })
  } catch {
    return null
  }
}

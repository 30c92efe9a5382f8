import { fold } from '../../directory/fold.ts'
import { looksLikeCode, readPlace, suggestPlace } from '../displacement/places.ts'
import type { Sector } from '../sectors.ts'
import { readText } from '../sheets/cells.ts'
import type { Reading } from '../sheets/kind.ts'
import { columnsOf, isNoRow } from '../sheets/layout.ts'
import type { FindingCode } from '../sheets/plan.ts'
import type { ActivityChoices } from './choices.ts'
import { readSector } from './sector.ts'

/** What a row says of one agency's work in one place. */
export type Activity = {
  agency: string
  agencyKey: string
  activity: string
  category: string
  sector: Sector | null
  pcode: string
  district: string
  programmeId: string | null
}

/** A code that means another governorate than the name beside it, which counts. */
export type OtherCode = { name: string; given: string; place: string; said: string }
export type Row = { line: number; name: string } & (
  | { activity: Activity; otherCode: OtherCode | null; remark: FindingCode | null }
  | { refusal: FindingCode; detail: string }
)

/** What the office knows by which names are understood. */
export type Known = {
  /** Organisations of the directory, and programmes, by every name they have. */
  organisations: ReadonlyMap<string, string>
  programmes: ReadonlyMap<string, string>
}

const longest = { agency: 160, activity: 300, category: 120, district: 120, programme: 160 }

/** What all spellings of a name have in common: no case, signs or spaces. */
export function nameKey(name: string): string {
  return fold(name).replaceAll(' ', '')
}

/** Reads rows one by one. Places are joined by their names: the codes of older lists mean other governorates today. */
export function rowReader(
  { lines, headerLine, mapping }: Pick<Reading, 'lines' | 'headerLine' | 'mapping'>,
  { sectors }: Pick<ActivityChoices, 'sectors'>,
  { organisations, programmes }: Known,
) {
  const columns = columnsOf(mapping)
  const first = (headerLine ?? -1) + 1
  const sectorOf = remembered((category) => sectors[fold(category)] ?? readSector(category))
  const keyOf = remembered((agency) => {
    const key = nameKey(agency)
    return organisations.get(key) ?? key
  })
  const placeOf = remembered((joined) => {
    const [name = '', code = ''] = joined.split('\n')
    return readWhere(name, code)
  })

  /** The row of a line; null when it is above the first, empty, or the headings again. */
  function read(line: number): Row | null {
    const cells = lines[line] ?? []
    if (line < first || isNoRow(cells, lines[headerLine ?? -1])) return null
    const of = (field: string) => cells[columns.get(field) ?? -1] ?? ''
    const name = nameOf(cells)
    const refused = (refusal: FindingCode, detail = ''): Row => ({ line, name, refusal, detail })
    const texts = { agency: '', activity: '', category: '', district: '', programme: '' }
    for (const field of Object.keys(texts) as (keyof typeof texts)[]) {
      const text = readText(of(field), longest[field])
      if (!text.ok) return refused(text.reason, text.detail)
      texts[field] = text.value
    }
    const { programme, ...said } = texts
    if (!said.agency && !said.activity) return refused('nothingSaid')
    const where = placeOf(`${oneLine(of('governorate'))}\n${oneLine(of('pcode'))}`)
    if (!where.ok) return refused(where.reason, where.detail)
    const programmeId = programmes.get(nameKey(programme)) ?? null
    const activity = {
      ...said,
      ...{ agencyKey: said.agency && keyOf(said.agency), sector: sectorOf(said.category) || null },
      ...{ pcode: where.pcode, programmeId },
    }
    const remark = !said.agency ? 'agencyMissing' : programme && !programmeId ? 'programmeUnknown' : null
    return { line, name, activity, otherCode: where.otherCode, remark }
  }
  return { read, first }
}

/** A cell may hold several lines, as “Ninewa” above its Arabic name. */
function oneLine(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim()
}

/** Columns repeat themselves: some dozens of names stand in thousands of rows. */
function remembered<Result>(read: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const result = read(text)
    known.set(text, result)
    return result
  }
}

type Where =
  | { ok: true; pcode: string; otherCode: OtherCode | null }
  | { ok: false; reason: FindingCode; detail: string }

/** By the name where it is one we know, else by a code of today. A code of an older list joins nothing. */
function readWhere(name: string, code: string): Where {
  const named = looksLikeCode(name) ? null : suggestPlace(name)
  if (named) return { ok: true, pcode: named, otherCode: otherCode(name, code, named) }
  const given = code || name
  if (!given) return { ok: false, reason: 'placeMissing', detail: '' }
  if (!looksLikeCode(given)) return { ok: false, reason: 'placeUnknown', detail: name || code }
  const read = readPlace({ code: given, districtCode: '', name: '' })
  if (read.ok) return { ok: true, pcode: read.pcode, otherCode: null }
  const reason = read.reason === 'codeOldScheme' ? 'codeOldScheme' : 'codeUnknown'
  return { ok: false, reason, detail: given }
}

/** Which governorate of today has the number of a code, where it is not the one named. */
function otherCode(name: string, code: string, place: string): OtherCode | null {
  const number = /G(\d{1,2})$/i.exec(code)?.[1]
  const said = number ? `IQG${number.padStart(2, '0')}` : null
  return said && said !== place ? { name, given: code, place, said } : null
}

function nameOf(cells: readonly string[]): string {
  const filled = cells.map((cell) => cell.trim()).filter(Boolean)
  return filled.slice(0, 6).join(' · ').slice(0, 200)
}

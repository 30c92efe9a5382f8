import { fold } from '../../directory/fold.ts'
import { governorateNames, governorates, isGovernorate } from '../governorates.ts'

/*
 * Places are joined on the p-code and on nothing else. OCHA (2019) writes `IQG15`, DTM `IRQ-G15`, with the same numbers.
 * Lists from before number otherwise and write `IQ-G15`: such a code says nothing here, whatever it looks like.
 */

export type PlaceRead =
  | { ok: true; pcode: string }
  | { ok: false; reason: PlaceRefusal; suggestion: string | null }
export type PlaceRefusal =
  | 'codeOldScheme'
  | 'codeUnknown'
  | 'codeMissing'
  | 'nameContradicts'
  | 'placeMissing'

const ofToday = /^(?:IQ|IRQ-?)G(\d{1,2})$/
const ofDistrict = /^(?:IQ|IRQ-?)G(\d{2})[-_ ]?[A-Z]{1,2}\d{1,4}$/
const ofBefore = /^IQ[-_ ]G\d{1,2}$/

/** How people spell governorates besides the names in `governorates.ts`: to suggest by, never to join on. */
const spellings: Record<string, string[]> = {
  IQG01: ['Al-Anbar', 'Anbar', 'الانبار'],
  IQG02: ['Basra', 'Al-Basrah', 'Al Basra', 'Basrah'],
  IQG03: ['Al-Muthanna', 'Muthana', 'Al-Muthana', 'Samawah'],
  IQG04: ['Al-Najaf', 'An-Najaf', 'Najef'],
  IQG05: ['Al-Qadissiya', 'Qadisiya', 'Qadisiyah', 'Al-Qadisiyyah', 'Diwaniya', 'Diwaniyah', 'الديوانية'],
  IQG06: [
    'Al-Sulaymaniyah',
    'Sulaimaniyah',
    'Sulaimaniya',
    'Sulaymaniya',
    'Sulaimani',
    'Slemani',
    'As-Sulaymaniyah',
  ],
  IQG07: ['Babylon', 'Babel', 'Hilla'],
  IQG08: ['Bagdad'],
  IQG09: ['Dahuk', 'Dohuk', 'Dihok', 'Duhook'],
  IQG10: ['Diala', 'Diyalah'],
  IQG11: ['Arbil', 'Irbil', 'Hawler', 'Hewler', 'اربيل'],
  IQG12: ['Karbala', 'Kerbela', 'Karbalaa'],
  IQG13: ['Karkuk', 'Tameem', 'At-Tamim'],
  IQG14: ['Missan', 'Misan', 'Maisan'],
  IQG15: ['Nineveh', 'Ninawa', 'Nineva', 'Ninevah', 'Ninava', 'Mosul'],
  IQG16: [
    'Saladin',
    'Salah Al-Din',
    'Salahaddin',
    'Salahadin',
    'Salah ad-Din',
    'Salahuddin',
    'Salah al Deen',
  ],
  IQG17: ['Dhi Qar', 'Thi-Qar', 'Theqar', 'Thiqar', 'Dhi-Qar', 'Nasiriyah'],
  IQG18: ['Wasit', 'Waset', 'Kut'],
}

const byName = new Map<string, string>()
for (const { pcode } of governorates)
  for (const name of [...governorateNames(pcode), ...(spellings[pcode] ?? [])])
    byName.set(nameKey(name), pcode)

/** The governorate that a spelling most likely means; null for one we do not know. */
export function suggestPlace(name: string): string | null {
  return byName.get(nameKey(name)) ?? null
}

function nameKey(name: string): string {
  return fold(name)
    .replace(
      /^(?:governorate of|gouvernorat de|محافظه|باريزكاي)\s+|\s+(?:governorate|governate|province)$/g,
      '',
    )
    .replace(/\s/g, '')
}

/** Whether a cell is written like a p-code of a governorate or district, of whatever list. */
export function looksLikeCode(cell: string): boolean {
  const code = codeIn(cell)
  return ofToday.test(code) || ofDistrict.test(code) || ofBefore.test(code) || /^IQ\d{3,5}$/.test(code)
}

export function looksLikeDistrict(cell: string): boolean {
  return ofDistrict.test(codeIn(cell))
}

/**
 * The governorate of a row by its p-code, or by that of its district. Refused, with what the name suggests: a code of an
 * older list, one we do not know, none at all, and a name that says another governorate than the code.
 */
export function readPlace({
  code,
  districtCode,
  name,
}: {
  code: string
  districtCode: string
  name: string
}): PlaceRead {
  const suggestion = suggestPlace(name)
  const given = codeIn(code)
  const district = ofDistrict.exec(codeIn(districtCode)) ?? ofDistrict.exec(given)
  const number = ofToday.exec(given)?.[1] ?? (!given || ofDistrict.test(given) ? district?.[1] : undefined)
  if (number) {
    const pcode = `IQG${number.padStart(2, '0')}`
    if (!isGovernorate(pcode)) return { ok: false, reason: 'codeUnknown', suggestion }
    if (suggestion && suggestion !== pcode) return { ok: false, reason: 'nameContradicts', suggestion }
    return { ok: true, pcode }
  }
  if (ofBefore.test(given)) return { ok: false, reason: 'codeOldScheme', suggestion }
  if (given) return { ok: false, reason: 'codeUnknown', suggestion }
  return { ok: false, reason: name.trim() ? 'codeMissing' : 'placeMissing', suggestion }
}

function codeIn(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '')
    .trim()
    .toUpperCase()
}

const sums = [
  'total',
  'grand total',
  'totals',
  'sum',
  'overall',
  'total general',
  'ensemble',
  'المجموع',
  'الاجمالي',
]
const moreSums = ['المجموع الكلي', 'اجمالي', 'مجموع', 'کۆ', 'کۆی گشتی']
const totals = new Set([...sums, ...moreSums].map(fold))
const country = new Set(['iraq', 'irak', 'national', 'all governorates', 'العراق', 'عێراق'].map(fold))

/** Whether a cell says that its row adds up others. */
export function saysTotal(cell: string): boolean {
  const folded = fold(cell)
  return totals.has(folded) || /^(?:sub ?|grand )?totals?\b/.test(folded)
}

/** Whether the name of a place is that of all of them together. */
export function isWholeCountry(name: string): boolean {
  return country.has(fold(name))
}

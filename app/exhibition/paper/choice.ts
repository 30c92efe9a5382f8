import { isLanguage, type Language } from '../../i18n/languages.ts'

/** Sheets to hang on a wall, in millimetres; `code` is the side of the QR code with its quiet zone. */
export const posterPapers = {
  a3: { width: 297, height: 420, code: 168 },
  a4: { width: 210, height: 297, code: 116 },
  a5: { width: 148, height: 210, code: 84 },
} as const
export type PosterPaper = keyof typeof posterPapers

/**
 * Sheets of labels on A4 as stationers sell them, by how many there are: 99.1 × 67.7 mm and 63.5 × 38.1 mm, in
 * millimetres and centred on the sheet.
 */
export const labelSheets = {
  '8': { columns: 2, rows: 4, width: 99.1, height: 67.7, gap: 2.5, code: 55 },
  '21': { columns: 3, rows: 7, width: 63.5, height: 38.1, gap: 2.5, code: 30.5 },
} as const
export type LabelSheet = keyof typeof labelSheets

export const labelsOn = (sheet: LabelSheet) => labelSheets[sheet].columns * labelSheets[sheet].rows

export type PosterChoice = {
  paper: PosterPaper
  sheet: LabelSheet
  languages: Language[]
  /** Also what is not published yet: posters are printed days before. */
  evenUnpublished: boolean
  /** One exhibit only; null for all. */
  exhibit: string | null
  /** How many labels of the first sheet are used up. */
  used: number
}

/** What an address asks to be printed; what it does not know is as usual. */
export function posterChoice(search: URLSearchParams, ofEvent: readonly Language[]): PosterChoice {
  const [paper, sheet] = [search.get('paper') ?? '', search.get('sheet') ?? '']
  const wanted = search.getAll('lang').filter(isLanguage)
  const known = ofEvent.filter((language) => wanted.includes(language))
  const chosenSheet = isKey(labelSheets, sheet) ? sheet : '21'
  const used = Number(search.get('used') ?? 0)
  return {
    paper: isKey(posterPapers, paper) ? paper : 'a4',
    sheet: chosenSheet,
    languages: known.length > 0 ? known : [...ofEvent],
    evenUnpublished: search.get('which') === 'all',
    exhibit: search.get('exhibit')?.slice(0, 60) || null,
    used: Number.isInteger(used) && used > 0 ? Math.min(used, labelsOn(chosenSheet) - 1) : 0,
  }
}

function isKey<Keys extends object>(of: Keys, name: string): name is keyof Keys & string {
  return Object.hasOwn(of, name)
}

/** Of a picture as a phone's camera shows it while it looks for a code: pixels across, and how many a square must have. */
const camera = { across: 1080, forSquare: 3 }

/**
 * From how far a phone reads a code of this side, in metres: its camera sees about as much across as it is away (50° of
 * view on its narrow side), and three of its pixels tell a dark square from a light one. `squares` counts the quiet zone.
 */
export function readsFrom(side: number, squares: number): number {
  return ((side / squares) * camera.across) / camera.forSquare / 1000
}

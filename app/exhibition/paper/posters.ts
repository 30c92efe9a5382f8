import { breakable } from '../../documents/breakable.ts'
import type { PdfDocument } from '../../documents/pdf.server.ts'
import { formatDayRange } from '../../i18n/format.ts'
import { direction, type Language, type Localized, localizeWithLanguage } from '../../i18n/languages.ts'
import { translator } from '../../i18n/translator.ts'
import { qrPicture } from '../qr.ts'
import { labelSheets, labelsOn, type PosterChoice, posterPapers } from './choice.ts'
import type { Poster, PosterFrame } from './read.server.ts'

export type PosterPrint = {
  frame: PosterFrame
  choice: Pick<PosterChoice, 'paper' | 'sheet' | 'languages'>
  appUrl: string
  /** The office's own, as it stands on its letters. */
  logo: { bytes: Uint8Array; extension: string } | null
}

type Said = { text: string; language: Language }
type Sheet = {
  booth: string
  titles: Said[]
  /** Who shows it; of the whole exhibition, when it is. */
  below: Said[]
  scans: Said[]
  address: string
}

/** Posters of exhibits, a page each: where one stands, what it is in every language, and the code to scan. */
export function exhibitPosters(print: PosterPrint, posters: readonly Poster[]): PdfDocument {
  return posterDocument(
    print,
    posters.map((poster) => ({
      booth: poster.booth ?? '',
      titles: wordings(poster.title, print),
      below: distinct(wordings(poster.organisationName, print)),
      scans: scansOf(print, 'scan'),
      address: posterAddress(print.appUrl, poster.qrCode),
    })),
  )
}

/** The poster of the whole exhibition, for its entrance: the code leads to the list of all booths. */
export function exhibitionPoster(print: PosterPrint): PdfDocument {
  const { name, slug } = print.frame
  return posterDocument(print, [
    {
      ...{ booth: '', titles: wordings(name, print), below: daysOf(print) },
      ...{ scans: scansOf(print, 'scanAll'), address: posterAddress(print.appUrl, slug) },
    },
  ])
}

/** Labels, as many to a page as the sheet has; null is a place that stays empty. */
export function labelDocument(print: PosterPrint, labels: readonly (Poster | null)[]): PdfDocument {
  const { code, ...sheet } = labelSheets[print.choice.sheet]
  const pictures: Record<string, Uint8Array> = {}
  const set = labels.map((label, index) => {
    if (!label) return null
    const address = posterAddress(print.appUrl, label.qrCode)
    // Squares as large as the label allows: it is read from near, and nobody's rope hangs before it.
    pictures[`code-${index}.svg`] = qrPicture(address, 'M')
    return {
      ...{ booth: label.booth ?? '', titles: wordings(label.title, print), code: `code-${index}.svg` },
      address: shown(address),
    }
  })
  const data = { ...headOf(print), sheet: { ...sheet, code, perPage: labelsOn(print.choice.sheet) } }
  return { template: 'exhibition/paper/labels.typ', data: { ...data, labels: set }, pictures }
}

function posterDocument(print: PosterPrint, sheets: readonly Sheet[]): PdfDocument {
  const pictures: Record<string, Uint8Array> = {}
  const posters = sheets.map((sheet, index) => {
    pictures[`code-${index}.svg`] = qrPicture(sheet.address)
    return { ...sheet, code: `code-${index}.svg`, address: shown(sheet.address) }
  })
  const { logo } = print
  const logoName = logo && `logo.${logo.extension}`
  if (logo && logoName) pictures[logoName] = logo.bytes
  const data = { ...headOf(print), paper: posterPapers[print.choice.paper], logo: logoName, posters }
  return { template: 'exhibition/paper/posters.typ', data, pictures }
}

/** Whose exhibition it is: at the left for those who read from the left, at the right for the others. */
function headOf({ frame, choice: { languages } }: PosterPrint) {
  const sides = (['ltr', 'rtl'] as const).flatMap((way) => {
    const language = languages.find((one) => direction(one) === way)
    return language ? [{ language, host: said(frame.host, language), event: said(frame.name, language) }] : []
  })
  const [language = 'en'] = languages
  return { language, title: said(frame.name, language).text, sides }
}

function said(text: Localized, language: Language): Said {
  const found = localizeWithLanguage(text, language)
  return { text: breakable(found.text), language: found.language }
}

/** A text in each of the languages that has one, or in the one that there is. */
function wordings(text: Localized, { choice: { languages } }: PosterPrint): Said[] {
  const found = languages.filter((language) => text[language]?.trim())
  const wanted = found.length > 0 ? found : languages.slice(0, 1)
  return wanted.map((language) => said(text, language)).filter((one) => one.text)
}

/** A name that is the same in two languages stands there once. */
function distinct(texts: Said[]): Said[] {
  return [...new Map(texts.map((one) => [one.text, one])).values()]
}

function scansOf({ choice: { languages } }: PosterPrint, key: 'scan' | 'scanAll'): Said[] {
  return languages.map((language) => ({ language, text: translator(language)(`posters:${key}`) }))
}

function daysOf({ frame: { exhibitions, zone }, choice: { languages } }: PosterPrint): Said[] {
  const [first, last] = [exhibitions[0], exhibitions.at(-1)]
  if (!first || !last) return []
  return languages.map((language) => ({
    language,
    text: formatDayRange(first.startsAt, last.endsAt, language, zone),
  }))
}

/** What the code of an exhibit says, or by the event's own address that of the whole exhibition. */
export function posterAddress(appUrl: string, code: string): string {
  return `${appUrl}/q/${code}`
}

/** As somebody types it. */
function shown(address: string): string {
  return address.replace(/^https?:\/\//, '')
}

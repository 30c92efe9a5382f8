import { isArabicScript } from '../../directory/names.ts'
import { isLanguage, type Language } from '../../i18n/languages.ts'
import { htmlToText } from '../../mail/plain-text.ts'
import { longest, type Remark } from './reading.ts'

/** Characters that no text of ours has: controls other than tab and line break, and what reverses the text around it. */
const unwanted = /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** A text of several lines as we keep it: `\n` between lines, no controls, nothing before and after. */
export function severalLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unwanted, '').toWellFormed().trim()
}

/** The same on one line. */
export function oneLineOf(text: string): string {
  return severalLines(text).replace(/\s+/g, ' ')
}

/** At most so many characters, never half of one. */
export function cutTo(text: string, most: number): string {
  return text.length <= most
    ? text
    : text
        .slice(0, most)
        .toWellFormed()
        .replace(/\ufffd$/, '')
        .trimEnd()
}

const elements = /<\/?(?:p|br|ul|ol|li|div|strong|em|b|i|a|h[1-6]|span|table|blockquote)\b[^<>]{0,2000}>/i

/** Whether a text was written as HTML, which here would be shown with all its signs. */
export function isHtml(text: string): boolean {
  return elements.test(text)
}

/** Text that was HTML as plain lines, which Markdown shows alike. Scripts and styles go with what is in them. */
export function linesOfHtml(text: string): string {
  const bare = text
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<\/?div\b[^<>]*>/gi, '\n')
    .replace(/<(\/?)([A-Z][A-Z0-9]*)\b/g, (_, end, name) => `<${end}${name.toLowerCase()}`)
    .replaceAll('&nbsp;', ' ')
  return severalLines(htmlToText(bare))
}

export type TextParts = { subtitle: string; abstract: string; description: string }

/**
 * What a schedule says of an item in three places, one below the other, as Majlis keeps it in one. A text that repeats
 * another is left out.
 */
export function composed({ subtitle, abstract, description }: TextParts, html: 'asText' | 'asIs'): string {
  const paragraphs = [subtitle, abstract, description].map((text) =>
    html === 'asText' && isHtml(text) ? linesOfHtml(text) : severalLines(text),
  )
  return paragraphs.filter((text, at) => text && paragraphs.indexOf(text) === at).join('\n\n')
}

/** The title and the text as forms take them, with what had to go. */
export function withinLimits(
  title: string,
  text: string,
): { title: string; text: string; remarks: Remark[] } {
  const remarks: Remark[] = []
  if (title.length > longest.title) remarks.push({ code: 'titleCut', detail: cutTo(title, 60) })
  if (text.length > longest.abstract) remarks.push({ code: 'textCut' })
  return { title: cutTo(title, longest.title), text: cutTo(text, longest.abstract), remarks }
}

/** A name in the script it is written in. */
export function namesOf(name: string): { latin?: { full: string }; arabic?: { full: string } } {
  return isArabicScript(name) ? { arabic: { full: name } } : { latin: { full: name } }
}

/** A language of ours from `en`, `en-GB`, `eng`, `ku`, `English`; null for every other and for none. */
export function languageOf(tag: string): Language | null {
  const primary = tag.trim().toLowerCase().split(/[-_]/)[0] ?? ''
  const ours = others[primary] ?? primary
  return isLanguage(ours) ? ours : null
}

const others: Record<string, Language> = {
  ku: 'ckb',
  kur: 'ckb',
  kurdish: 'ckb',
  sorani: 'ckb',
  eng: 'en',
  english: 'en',
  fra: 'fr',
  fre: 'fr',
  french: 'fr',
  ara: 'ar',
  arabic: 'ar',
}

/** An e-mail address, alone or as a link: nobody's is taken from a schedule, nor given out in one. */
const address = /^(?:mailto:)?[^\s@<>]{1,64}@[^\s@<>]+\.[^\s@<>]+$/i

export function isAddress(text: string): boolean {
  return text.length < 400 && address.test(text.trim())
}

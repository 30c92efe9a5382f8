import { isArabicScript, likelyLanguage } from '../../directory/names.ts'
import type { Language, Localized } from '../../i18n/languages.ts'
import { isRecord, nameOf, type Said, type SaidEvent } from './conference-shape.ts'
import type { ReadFor, Remark } from './reading.ts'
import {
  composed,
  isHtml,
  languageOf,
  oneLineOf,
  severalLines,
  type TextParts,
  withinLimits,
} from './texts.ts'

type Texts = {
  title: Localized
  abstract: Localized
  /** Where texts of no stated language went. */
  slot: Language
  remarks: Remark[]
  foreign: Record<string, unknown>
}

/** Title and texts of an event by language. What is in none of ours goes to the event's first, and is remarked. */
export function saidTexts(event: SaidEvent, { languages }: Pick<ReadFor, 'languages'>): Texts {
  const slot = slotOf(event, languages)
  const perLanguage = Map.groupBy(
    [...new Set([event.title, event.subtitle, event.abstract, event.description].flatMap(tagsOf))],
    (tag) => (tag === null ? slot : languageOf(tag)),
  )
  const remarks: Remark[] = []
  const [title, abstract]: [Localized, Localized] = [{}, {}]
  for (const [language, tags] of perLanguage) {
    if (!language) continue
    const said = textsIn(event, tags)
    if (said.title) title[language] = said.title
    if (said.text) abstract[language] = said.text
    remarks.push(...said.remarks)
  }
  const others = perLanguage.get(null) ?? []
  const unknown = [...others, ...(languageUnknown(event.language) ? [event.language.trim()] : [])]
  if (unknown.length) remarks.push({ code: 'languageUnknown', detail: unknown.join(', ').slice(0, 60) })
  if (others.length && Object.keys(title).length === 0) {
    const said = textsIn(event, others)
    if (said.title) title[slot] = said.title
    if (said.text) abstract[slot] ??= said.text
  }
  if (Object.keys(title).length === 0) {
    title[slot] = substitute(event)
    remarks.push({ code: 'titleMissing' })
  }
  return { title, abstract, slot, remarks: once(remarks), foreign: foreignTexts(event) }
}

/** The language that plain texts of an event are in. */
function slotOf(event: SaidEvent, languages: readonly Language[]): Language {
  const said = languageOf(event.language)
  const title = nameOf(event.title)
  const first = languages[0] ?? 'en'
  if (isArabicScript(title) && said !== 'ar' && said !== 'ckb') return likelyLanguage(title, null)
  return said ?? first
}

function tagsOf(text: Said): (string | null)[] {
  if (typeof text === 'string') return text.trim() ? [null] : []
  return Object.keys(text).filter((tag) => typeof text[tag] === 'string' && text[tag])
}

function textsIn(event: SaidEvent, tags: readonly (string | null)[]) {
  const pick = (text: Said): string => {
    if (typeof text === 'string') return tags.includes(null) ? text : ''
    const found = tags.map((tag) => tag !== null && text[tag]).find((value) => typeof value === 'string')
    return typeof found === 'string' ? found : ''
  }
  const parts = textParts(event, pick)
  const { title, text, remarks } = withinLimits(oneLineOf(pick(event.title)), composed(parts, 'asText'))
  return {
    title,
    text,
    remarks: Object.values(parts).some(isHtml) ? [...remarks, { code: 'html' as const }] : remarks,
  }
}

/** The three texts of an event, each as `pick` takes it. */
export function textParts(event: SaidEvent, pick: (text: Said) => string): TextParts {
  return {
    subtitle: pick(event.subtitle),
    abstract: pick(event.abstract),
    description: pick(event.description),
  }
}

/** Where texts stand apart or in other languages they are kept as they came, so that an export has them again. */
function foreignTexts(event: SaidEvent): Record<string, unknown> {
  const { title, subtitle, abstract, description } = event
  const plain = { subtitle, abstract, description }
  const isSimple =
    typeof title === 'string' &&
    !subtitle &&
    !description &&
    typeof abstract === 'string' &&
    !isHtml(abstract) &&
    abstract === severalLines(abstract)
  if (isSimple) return {}
  return isRecord(title) ? { ...plain, title } : plain
}

function languageUnknown(tag: string): boolean {
  return tag.trim() !== '' && spokenIn(tag).spokenLanguages.length === 0
}

/** The languages of ours that an event is held in, from `en`, `en, ar` or `en/ar`. */
export function spokenIn(tags: string): { spokenLanguages: Language[]; interpretedLanguages: Language[] } {
  const known = tags
    .slice(0, 200)
    .split(/[,;/+&\s]+/)
    .map(languageOf)
  return { spokenLanguages: [...new Set(known.filter((one) => one !== null))], interpretedLanguages: [] }
}

/** What stands for a title that is missing. */
function substitute(event: SaidEvent): string {
  const words = [
    nameOf(event.subtitle),
    event.slug.replaceAll(/[-_]+/g, ' '),
    event.type,
    event.code,
    event.id,
  ]
  return oneLineOf(words.find((text) => text.trim()) ?? '').slice(0, 120) || '–'
}

function once(remarks: readonly Remark[]): Remark[] {
  return remarks.filter(({ code }, at) => remarks.findIndex((other) => other.code === code) === at)
}

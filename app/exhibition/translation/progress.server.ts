import type { Language, Localized } from '../../i18n/languages.ts'
import type { ExhibitContent } from '../content/content.ts'
import { type ContentText, textsOf } from '../content/texts.ts'
import type { Pair, Progress, Translation } from './state.ts'
import { type Beside, digestOf } from './wordings.server.ts'

/** The texts of a document that say something in `from`, in reading order, and how far they are in `to`. */
export function translationsOf(content: ExhibitContent, beside: Beside, pair: Pair): Translation[] {
  return inPair(textsOf(content), beside, pair)
}

function inPair(texts: readonly ContentText[], beside: Beside, { from, to }: Pair): Translation[] {
  return texts.flatMap(({ path, text }) => {
    const [source, target] = [said(text, from), said(text, to)]
    if (!source) return []
    const then = beside.get(`${path}/${to}`)?.[from]
    const isOld = then !== undefined && then !== digestOf(source)
    return [{ path, source, target, state: target ? (isOld ? 'changed' : 'done') : 'missing' }]
  })
}

function said(text: Localized, language: Language): string {
  return text[language]?.trim() ? text[language] : ''
}

/** How far a document is in each of these languages, of the texts that are written in `from`. */
export function progressOf(
  content: ExhibitContent,
  beside: Beside,
  from: Language,
  wanted: readonly Language[],
): Progress[] {
  // A document is walked once, not once for each language: lists show fifty.
  const texts = textsOf(content)
  return wanted.map((to) => {
    const all = inPair(texts, beside, { from, to })
    const inState = (state: Translation['state']) => all.filter((one) => one.state === state).length
    return { language: to, all: all.length, missing: inState('missing'), changed: inState('changed') }
  })
}

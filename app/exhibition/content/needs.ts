import { type Language, type Localized, missingLanguages } from '../../i18n/languages.ts'
import { saysNothing } from '../rules.ts'
import type { Block } from './blocks.ts'
import type { ExhibitContent } from './content.ts'
import { picturesNamed } from './named.ts'
import { textsOf } from './texts.ts'

/** What is missing, and where: the path of the part, or of the block. */
export type PublishingNeed = { path: string; need: Need; languages?: Language[] }
export type Need =
  | 'title'
  | 'summary'
  | 'alt'
  | 'text'
  | 'figure'
  | 'picture'
  | 'url'
  | 'document'
  | 'name'
  | 'programme'

/**
 * What an exhibit needs before visitors may see it: a title, a summary, a description of every picture in each of the
 * event's languages that its title is written in, and of every block what it is for. Missing translations only warn.
 */
export function publishingNeeds(content: ExhibitContent, wanted: readonly Language[]): PublishingNeed[] {
  const needs: PublishingNeed[] = []
  if (saysNothing(content.title)) needs.push({ path: 'title', need: 'title' })
  if (saysNothing(content.summary)) needs.push({ path: 'summary', need: 'summary' })
  const shown = new Set(picturesNamed(content))
  const spoken = wanted.filter((language) => content.title[language])
  for (const { id, alt } of content.pictures.filter((picture) => shown.has(picture.id))) {
    const languages = missingLanguages(alt, spoken)
    if (languages.length || saysNothing(alt)) needs.push({ path: `pictures/${id}`, need: 'alt', languages })
  }
  for (const block of content.blocks) {
    const need = lackOf(block)
    if (need) needs.push({ path: `blocks/${block.id}`, need })
  }
  return needs
}

/** What a block cannot be shown without. */
function lackOf(block: Block): Need | null {
  switch (block.kind) {
    case 'text':
    case 'quotation':
      return saysNothing(block.text) ? 'text' : null
    case 'figures':
      return !block.items.length || block.items.some((figure) => !isFigure(figure)) ? 'figure' : null
    case 'gallery':
      return block.items.length && block.items.every(({ picture }) => picture) ? null : 'picture'
    case 'beforeAfter':
      return block.beforePicture && block.afterPicture ? null : 'picture'
    case 'video':
      return block.url ? null : 'url'
    case 'document':
      return block.document ? null : 'document'
    case 'timeline':
      return block.items.length && block.items.every(({ title }) => !saysNothing(title)) ? null : 'text'
    case 'partners':
      return block.items.length && block.items.every(({ name }) => !saysNothing(name)) ? null : 'name'
    case 'contact':
      return block.name || block.email || block.phone ? null : 'name'
    case 'programme':
      return block.programme ? null : 'programme'
  }
}

type FigureItem = Extract<Block, { kind: 'figures' }>['items'][number]

/** Whether a figure has all without which none is ever shown: number, what it counts, date and source. */
export function isFigure(figure: FigureItem): figure is FigureItem & { value: number } {
  const { value, label, asOf, source } = figure
  return value !== null && asOf !== '' && !saysNothing(label) && !saysNothing(source)
}

export type MissingText = { path: string; languages: Language[] }

/** Which texts readers would miss, and in which of these languages; what nobody wrote in any language is not missed. */
export function missingTexts(content: ExhibitContent, wanted: readonly Language[]): MissingText[] {
  const shown = new Set(picturesNamed(content))
  return textsOf(content)
    .filter(({ path, text }) => path === 'title' || path === 'summary' || !saysNothing(text))
    .filter(({ path }) => !path.startsWith('pictures/') || shown.has(path.split('/')[1] ?? ''))
    .map(({ path, text }) => ({ path, languages: missingLanguages(text, wanted) }))
    .filter(({ languages }) => languages.length > 0)
}

/** The languages of `wanted` in which readers would miss anything. */
export function lackingLanguages(content: ExhibitContent, wanted: readonly Language[]): Language[] {
  const lacking = new Set(missingTexts(content, wanted).flatMap(({ languages }) => languages))
  return wanted.filter((language) => lacking.has(language))
}

/** All wordings of a document, for a search. */
export function wordings(content: ExhibitContent): string[] {
  return textsOf(content).flatMap(({ text }: { text: Localized }) => Object.values(text))
}

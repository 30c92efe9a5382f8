import type { Block } from '#app/exhibition/content/blocks.ts'
import type { ExhibitContent } from '#app/exhibition/content/content.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { isLanguage, type Language, localize } from '#app/i18n/languages.ts'
import type { Translator } from '#app/i18n/options.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { useEditor } from './editor.ts'

type Field = 'title'
type Reader = { t: Translator; language: Language }

/** What a part of the document is called for its writer, by its path: “Key figures 2 · Source”. */
export function usePartName(): (path: string) => string {
  const { content } = useEditor()
  const reader = { t: useText(), language: useLanguage() }
  return (path) => partName(content, path, reader)
}

/** The same outside the editor's page. */
export function partName(content: ExhibitContent, path: string, reader: Reader): string {
  const { t, language } = reader
  const steps = path.replace('#', '').split('/')
  const names = steps.filter((step) => !isLanguage(step))
  const field = t([`exhibit:part.${names.at(-1)}` as `exhibit:part.${Field}`, 'exhibit:part.other'])
  const [list, id] = steps
  const whole = (name: string) => (names.length > 2 ? `${name} · ${field}` : name)
  const block = list === 'blocks' ? content.blocks.find((one) => one.id === id) : undefined
  if (block) return whole(blockName(block, reader))
  if (list === 'blocks' && id) return t('exhibit:part.removedBlock')
  if (list !== 'pictures' || !id) return field
  const place = content.pictures.findIndex((one) => one.id === id) + 1
  return whole(t('exhibition:missing.picture', { place: formatNumber(place, language) }))
}

/** A block by its heading, or by its kind where it has none. */
export function useBlockName(): (block: Block) => string {
  const reader = { t: useText(), language: useLanguage() }
  return (block) => blockName(block, reader)
}

function blockName(block: Block, { t, language }: Reader): string {
  const kind = t(`exhibit:kind.${block.kind}`)
  const heading = 'heading' in block ? localize(block.heading, language) : ''
  return heading ? `${kind}: ${heading}` : kind
}

import type { Block } from '#app/exhibition/content/blocks.ts'
import type { ExhibitContent } from '#app/exhibition/content/content.ts'
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
export function partName({ blocks }: ExhibitContent, path: string, reader: Reader): string {
  const { t } = reader
  const steps = path.replace('#', '').split('/')
  const names = steps.filter((step) => !isLanguage(step))
  const field = t([`exhibit:part.${names.at(-1)}` as `exhibit:part.${Field}`, 'exhibit:part.other'])
  const [list, id] = steps
  const block = list === 'blocks' ? blocks.find((one) => one.id === id) : undefined
  if (block) {
    const name = blockName(block, reader)
    return names.length > 2 ? `${name} · ${field}` : name
  }
  return list === 'pictures' ? `${t('exhibit:part.picture')} · ${field}` : field
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

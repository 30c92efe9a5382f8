import type { Block } from '#app/exhibition/content/blocks.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { isLanguage, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { useEditor } from './editor.ts'

type Field = 'title'

/** What a part of the document is called for its writer, by its path: “Key figures 2 · Source”. */
export function usePartName(): (path: string) => string {
  const { content } = useEditor()
  const t = useText()
  const language = useLanguage()
  const blockName = useBlockName()
  return (path) => {
    const steps = path.replace('#', '').split('/')
    const names = steps.filter((step) => !isLanguage(step))
    const field = t([`exhibit:part.${names.at(-1)}` as `exhibit:part.${Field}`, 'exhibit:part.other'])
    const [list, id] = steps
    const block = list === 'blocks' ? content.blocks.find((one) => one.id === id) : undefined
    if (block) return names.length > 2 ? `${blockName(block)} · ${field}` : blockName(block)
    if (list === 'blocks' && id) return t('exhibit:part.removedBlock')
    if (list !== 'pictures' || !id) return field
    const place = content.pictures.findIndex((one) => one.id === id) + 1
    const picture = t('exhibition:missing.picture', { place: formatNumber(place, language) })
    return names.length > 2 ? `${picture} · ${field}` : picture
  }
}

/** A block by its heading, or by its kind where it has none. */
export function useBlockName(): (block: Block) => string {
  const t = useText()
  const language = useLanguage()
  return (block) => {
    const kind = t(`exhibit:kind.${block.kind}`)
    const heading = 'heading' in block ? localize(block.heading, language) : ''
    return heading ? `${kind}: ${heading}` : kind
  }
}

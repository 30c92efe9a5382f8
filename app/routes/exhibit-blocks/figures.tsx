import { isFigure } from '#app/exhibition/content/needs.ts'
import { useText } from '#app/i18n/use-text.ts'
import { KeyFigures } from '../site/key-figures.tsx'
import { BlockFrame } from './frame.tsx'
import type { Shown } from './show.tsx'

/** Only figures that say when and by whom; others wait in the draft. */
export function FiguresBlock({ block }: Shown<'figures'>) {
  const t = useText()
  const figures = block.items.filter(isFigure)
  if (!figures.length) return null
  return (
    <BlockFrame id={block.id} heading={block.heading} fallback={t('visitor:exhibit.figures')}>
      <KeyFigures figures={figures.map((figure) => ({ ...figure, sourceUrl: figure.sourceUrl || null }))} />
    </BlockFrame>
  )
}

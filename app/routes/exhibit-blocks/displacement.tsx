import { DisplacementFigures } from '#app/exhibition/displacement/displacement-figures.tsx'
import { datasetName } from '#app/exhibition/displacement/words.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { BlockFrame } from './frame.tsx'
import type { Shown } from './show.tsx'

/** Displacement figures of the latest round, under their dataset's name where the block has no heading of its own. */
export function DisplacementBlock({ block, named: { displacement } }: Shown<'displacement'>) {
  const language = useLanguage()
  if (!displacement) return null
  const { view, exhibition } = displacement
  return (
    <BlockFrame id={block.id} heading={block.heading} fallback={datasetName(view.dataset, language).text}>
      <DisplacementFigures view={view} as={block.view} exhibition={exhibition} />
    </BlockFrame>
  )
}

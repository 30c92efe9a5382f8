import { ProgrammeResults } from '#app/exhibition/programmes/programme-results.tsx'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { BlockFrame } from './frame.tsx'
import type { Shown } from './show.tsx'

/** What came of a programme, under its name where the block has no heading of its own. */
export function ProgrammeBlock({ block, named }: Shown<'programme'>) {
  const language = useLanguage()
  const programme = named.programmes[block.programme ?? '']
  if (!programme) return null
  return (
    <BlockFrame id={block.id} heading={block.heading} fallback={localize(programme.name, language)}>
      <ProgrammeResults programme={programme} level={3} />
    </BlockFrame>
  )
}

import { useLanguage } from '#app/i18n/use-language.ts'
import { Markdown } from '#app/ui/markdown.tsx'
import { BlockFrame } from './frame.tsx'
import type { Shown } from './show.tsx'

export function TextBlock({ block }: Shown<'text'>) {
  return (
    <BlockFrame id={block.id} heading={block.heading}>
      <Markdown text={block.text} language={useLanguage()} />
    </BlockFrame>
  )
}

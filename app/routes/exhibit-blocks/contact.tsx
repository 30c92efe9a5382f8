import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Contact } from '../site/site-frame.tsx'
import { BlockFrame } from './frame.tsx'
import type { Shown } from './show.tsx'

export function ContactBlock({ block }: Shown<'contact'>) {
  const t = useText()
  const language = useLanguage()
  const { name, email, phone } = block
  if (!name && !email && !phone) return null
  return (
    <BlockFrame id={block.id} heading={block.heading} fallback={t('visitor:exhibit.contact')}>
      {Object.values(block.about).some(Boolean) && (
        <p>
          <LocalizedText text={block.about} language={language} />
        </p>
      )}
      <Contact contact={{ name, email, phone }} />
    </BlockFrame>
  )
}

import { documentKinds } from '#app/files/document.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { BlockFrame } from './frame.tsx'
import type { Shown } from './show.tsx'

/** The way to a file, with its kind and size: whoever pays by the megabyte decides before it comes. */
export function DocumentBlock({ block, media, handouts }: Shown<'document'>) {
  const t = useText()
  const language = useLanguage()
  const file = media.documents[block.document ?? '']
  if (!file) return null
  const kind = documentKinds.find(({ mediaType }) => mediaType === file.mediaType)?.extension.toUpperCase()
  const size = formatNumber(Math.max(0.1, file.bytes / 1e6), language, { maximumFractionDigits: 1 })
  return (
    <BlockFrame id={block.id} heading={block.heading} fallback={t('exhibit:kind.document')}>
      {Object.values(block.about).some(Boolean) && (
        <p>
          <LocalizedText text={block.about} language={language} />
        </p>
      )}
      <p>
        <a className="button quiet" href={`${handouts}/${block.document}`}>
          {t('exhibit:show.download')}{' '}
          <bdi className="muted small">{t('exhibit:show.size', { kind, size })}</bdi>
        </a>
      </p>
    </BlockFrame>
  )
}

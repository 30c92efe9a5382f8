import { useLoaderData } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Sign } from '../site.agenda/spoken.tsx'
import type { loader } from './route.tsx'

/** Keeps this exhibit on the device; without script it leads to a page with it, whose address can be kept. */
export function Keep() {
  const { event, exhibit, isPreview } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (isPreview) return null
  return (
    <form
      className="keep-this"
      action={`/${language}/${event.slug}/exhibition/kept`}
      data-code={exhibit.code}
    >
      <input type="hidden" name="keep" value={exhibit.code} />
      <button
        type="submit"
        className="button quiet"
        data-on={t('kept:keptThis')}
        data-off={t('kept:keepThis')}
      >
        <Sign name="star" /> <span aria-live="polite">{t('kept:keepThis')}</span>
      </button>
    </form>
  )
}

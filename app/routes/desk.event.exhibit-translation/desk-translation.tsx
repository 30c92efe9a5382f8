import { Link, useLoaderData } from '@remix-run/react'
import { pairQuery } from '#app/exhibition/translation/pair.ts'
import { useText } from '#app/i18n/use-text.ts'
import { TranslationPage } from '../exhibit-translation/translation-page.tsx'
import type { loader } from './route.tsx'

/** The page at the desk: the ways to all translations and to the exhibit, and the files for a translator. */
export function DeskTranslation() {
  const { slug, pair, exhibitId } = useLoaderData<typeof loader>()
  const t = useText()
  const exhibition = `/desk/events/${slug}/exhibition`
  return (
    <div className="stack">
      <p className="row">
        <Link className="target" to={`${exhibition}/translation?${pairQuery(pair)}`}>
          {t('translation:toList')}
        </Link>
        <Link className="target" to={`${exhibition}/${exhibitId}`}>
          {t('translation:toExhibit')}
        </Link>
      </p>
      <TranslationPage />
      <p className="row">
        {[
          { ending: 'xlf', format: 'XLIFF' },
          { ending: 'csv', format: 'CSV' },
        ].map(({ ending, format }) => (
          <a
            key={ending}
            className="button quiet"
            href={`${exhibition}/translation/${pair.from}-${pair.to}.${ending}?exhibit=${exhibitId}`}
          >
            {t('translation:files.this', { format })}
          </a>
        ))}
      </p>
    </div>
  )
}

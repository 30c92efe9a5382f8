import { useLoaderData } from '@remix-run/react'
import type { DisplacementView } from '#app/exhibition/displacement/view.server.ts'
import { saysNothing } from '#app/exhibition/rules.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import type { loader } from './route.tsx'

const files = { csv: 'CSV', xlsx: 'Excel', json: 'JSON' } as const

/** All rounds as files, and under which terms they may be used. */
export function Downloads({ view }: { view: DisplacementView }) {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { slug, terms } = view.dataset
  const query = new URLSearchParams({ dataset: slug, lang: language })
  return (
    <section className="stack downloads" aria-labelledby="files">
      <div className="tight">
        <h2 id="files">{t('displacement:download.title')}</h2>
        <p className="muted">{t('displacement:download.intro')}</p>
      </div>
      <p className="row">
        {(Object.keys(files) as (keyof typeof files)[]).map((ending) => (
          <a key={ending} className="button quiet" href={`/${event.slug}/displacement.${ending}?${query}`}>
            <bdi>{files[ending]}</bdi>
          </a>
        ))}
      </p>
      {!saysNothing(terms) && (
        <p className="small muted">
          {t('displacement:terms')} <LocalizedText text={terms} language={language} />
        </p>
      )}
    </section>
  )
}

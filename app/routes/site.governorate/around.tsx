import { useLoaderData } from '@remix-run/react'
import { governorateName } from '#app/exhibition/governorates.ts'
import { neighboursOf } from '#app/exhibition/map/borders.ts'
import { Locator } from '#app/exhibition/map/locator.tsx'
import { collator } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { loader } from './route.tsx'

/** Where the governorate lies, and the way to those around it and to all. */
export function Around() {
  const { event, pcode } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const map = `/${language}/${event.slug}/exhibition/map`
  const neighbours = neighboursOf(pcode)
    .map((other) => ({ pcode: other, name: governorateName(other, language) }))
    .sort((a, b) => collator(language).compare(a.name, b.name))
  return (
    <aside className="card stack around" aria-labelledby="around">
      <Locator pcode={pcode} />
      {neighbours.length > 0 && (
        <>
          <h2 id="around">{t('map:place.neighbours')}</h2>
          <ul className="plain-list row tags">
            {neighbours.map((other) => (
              <li key={other.pcode}>
                <a className="tag quiet" href={`${map}/${other.pcode}`}>
                  {other.name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a className="more" href={map}>
          {t('map:place.onMap')}
        </a>
      </p>
    </aside>
  )
}

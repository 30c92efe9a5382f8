import { Link, useLoaderData } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { isolate } from '#app/i18n/format.ts'
import { type Localized, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { ListedWarning } from './listed.ts'
import type { loader } from './route.tsx'

/** What an editor should look at again, each a way to the item. Nothing of it is blocked. */
export function Warnings() {
  const { warnings } = useLoaderData<typeof loader>()
  const t = useText()
  if (warnings.length === 0) return null
  return (
    <section className="notice warning stack" aria-labelledby="warnings">
      <div>
        <h2 id="warnings">{t('agenda:desk.warnings')}</h2>
        <p className="small">{t('agenda:desk.warningsHint')}</p>
      </div>
      <ul className="plain-list rows">
        {warnings.map((warning, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two warnings about one item may read alike.
          <li key={index}>
            <Link to={warning.itemId}>
              <WarningText warning={warning} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function WarningText({ warning }: { warning: ListedWarning }) {
  const t = useText()
  const language = useLanguage()
  // Names of either script stand inside one sentence; each keeps its own direction.
  const text = (localized: Localized) => isolate(localize(localized, language))
  const title = text(warning.title)
  switch (warning.kind) {
    case 'roomTaken':
      return t('agenda:warning.roomTaken', { title, other: text(warning.other), room: text(warning.room) })
    case 'personTwice':
      return t('agenda:warning.personTwice', {
        title,
        other: text(warning.other),
        person: isolate(displayName(warning.names, language)),
      })
    case 'outsidePart':
      return t('agenda:warning.outsidePart', { title, part: text(warning.part) })
  }
}

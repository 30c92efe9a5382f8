import { Link, useLoaderData } from '@remix-run/react'
import { type ItemField, itemFields } from '#app/agenda/forms.ts'
import type { ItemContent } from '#app/agenda/schedule.server.ts'
import { formatInstant, formatList, isolate } from '#app/i18n/format.ts'
import { type Language, type Localized, languageNames, languages, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { loader } from './route.tsx'
import type { Conflict as Given } from './save-item.server.ts'

/**
 * Stands in a form whose item somebody else has changed meanwhile: where the two differ, both texts, and the choice of
 * theirs. What is not chosen is saved as the form has it, now knowingly; or the form is left, and theirs stays.
 */
export function Conflict({ conflict }: { conflict: Given }) {
  const t = useText()
  const language = useLanguage()
  const { event } = useLoaderData<typeof loader>()
  const tell = useTold()
  const differing = itemFields.flatMap((field) => {
    const mine = tell(conflict.mine, field, conflict.theirs)
    const theirs = tell(conflict.theirs, field, conflict.mine)
    return mine === theirs ? [] : [{ field, mine, theirs }]
  })
  const at = isolate(formatInstant(conflict.at, 'time', language, event.zone))
  return (
    <section className="notice warning stack conflict" role="alert" aria-labelledby="conflict">
      <h2 id="conflict">
        {conflict.by
          ? t('planner:conflict.by', { name: isolate(conflict.by), at })
          : t('planner:conflict.changed', { at })}
      </h2>
      <p>{differing.length ? t('planner:conflict.hint') : t('planner:conflict.same')}</p>
      {differing.map(({ field, mine, theirs }) => (
        <fieldset key={field} className="field">
          <legend>{t(`planner:conflict.field.${field}`)}</legend>
          <dl className="conflict-texts">
            <div>
              <dt>{t('planner:conflict.mine')}</dt>
              <dd dir="auto">{mine || '–'}</dd>
            </div>
            <div>
              <dt>{t('planner:conflict.theirs')}</dt>
              <dd dir="auto">{theirs || '–'}</dd>
            </div>
          </dl>
          <div className="check">
            <label>
              <input type="checkbox" name="theirs" value={field} />
              <span>{t('planner:conflict.take')}</span>
            </label>
          </div>
        </fieldset>
      ))}
      <p>
        <Link className="button quiet" to="." reloadDocument>
          {t('planner:conflict.leave')}
        </Link>
      </p>
    </section>
  )
}

/** A field of an item as a person reads it; of texts the languages in which it is not as the other has it. */
function useTold() {
  const { event, parts, rooms, tracks } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const named = (all: readonly { id: string; name: Localized }[], id: string | null | undefined) =>
    localize(all.find((one) => one.id === id)?.name, language)
  const spoken = (all: readonly Language[]) =>
    formatList(
      all.map((one) => t(`agenda:language.${one}`)),
      language,
    )
  return (content: ItemContent, field: ItemField, other: ItemContent): string => {
    switch (field) {
      case 'title':
      case 'abstract':
        return languages
          .filter((one) => content[field][one] !== other[field][one])
          .flatMap((one) => (content[field][one] ? [`${languageNames[one]}: ${content[field][one]}`] : []))
          .join('\n')
      case 'kind':
        return t(`agenda:kind.${content.kind}`)
      case 'trackId':
        return named(tracks, content.trackId)
      case 'roomId':
        return named(rooms, content.roomId)
      case 'partId':
        return named(parts, content.partId)
      case 'startsAt':
      case 'endsAt':
        return formatInstant(content[field], 'dayAndTime', language, event.zone)
      case 'spokenLanguages':
      case 'interpretedLanguages':
        return spoken(content[field])
    }
  }
}

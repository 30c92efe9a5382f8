import { useLoaderData } from '@remix-run/react'
import { inRuns, isPause } from '#app/agenda/rules.ts'
import { formatInstant, formatList } from '#app/i18n/format.ts'
import type { Language } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Markdown } from '#app/ui/markdown.tsx'
import { RoleHolder } from './role-holder.tsx'
import type { loader } from './route.tsx'
import type { ShownItem } from './shown-item.ts'

/** One item; its anchor is what calendars and messages link to. */
export function AgendaEntry({
  item,
  namesPart,
  saysEnd,
}: {
  item: ShownItem
  namesPart: boolean
  saysEnd: boolean
}) {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const isQuiet = isPause(item.kind)
  return (
    <article id={`item-${item.id}`} className={isQuiet ? 'entry quiet' : 'entry stack'}>
      <div className="tight">
        <h3>
          <LocalizedText text={item.title} language={language} />
        </h3>
        <p className="entry-facts">
          {!isQuiet && <span className="tag">{t(`agenda:kind.${item.kind}`)}</span>}
          {item.room && (
            <span>
              <LocalizedText text={item.room} language={language} />
            </span>
          )}
          {saysEnd && (
            <span>
              {t('agenda:site.until', { time: formatInstant(item.endsAt, 'time', language, event.zone) })}
            </span>
          )}
          {namesPart && (
            <span>
              <LocalizedText text={item.part.name} language={language} />
            </span>
          )}
        </p>
      </div>
      <Markdown text={item.abstract} language={language} />
      {item.roles.length > 0 && <People roles={item.roles} />}
      <Languages spoken={item.spokenLanguages} interpreted={item.interpretedLanguages} />
    </article>
  )
}

function People({ roles }: { roles: ShownItem['roles'] }) {
  const t = useText()
  return (
    <dl className="entry-people">
      {inRuns(roles).map((run) => (
        <div key={run[0]?.id}>
          <dt>{t(`agenda:${run.length > 1 ? 'roles' : 'role'}.${run[0]?.role ?? 'speaker'}`)}</dt>
          {run.map((role) => (
            <dd key={role.id}>
              <RoleHolder holder={role} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

/** In words: a flag is a country, not a language. */
function Languages({ spoken, interpreted }: { spoken: Language[]; interpreted: Language[] }) {
  const t = useText()
  const language = useLanguage()
  const names = (languages: Language[]) =>
    formatList(
      languages.map((one) => t(`agenda:language.${one}`)),
      language,
    )
  if (spoken.length + interpreted.length === 0) return null
  return (
    <ul className="plain-list entry-languages">
      {spoken.length > 0 && <li>{t('agenda:spoken', { languages: names(spoken) })}</li>}
      {interpreted.length > 0 && <li>{t('agenda:interpreted', { languages: names(interpreted) })}</li>}
    </ul>
  )
}

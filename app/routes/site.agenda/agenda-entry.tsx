import { useLoaderData } from '@remix-run/react'
import { inRuns, isPause } from '#app/agenda/rules.ts'
import { trackColour } from '#app/agenda/tracks.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Markdown } from '#app/ui/markdown.tsx'
import { Choose } from './choosing.tsx'
import { mayBeOn, NowTag, onNow } from './live.tsx'
import { RoleHolder } from './role-holder.tsx'
import type { loader } from './route.tsx'
import type { ShownItem } from './shown-item.ts'
import { Spoken } from './spoken.tsx'

type Shown = { item: ShownItem; namesPart: boolean; saysEnd: boolean }

/** One item; its anchor is what calendars and messages link to. */
export function AgendaEntry({ item, namesPart, saysEnd }: Shown) {
  const { event, kind, isDescribed, at } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const isQuiet = isPause(item.kind)
  const title = <LocalizedText text={item.title} language={language} />
  return (
    <article
      id={`item-${item.id}`}
      className={`${isQuiet ? 'entry quiet' : 'entry stack'}${kind === 'last' && onNow(item, at) ? ' on-now' : ''}`}
      {...(kind === 'last' && mayBeOn(item, at) && times(item))}
    >
      <div className="tight">
        <h3>
          {kind === 'last' && !isQuiet ? (
            <a href={`/${language}/${event.slug}/agenda/items/${item.id}`}>{title}</a>
          ) : (
            title
          )}
        </h3>
        <Facts item={item} namesPart={namesPart} saysEnd={saysEnd} />
        <Choose item={item} />
      </div>
      {isDescribed && <Markdown text={item.abstract} language={language} />}
      {item.roles.length > 0 && <People roles={item.roles} />}
      <Spoken item={item} />
    </article>
  )
}

/** For the script, which marks what is on while the page stays open. */
function times({ startsAt, endsAt }: ShownItem) {
  return { 'data-from': startsAt.getTime(), 'data-to': endsAt.getTime() }
}

function Facts({ item, namesPart, saysEnd }: Shown) {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <p className="entry-facts">
      <NowTag item={item} />
      {!isPause(item.kind) && <span className="tag">{t(`agenda:kind.${item.kind}`)}</span>}
      <Track track={item.track} />
      {item.room && (
        <span className="entry-room">
          <LocalizedText text={item.room.name} language={language} />
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
  )
}

/** A track by its name on its colour. */
export function Track({ track }: { track: ShownItem['track'] }) {
  const language = useLanguage()
  if (!track) return null
  return (
    <span className={`tag track ${trackColour(track.colour)}`}>
      <LocalizedText text={track.name} language={language} />
    </span>
  )
}

/** Who does what, in the order of protocol. */
export function People({ roles }: { roles: ShownItem['roles'] }) {
  const t = useText()
  const language = useLanguage()
  return (
    <dl className="entry-people">
      {inRuns(roles).map((run) => (
        <div key={run[0]?.id}>
          <dt>{t(`agenda:${run.length > 1 ? 'roles' : 'role'}.${run[0]?.role ?? 'speaker'}`)}</dt>
          {run.map((role) => (
            <dd key={role.id}>
              <RoleHolder holder={role} />
              {Object.keys(role.contribution).length > 0 && (
                <span className="block contribution">
                  <LocalizedText text={role.contribution} language={language} />
                </span>
              )}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

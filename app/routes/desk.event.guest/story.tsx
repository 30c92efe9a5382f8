import { useLoaderData } from '@remix-run/react'
import { formatInstant, isoDay } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { NoteForm } from './note-form.tsx'
import type { loader } from './route.tsx'
import { Telling } from './telling.tsx'

/** Everything that happened to this invitation, in its order, day by day; each line has an address of its own. */
export function Story() {
  const { story, page, canEdit } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { zone } = page.event
  const days = [...Map.groupBy(story, ({ at }) => isoDay(at, zone))]
  return (
    <section className="card stack" aria-labelledby="story">
      <h2 id="story">{t('guests:story.title')}</h2>
      <ol className="plain-list stack">
        {days.map(([day, chapters]) => (
          <li key={day} className="story-day">
            <h3>{chapters[0] && formatInstant(chapters[0].at, 'day', language, zone)}</h3>
            <ol className="plain-list rows">
              {chapters.map((chapter) => (
                <li key={chapter.kind + chapter.id} id={`${chapter.kind}-${chapter.id}`} className="story">
                  <a className="muted small" href={`#${chapter.kind}-${chapter.id}`}>
                    <time dateTime={chapter.at.toISOString()}>
                      <bdi>{formatInstant(chapter.at, 'time', language, zone)}</bdi>
                    </time>
                  </a>
                  <div>
                    <Telling chapter={chapter} />
                  </div>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
      {canEdit && <NoteForm />}
    </section>
  )
}

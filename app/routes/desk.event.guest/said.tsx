import { useLoaderData } from '@remix-run/react'
import { saidInOrder } from '#app/answers/asked.ts'
import { displayName } from '#app/directory/names.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { SaidList } from '../answer/said-list.tsx'
import type { loader } from './route.tsx'

/** What the guest, or each delegate, has said to the event's questions. */
export function Said() {
  const { asking, contacts, slug } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const answered = asking.people.filter(({ said }) => saidInOrder(asking.ever, said).length > 0)
  if (answered.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="said">
      <h2 id="said">{t('questions:answers')}</h2>
      {answered.map(({ id, said }) => {
        const person = contacts.find((one) => one.id === id)
        return (
          <div key={id} className="stack">
            {person && asking.people.length > 1 && (
              <h3>
                <bdi className="wraps">{displayName(person.names, language)}</bdi>
              </h3>
            )}
            <SaidList
              questions={asking.ever}
              said={said}
              files={asking.files}
              fileLink={(question, file) => `/desk/events/${slug}/questions/${question}/files/${file}`}
            />
          </div>
        )
      })}
    </section>
  )
}

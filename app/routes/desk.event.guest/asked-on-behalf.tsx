import { useActionData, useLoaderData } from '@remix-run/react'
import { questionsFor, type SentBack } from '#app/answers/asked.ts'
import { displayName } from '#app/directory/names.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { AskedFields } from '../answer/asked-fields.tsx'
import type { action, loader } from './route.tsx'

/** The event's questions in the form of an answer that came another way; nothing is demanded of whoever rings up. */
export function AskedOnBehalf() {
  const { asking, page, contacts } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const { asked: back } = (came ?? {}) as { asked?: SentBack }
  const parts = page.parts.map(({ id }) => id)
  const people = asking.people
    .map((person) => ({ ...person, questions: questionsFor(asking, person.group, parts) }))
    .filter(({ questions }) => questions.length > 0)
  if (people.length === 0) return null
  return (
    <details className="fold" open={Boolean(back)}>
      <summary className="strong">{t('questions:title')}</summary>
      <div className="stack">
        {people.map(({ id, questions, said }) => {
          const person = contacts.find((one) => one.id === id)
          return (
            <section key={id} className="stack" aria-label={person && displayName(person.names, language)}>
              {person && people.length > 1 && (
                <p className="strong">
                  <bdi className="wraps">{displayName(person.names, language)}</bdi>
                </p>
              )}
              <AskedFields personId={id} questions={questions} said={said} files={asking.files} {...back} />
            </section>
          )
        })}
      </div>
    </details>
  )
}

import { useActionData, useLoaderData } from '@remix-run/react'
import { questionsFor, type SentBack } from '#app/answers/asked.ts'
import { displayName } from '#app/directory/names.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { AskedFields } from './asked-fields.tsx'
import type { action, loader } from './route.tsx'

/** With more delegates than this, the page would be too heavy for a weak network: each then answers by their own link. */
const mostDelegates = 20

/** What the event asks besides: of the guest, or of each delegate that is named. */
export function Asked() {
  const { asking, page } = useLoaderData<typeof loader>()
  if (asking.questions.length === 0) return null
  return page.isOrganisation ? <OfDelegates /> : <OfGuest />
}

function useAsked() {
  const { asking, page } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const openParts = page.parts.filter(({ isOpen }) => isOpen).map(({ id }) => id)
  const { asked } = (came ?? {}) as { asked?: SentBack }
  return {
    problems: asked?.problems,
    people: asking.people
      .map((person) => ({ ...person, questions: questionsFor(asking, person.group, openParts) }))
      .filter(({ questions }) => questions.length > 0),
    shared: { openParts, files: asking.files, typed: asked?.typed, problems: asked?.problems },
  }
}

function OfGuest() {
  const t = useText()
  const { people, shared } = useAsked()
  const [person] = people
  if (!person) return null
  return (
    <section className="stack" aria-labelledby="asked">
      <h2 id="asked">{t('questions:title')}</h2>
      <AskedFields personId={person.id} questions={person.questions} said={person.said} {...shared} />
    </section>
  )
}

function OfDelegates() {
  const { page } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { people, shared, problems } = useAsked()
  const named = people.flatMap((person) => {
    const who = page.names.find(({ id }) => id === person.id)
    return who ? [{ ...person, name: displayName(who.names, language) }] : []
  })
  if (named.length > mostDelegates) return null
  return (
    <section className="stack" aria-labelledby="asked">
      <h2 id="asked">{t('questions:title')}</h2>
      <p className="hint">{t('questions:forDelegates')}</p>
      {named.map(({ id, name, questions, said }) => (
        <details key={id} className="name-row" open={Boolean(problems?.[id])}>
          <summary className="strong">
            <bdi className="wraps">{name}</bdi>
          </summary>
          <AskedFields personId={id} questions={questions} said={said} {...shared} />
        </details>
      ))}
    </section>
  )
}

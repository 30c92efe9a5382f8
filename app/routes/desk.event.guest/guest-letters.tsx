import { Link, useLoaderData } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { LetterRow } from '../desk.event.letters/letter-row.tsx'
import type { loader } from './route.tsx'

/** What was written to this guest on paper and what came back, each with its scan. */
export function GuestLetters() {
  const { letters, slug, invitation, canEdit } = useLoaderData<typeof loader>()
  const t = useText()
  if (!letters.length && !canEdit) return null
  const home = `/desk/events/${slug}/letters`
  return (
    <section className="card stack" aria-labelledby="letters">
      <h2 id="letters">{t('letters:guest.title')}</h2>
      {letters.length > 0 && (
        <ul className="plain-list message-list">
          {letters.map((row) => (
            <LetterRow
              key={row.id}
              row={row}
              home={home}
              scan={row.scanId && `/desk/events/${slug}/documents/${row.scanId}`}
            />
          ))}
        </ul>
      )}
      {canEdit && (
        <p className="row">
          <Link className="button quiet" to={`${home}/new?invitation=${invitation.id}`}>
            {t('letters:guest.write')}
          </Link>
          <Link className="button quiet" to={`${home}/incoming?invitation=${invitation.id}`}>
            {t('letters:guest.enter')}
          </Link>
        </p>
      )}
    </section>
  )
}

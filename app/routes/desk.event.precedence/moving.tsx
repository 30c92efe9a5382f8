import { Form, Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { loader } from './route.tsx'

/** Somebody is picked up: where they may go at once. Every row of the list below takes them before or after itself. */
export function Moving() {
  const { moving } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const [search] = useSearchParams()
  if (!moving) return null
  const name =
    moving.subject === 'attendee'
      ? displayName(moving.names, language)
      : localize(moving.organisationName, language)
  const { move: _, search: __, ...kept } = Object.fromEntries(search)
  return (
    <section className="notice info stack" aria-labelledby="moving" id="moving-box">
      <h2 id="moving">{t('participants:precedence.placing', { name })}</h2>
      <p>{t('participants:precedence.placingHint')}</p>
      <Form method="post" className="row">
        <input type="hidden" name="subject" value={`${moving.subject}:${moving.id}`} />
        <button type="submit" className="button" name="intent" value="first">
          {t('participants:precedence.first')}
        </button>
        <button type="submit" className="button" name="intent" value="last">
          {t('participants:precedence.last')}
        </button>
        <Link className="button quiet" to={`?${new URLSearchParams(kept)}`}>
          {t('common:cancel')}
        </Link>
      </Form>
    </section>
  )
}

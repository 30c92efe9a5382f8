import { Form, useLoaderData } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Act } from './decide.tsx'
import type { loader } from './route.tsx'

/** Finds the guest whose mail this is, when it came from elsewhere or names somebody else. */
export function Whose() {
  const { guests, search } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <section className="card stack" aria-labelledby="whose">
      <h2 id="whose">{t('inbox:act.linkTitle')}</h2>
      <Form method="get" className="row search-row" role="search">
        <input
          type="search"
          name="guest"
          defaultValue={search}
          aria-label={t('inbox:act.search')}
          placeholder={t('inbox:act.search')}
        />
        <button type="submit" className="button quiet">
          {t('inbox:act.find')}
        </button>
      </Form>
      {search && guests.length === 0 && <p className="muted">{t('inbox:act.nobodyFound')}</p>}
      <ul className="plain-list rows">
        {guests.map(({ attendeeId, names, organisationName, email }) => (
          <li key={attendeeId} className="row between">
            <span>
              <bdi className="wraps strong">{displayName(names, language)}</bdi>
              <span className="hint">
                <bdi className="wraps">{localize(organisationName, language)}</bdi>{' '}
                <bdi dir="ltr">{email}</bdi>
              </span>
            </span>
            <Form method="post">
              <input type="hidden" name="guest" value={attendeeId} />
              <Act intent="link" label={t('inbox:act.link')} isQuiet />
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { Form, useLoaderData } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { loader } from './route.tsx'
import { ShownLists } from './shown-lists.tsx'

export function ShownProgrammesPage() {
  const { slug, programmes, done } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const shown = programmes.filter((programme) => programme.slug !== null)
  return (
    <div className="stack">
      <p>
        <a className="more" href={`/desk/events/${slug}/exhibition`}>
          {t('exhibition:toList')}
        </a>
      </p>
      <h1>{t('programmes:shown.title')}</h1>
      {done === 'chosen' && <Notice kind="success">{t('programmes:done.chosen')}</Notice>}
      <p className="muted">{t('programmes:shown.lead')}</p>
      {programmes.length === 0 ? <p className="card empty">{t('programmes:shown.none')}</p> : <Choose />}
      {shown.length > 0 && (
        <ul className="plain-list">
          {shown.map((programme) => (
            <li key={programme.id}>
              <a className="target" href={`/${language}/${slug}/exhibition/programmes/${programme.slug}`}>
                {t('programmes:shown.public')}: <LocalizedText text={programme.name} language={language} />
              </a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a className="target" href="/desk/programmes">
          {t('programmes:shown.toOffice')}
        </a>
      </p>
      <ShownLists />
    </div>
  )
}

function Choose() {
  const { programmes } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <Form method="post" className="card stack">
      <fieldset className="field">
        <legend>{t('programmes:shown.title')}</legend>
        <div className="choice">
          {programmes.map(({ id, name, acronym, slug }) => (
            <label key={id}>
              <input type="checkbox" name="programme" value={id} defaultChecked={slug !== null} />
              <span>
                <LocalizedText text={name} language={language} />
                <small>
                  <LocalizedText text={acronym} language={language} />
                </small>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <p>
        <button type="submit" className="button">
          {t('programmes:shown.save')}
        </button>
      </p>
    </Form>
  )
}

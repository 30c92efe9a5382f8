import { Form, useLoaderData } from '@remix-run/react'
import { formatPartialDate } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { loader } from './route.tsx'

/** Which of the office's lists of activities the map of this exhibition counts. */
export function ShownLists() {
  const { lists, done } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <section id="lists" className="stack" aria-labelledby="lists-title">
      <h2 id="lists-title">{t('sheets:activities.shown')}</h2>
      {done === 'lists' && <Notice kind="success">{t('sheets:activities.chosen')}</Notice>}
      {lists.length === 0 ? <p className="card empty">{t('sheets:activities.noLists')}</p> : <Choose />}
      <p>
        <a className="target" href="/desk/activities">
          {t('sheets:activities.toOffice')}
        </a>
      </p>
    </section>
  )
}

function Choose() {
  const { lists } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <Form method="post" className="card stack">
      <fieldset className="field">
        <legend>{t('sheets:activities.shown')}</legend>
        <p className="hint">{t('sheets:activities.shownHint')}</p>
        <div className="choice">
          {lists.map(({ id, name, asOf, isShown }) => (
            <label key={id}>
              <input type="checkbox" name="list" value={id} defaultChecked={isShown} />
              <span>
                <bdi className="wraps">{name}</bdi>
                <small>{t('programmes:site.asOf', { date: formatPartialDate(asOf, language) })}</small>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <p>
        <button type="submit" className="button" name="intent" value="lists">
          {t('sheets:activities.save')}
        </button>
      </p>
    </Form>
  )
}

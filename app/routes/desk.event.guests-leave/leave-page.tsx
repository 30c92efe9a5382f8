import { Form, useLoaderData } from '@remix-run/react'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { NewId } from '#app/ui/new-id.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { ActPage } from '../desk.event.guests-bulk/act-page.tsx'
import { Who } from '../desk.event.guests-bulk/who.tsx'
import type { loader } from './route.tsx'

/** Taking many off one part: which, what it would do, and the button that does it. */
export function LeavePage() {
  const { back, who, effect } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <ActPage back={back} title={t('roster:act.leavePart')} isForNobody={who.people + who.institutions === 0}>
      <section className="card stack" aria-label={t('roster:bulk.effect')}>
        <Who effect={who} />
        <Which />
        {effect && <Effect />}
      </section>
    </ActPage>
  )
}

/** Asking shows the effect; nothing is changed by it. */
function Which() {
  const { hidden, parts, part } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <Form className="row value-form">
      {hidden.map(([name, given]) => (
        <input key={name + given} type="hidden" name={name} value={given} />
      ))}
      <div className="field">
        <label htmlFor="from">{t('roster:value.invite')}</label>
        <select id="from" name="from" defaultValue={part?.id}>
          {parts.map(({ id, name }) => (
            <option key={id} value={id}>
              {localize(name, language)}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="button quiet">
        {t('roster:bulk.show')}
      </button>
    </Form>
  )
}

function Effect() {
  const { effect, isTooMany } = useLoaderData<typeof loader>()
  const t = useText()
  if (!effect) return null
  const { leaving, seats, notIn, lastPart } = effect
  return (
    <>
      <ul>
        {leaving > 0 && <li>{t('views:leave.leaving', { count: leaving })}</li>}
        {seats > 0 && <li>{t('views:leave.seats', { count: seats })}</li>}
        {notIn > 0 && <li>{t('views:leave.notIn', { count: notIn })}</li>}
        {lastPart > 0 && <li>{t('views:leave.lastPart', { count: lastPart })}</li>}
      </ul>
      {isTooMany && <Notice kind="warning">{t('roster:bulk.tooMany')}</Notice>}
      {leaving === 0 && <Notice kind="warning">{t('roster:bulk.nothing')}</Notice>}
      {leaving > 0 && !isTooMany && (
        <Form method="post" className="stack">
          <NewId />
          <p>{t('views:leave.noUndo')}</p>
          <button type="submit" className="button danger">
            {t('views:leave.button', { count: leaving })}
          </button>
        </Form>
      )}
    </>
  )
}

import { Form, Link, useLoaderData } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { mailingKinds } from '#app/invitations/rules.ts'
import { NewId } from '#app/ui/new-id.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { loader } from './route.tsx'

/** A letter to those who were chosen: which kind it is. The next page has its text and shows everybody it reaches. */
export function WritePage() {
  const { back, count, without } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <div className="stack form-page">
      <p>
        <Link to={back} className="target">
          {t('guests:backToList')}
        </Link>
      </p>
      <h1>{t('roster:act.write')}</h1>
      {count === 0 ? (
        <p className="card empty">{t('roster:bulk.nobody')}</p>
      ) : (
        <Form method="post" className="card stack">
          <NewId />
          <p className="strong">{t('views:write.count', { count, number: formatNumber(count, language) })}</p>
          {without > 0 && <Notice kind="warning">{t('views:write.without', { count: without })}</Notice>}
          <p className="muted">{t('views:write.hint')}</p>
          <fieldset className="field">
            <legend>{t('views:write.kind')}</legend>
            <div className="row">
              {mailingKinds.map((kind) => (
                <button key={kind} type="submit" className="button quiet" name="kind" value={kind}>
                  {t(`templates:name.${kind}`)}
                </button>
              ))}
            </div>
          </fieldset>
        </Form>
      )}
    </div>
  )
}

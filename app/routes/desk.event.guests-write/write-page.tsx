import { Form, useLoaderData } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { mailingKinds } from '#app/invitations/rules.ts'
import { NewId } from '#app/ui/new-id.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { ActPage } from '../desk.event.guests-bulk/act-page.tsx'
import type { loader } from './route.tsx'

/** A letter to those who were chosen: which kind it is. The next page has its text and shows everybody it reaches. */
export function WritePage() {
  const { back, count, without } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <ActPage back={back} title={t('roster:act.write')} isForNobody={count === 0}>
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
    </ActPage>
  )
}

import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useRef } from 'react'
import type { z } from 'zod'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { issueForm } from '#app/letters/forms.ts'
import { FormErrors } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useFramePreview } from '#app/ui/use-frame-preview.ts'
import { previewFrame } from '../desk.event.mailing/preview.tsx'
import { AudienceFields } from './audience-fields.tsx'
import type { action, loader } from './route.tsx'
import { TermsFields } from './terms-fields.tsx'

export type Given = z.input<typeof issueForm>

/** Letters to guests, seen on paper before they get their numbers. */
export function IssuePage() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const element = useRef<HTMLFormElement>(null)
  const turn = useFramePreview(element, { frame: previewFrame, atOnce: true })
  const [form, fields] = useForm<Given>({
    id: 'issue',
    constraint: getZodConstraint(issueForm),
    lastResult: answer?.result,
    defaultValue: {
      template: page.templates[0]?.id,
      layout: 'single',
      signatory: page.signatories[0]?.id,
      datedOn: page.today,
      hasCode: true,
      who: 'all',
      isFirst: true,
    },
  })
  return (
    <div className="stack">
      <p>
        <Link className="target" to={`/desk/events/${page.slug}/letters`}>
          {t('letters:letter.back')}
        </Link>
      </p>
      <h1>{t('letters:issue.title')}</h1>
      {!page.signatories.length && (
        <Notice kind="warning">
          {t('letters:issue.noSignatory')} <Link to="/desk/office/letters">{t('letters:office.title')}</Link>
        </Notice>
      )}
      <form method="post" {...getFormProps(form)} ref={element} className="stack">
        <FormErrors form={form} />
        <NewId />
        <input type="hidden" name="invitation" value={page.invitation} />
        <AudienceFields fields={fields} />
        <TermsFields fields={fields} />
        <Preview turn={turn} />
        <Buttons />
      </form>
    </div>
  )
}

function Preview({ turn }: { turn: number }) {
  const { slug, first } = useLoaderData<typeof loader>()
  const t = useText()
  const toFrame = {
    formAction: `/desk/events/${slug}/letters/preview`,
    formMethod: 'post',
    formTarget: previewFrame,
    formNoValidate: true,
  }
  return (
    <section className="card stack" aria-labelledby="preview">
      <h2 id="preview">{t('letters:preview.title')}</h2>
      <p className="muted">{t('letters:preview.hint')}</p>
      <input type="hidden" name="guest" value={first} />
      <p>
        <button type="submit" className="button quiet" {...toFrame}>
          {t('invitations:mailing.previewNow')}
        </button>
      </p>
      <iframe
        key={turn}
        className="mail-frame paper-frame"
        name={previewFrame}
        sandbox=""
        title={t('letters:preview.title')}
      />
    </section>
  )
}

/** How many it would be, as of the last time somebody asked. */
function Buttons() {
  const { count: atFirst } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const count = answer?.count ?? atFirst
  const number = formatNumber(count, language)
  return (
    <div className="stack" id="buttons">
      {answer?.isRecount && <Notice kind="warning">{t('letters:issue.recounted')}</Notice>}
      <p className="strong">{t('letters:issue.reaches', { count, number })}</p>
      <input type="hidden" name="expected" value={count} />
      <p className="row">
        {count > 0 && (
          <button type="submit" className="button" name="intent" value="issue">
            {t('letters:issue.issue', { count, number })}
          </button>
        )}
        <button type="submit" className="button quiet" name="intent" value="count">
          {t('letters:issue.count')}
        </button>
      </p>
      <p className="muted">{t('letters:issue.hint')}</p>
    </div>
  )
}

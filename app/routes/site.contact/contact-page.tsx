import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { enquiryForm } from '#app/exhibition/voices/forms.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, TextArea, TextField } from '#app/ui/field.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PagePath } from '../site/page-path.tsx'
import { Trap } from '../visitor-voices/trap.tsx'
import type { action, loader } from './route.tsx'

/** A visitor leaves who they are and what they would like to hear of this booth. */
export function ContactPage() {
  const { exhibit, back, isSent } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <main id="content" tabIndex={-1}>
      <div className="wrap page stack item-page">
        <PagePath steps={[{ href: back, text: exhibit.title }]} />
        <div className="tight">
          <h1>{t('voices:contact.title')}</h1>
          <p className="kicker">
            {exhibit.booth && (
              <>
                <bdi>{exhibit.booth}</bdi> ·{' '}
              </>
            )}
            <LocalizedText text={exhibit.title} language={language} />
          </p>
        </div>
        {isSent ? <Sent /> : <Ask />}
      </div>
    </main>
  )
}

function Sent() {
  const { back } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <>
      <Notice kind="success">{t('voices:contact.sent')}</Notice>
      <p>
        <a className="button" href={back}>
          {t('voices:back')}
        </a>
      </p>
    </>
  )
}

function Ask() {
  const { erasedAfter } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const [form, fields] = useForm<z.input<typeof enquiryForm>>({
    id: 'enquiry',
    constraint: getZodConstraint(enquiryForm),
    lastResult: answer?.result,
  })
  return (
    <Form method="post" {...getFormProps(form)} className="stack card">
      <FormErrors form={form} />
      <p>{t('voices:contact.lead')}</p>
      <NewId />
      <Trap />
      <TextField meta={fields.name} label={t('voices:contact.name')} autoComplete="name" dir="auto" />
      <fieldset className="field">
        <legend>
          {t('voices:contact.reach')}
          <span className="hint">{t('voices:contact.reachHint')}</span>
        </legend>
        <div className="fields">
          <TextField
            meta={fields.email}
            label={t('voices:contact.email')}
            type="email"
            autoComplete="email"
            hasMark={false}
          />
          <TextField
            meta={fields.phone}
            label={t('voices:contact.phone')}
            type="tel"
            autoComplete="tel"
            hasMark={false}
          />
        </div>
      </fieldset>
      <TextArea meta={fields.message} label={t('voices:contact.message')} rows={5} />
      <p className="small muted">
        {t('voices:contact.consent')}{' '}
        {erasedAfter !== null &&
          t('voices:contact.erased', { count: erasedAfter, number: formatNumber(erasedAfter, language) })}
      </p>
      <p>
        <button type="submit" className="button">
          {t('voices:contact.send')}
        </button>
      </p>
    </Form>
  )
}

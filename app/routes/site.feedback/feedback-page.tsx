import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { feedbackForm, scores } from '#app/exhibition/voices/forms.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { ChoiceField, FormErrors, TextArea } from '#app/ui/field.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PagePath } from '../site/page-path.tsx'
import { Face } from '../visitor-voices/face.tsx'
import { Trap } from '../visitor-voices/trap.tsx'
import type { action, loader } from './route.tsx'

/** Three steps and, if somebody likes, a few words. */
export function FeedbackPage() {
  const { exhibit, event, back, isSent } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <main id="content" tabIndex={-1}>
      <div className="wrap page stack item-page">
        <PagePath steps={[{ href: back, text: exhibit?.title ?? t('site:event.exhibition') }]} />
        <div className="tight">
          <h1>{exhibit ? t('voices:feedback.ofExhibit') : t('voices:feedback.ofWhole')}</h1>
          <p className="kicker">
            {exhibit?.booth && (
              <>
                <bdi>{exhibit.booth}</bdi> ·{' '}
              </>
            )}
            <LocalizedText text={exhibit?.title ?? event.name} language={language} />
          </p>
        </div>
        {isSent ? (
          <>
            <Notice kind="success">{t('voices:feedback.sent')}</Notice>
            <p>
              <a className="button" href={back}>
                {t('voices:back')}
              </a>
            </p>
          </>
        ) : (
          <Say />
        )}
      </div>
    </main>
  )
}

function Say() {
  const { score } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<z.input<typeof feedbackForm>>({
    id: 'feedback',
    constraint: getZodConstraint(feedbackForm),
    lastResult: answer?.result,
    defaultValue: { score: score ?? undefined },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="stack card">
      <FormErrors form={form} />
      <NewId />
      <Trap />
      <div className="faces">
        <ChoiceField
          meta={fields.score}
          legend={t('voices:feedback.choose')}
          choices={scores.map((step) => ({
            value: String(step),
            label: (
              <span className="face-word">
                <Face score={step} /> {t(`voices:score.${step}`)}
              </span>
            ),
          }))}
        />
      </div>
      <TextArea
        meta={fields.text}
        label={t('voices:feedback.text')}
        hint={t('voices:feedback.hint')}
        rows={4}
      />
      <p>
        <button type="submit" className="button">
          {t('voices:feedback.send')}
        </button>
      </p>
    </Form>
  )
}

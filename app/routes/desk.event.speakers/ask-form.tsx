import { getFormProps, useForm } from '@conform-to/react'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import type { requestForm } from '#app/agenda/speaker-forms.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { ChoiceField, FormErrors, LocalizedField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { action, loader } from './route.tsx'

/** The form that the boxes in the list belong to. */
export const askFormId = 'ask'

/** Asks those who have not been asked, or reminds those who have not answered: all of them, or those ticked below. */
export function AskForm() {
  const { counts, toThank, mayWrite, event, needsSecondPerson } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const [form, fields] = useForm<z.input<typeof requestForm>>({
    id: askFormId,
    lastResult: came?.intent === 'ask' ? came.result : undefined,
    defaultValue: { which: 'all' },
  })
  if (!mayWrite) return null
  if (event.state !== 'published')
    return (
      <Notice kind="info">
        {t(`speakers:refused.${event.state === 'draft' ? 'notPublished' : 'eventCancelled'}`)}
      </Notice>
    )
  const counted = (number: number) => ({ count: number, number: formatNumber(number, language) })
  return (
    <details className="card fold" open={came?.intent === 'ask'}>
      <summary className="strong">{t('speakers:ask.title')}</summary>
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <p className="muted">
          {t('speakers:ask.hint')}{' '}
          <Link to={`/desk/events/${event.slug}/templates`}>{t('speakers:ask.texts')}</Link>
        </p>
        <ChoiceField
          meta={fields.which}
          legend={t('speakers:ask.which')}
          choices={[
            { value: 'all', label: t('speakers:ask.all') },
            { value: 'chosen', label: t('speakers:ask.chosen') },
          ]}
        />
        <LocalizedField
          meta={fields.word}
          label={t('speakers:ask.word')}
          hint={t('speakers:ask.wordHint')}
          among={event.languages}
          rows={3}
        />
        {needsSecondPerson && <p className="muted small">{t('programme:tell.approval')}</p>}
        <p className="row">
          <button type="submit" className="button" name="intent" value="ask">
            {t('speakers:ask.ask', counted(counts.notAsked))}
          </button>
          <button type="submit" className="button quiet" name="intent" value="remind">
            {t('speakers:ask.remind', counted(counts.asked))}
          </button>
          {toThank > 0 && (
            <button type="submit" className="button quiet" name="intent" value="thank">
              {t('speakers:ask.thank', counted(toThank))}
            </button>
          )}
        </p>
      </Form>
    </details>
  )
}

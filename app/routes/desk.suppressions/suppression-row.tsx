import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, useActionData, type useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { formatInstant } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { liftForm } from '#app/mail/suppression-forms.ts'
import { TextField } from '#app/ui/field.tsx'
import type { action, loader } from './route.tsx'

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

/** One address with why and since when; taking it off asks for a reason first, with or without script. */
export function SuppressionRow({ row, zone }: { row: Row; zone: string }) {
  const t = useText()
  const language = useLanguage()
  return (
    <li className="stack">
      <div className="row between">
        <p>
          <bdi className="strong wraps">{row.address}</bdi>{' '}
          <span className={row.reason === 'unsubscribed' ? 'tag quiet' : 'tag no'}>
            {t(`sending:reason.${row.reason}`)}
          </span>
        </p>
        <p className="small muted">
          {formatInstant(row.createdAt, 'dayAndTime', language, zone)}{' '}
          {row.addedBy && t('sending:list.by', { name: row.addedBy })}
        </p>
      </div>
      {row.note && (
        <p className="small wraps" dir="auto">
          {row.note}
        </p>
      )}
      <Lift row={row} />
    </li>
  )
}

function Lift({ row: { id, address } }: { row: Row }) {
  const answer = useActionData<typeof action>()
  const t = useText()
  const mine = answer && 'lifting' in answer && answer.lifting === id ? answer.liftResult : undefined
  const [form, fields] = useForm<z.input<typeof liftForm>>({
    id: `lift-${id}`,
    lastResult: mine,
    constraint: getZodConstraint(liftForm),
  })
  return (
    <details className="confirm" open={mine !== undefined}>
      <summary aria-label={t('sending:list.liftOf', { address })}>{t('sending:list.lift')}</summary>
      <Form method="post" {...getFormProps(form)} className="stack">
        <p>{t('sending:list.liftEffect', { address })}</p>
        <input type="hidden" name="suppression" value={id} />
        <TextField meta={fields.why} label={t('sending:list.why')} />
        <p>
          <button type="submit" name="intent" value="lift" className="button danger">
            {t('sending:list.liftAct')}
          </button>
        </p>
      </Form>
    </details>
  )
}

import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { counterForm } from '#app/letters/forms.ts'
import { TextField } from '#app/ui/field.tsx'
import type { action, loader } from './route.tsx'

/** For an office that has written letters this year before it came here. */
export function CounterForm() {
  const { year, last, next } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const [form, fields] = useForm<z.input<typeof counterForm>>({
    id: 'counter',
    constraint: getZodConstraint(counterForm),
    lastResult: answer?.intent === 'counter' ? answer.result : undefined,
    defaultValue: { last: String(last) },
  })
  return (
    <section className="card stack" aria-labelledby="numbers">
      <h2 id="numbers">{t('letters:office.numbers')}</h2>
      <p>
        {t('letters:office.next')}{' '}
        <bdi dir="ltr" className="strong">
          {next}
        </bdi>
      </p>
      <Form method="post" {...getFormProps(form)} className="stack">
        <TextField
          meta={fields.last}
          label={t('letters:office.last', {
            year: formatNumber(year, language, { useGrouping: false }),
          })}
          hint={t('letters:office.lastHint')}
          inputMode="numeric"
        />
        <p>
          <button type="submit" className="button quiet" name="intent" value="counter">
            {t('letters:office.setLast')}
          </button>
        </p>
      </Form>
    </section>
  )
}

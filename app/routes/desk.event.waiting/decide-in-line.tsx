import { getFormProps, useForm } from '@conform-to/react'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { CheckBox, FormErrors, TextField } from '#app/ui/field.tsx'
import type { Waiting } from './line.tsx'
import type { action, loader } from './route.tsx'

type Act = 'give' | 'offer' | 'first' | 'up' | 'down' | 'back' | 'takeBack'

/** What can be decided about one who waits or is offered a seat; each button says what it does. */
export function DecideInLine({ one, partId }: { one: Waiting; partId: string }) {
  const { list } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const result = came && 'result' in came && came.about === one.id ? came.result : undefined
  const [form, fields] = useForm<{ note: string; anyway: boolean }>({
    id: `line-${one.id}`,
    lastResult: result,
  })
  const acts: Act[] =
    one.status === 'offered'
      ? ['give', 'takeBack']
      : [
          'give',
          ...(list?.canOffer && one.email ? (['offer'] as const) : []),
          ...(one.restsSince ? (['back'] as const) : (['first', 'up', 'down'] as const)),
        ]
  return (
    <details className="act" open={Boolean(result)}>
      <summary aria-label={t('waiting:desk.actOf', { name: displayName(one.names, language) })}>
        {t('waiting:desk.act')}
      </summary>
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <input type="hidden" name="intent" value="decide" />
        <input type="hidden" name="part" value={partId} />
        <input type="hidden" name="attendee" value={one.id} />
        {one.status === 'offered' && <p className="muted">{t('waiting:desk.takeBackEffect')}</p>}
        <TextField
          meta={fields.note}
          label={t('waiting:desk.note')}
          hint={t('waiting:desk.noteHint')}
          dir="auto"
        />
        {one.status !== 'offered' && <CheckBox meta={fields.anyway} label={t('waiting:desk.anyway')} />}
        <p className="acts">
          {acts.map((act, index) => (
            <button
              key={act}
              type="submit"
              className={index === 0 ? 'button' : act === 'takeBack' ? 'button danger' : 'button quiet'}
              name="act"
              value={act}
            >
              {t(`waiting:desk.${act}`)}
            </button>
          ))}
        </p>
      </Form>
    </details>
  )
}

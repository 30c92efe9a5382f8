import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { hallForm } from '#app/exhibition/plan/forms.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { FormErrors, LocalizedField, SelectField } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { OrderButtons } from '#app/ui/order-buttons.tsx'
import { MetresField } from './metres-field.tsx'
import type { action, loader } from './route.tsx'

type Hall = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['hall']>

/** A hall's name and measures; without `hall`, a new one. */
export function HallForm({ hall }: { hall?: Hall }) {
  const { event, parts, halls } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const metres = (centimetres: number) => String(centimetres / 100)
  const [form, fields] = useForm<z.input<typeof hallForm>>({
    id: `hall-${hall?.id ?? 'new'}`,
    constraint: getZodConstraint(hallForm),
    lastResult: answer?.intent === 'hall' ? answer.result : undefined,
    defaultValue: {
      name: hall?.name ?? {},
      partId: hall?.partId ?? parts[0]?.id,
      width: metres(hall?.width ?? 2400),
      depth: metres(hall?.depth ?? 1600),
      step: metres(hall?.step ?? 50),
    } as never,
  })
  return (
    <section className="card stack">
      <div className="row between">
        <h2>{hall ? t('drawing:hall.settings') : t('drawing:hall.add')}</h2>
        {hall && <Order hall={hall} />}
      </div>
      <Form
        method="post"
        action={hall ? `?hall=${hall.id}&open=hall` : '?open=new'}
        {...getFormProps(form)}
        className="stack text-columns"
      >
        <FormErrors form={form} />
        <NewId />
        {hall && <input type="hidden" name="seen" value={hall.version} />}
        <LocalizedField
          meta={fields.name}
          label={t('drawing:hall.name')}
          hint={t('drawing:hall.nameHint')}
          among={event.languages}
        />
        {parts.length > 1 ? (
          <SelectField
            meta={fields.partId}
            label={t('exhibition:field.part')}
            choices={parts.map(({ id, name }) => ({ value: id, label: localize(name, language) }))}
          />
        ) : (
          <input type="hidden" name="partId" value={parts[0]?.id} />
        )}
        <div className="fields">
          <MetresField meta={fields.width} label={t('drawing:field.hallWidth')} />
          <MetresField meta={fields.depth} label={t('drawing:field.hallDepth')} />
          <MetresField
            meta={fields.step}
            label={t('drawing:field.step')}
            hint={t('drawing:field.stepHint')}
          />
        </div>
        <p className="row">
          <button type="submit" className="button" name="intent" value="hall">
            {hall ? t('drawing:hall.save') : t('drawing:hall.submit')}
          </button>
          {halls.length > 0 && (
            <Link className="button quiet" to={hall ? `?hall=${hall.id}` : '?'}>
              {t('common:cancel')}
            </Link>
          )}
        </p>
      </Form>
    </section>
  )
}

function Order({ hall }: { hall: Hall }) {
  const { halls } = useLoaderData<typeof loader>()
  const t = useText()
  const name = localize(hall.name, useLanguage())
  const at = halls.findIndex(({ id }) => id === hall.id)
  return (
    <OrderButtons
      name="hall"
      value={hall.id}
      up={t('exhibition:order.up', { name })}
      down={t('exhibition:order.down', { name })}
      isFirst={at === 0}
      isLast={at === halls.length - 1}
    />
  )
}

export function RemoveHall() {
  const t = useText()
  return (
    <Confirm intent="removeHall" title={t('drawing:hall.remove')} effect={t('drawing:hall.removeHint')} />
  )
}

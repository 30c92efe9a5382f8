import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { boothForm } from '#app/exhibition/forms.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { FormErrors, TextField } from '#app/ui/field.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { OrderButtons } from '#app/ui/order-buttons.tsx'
import { PlaceField } from './place-field.tsx'
import type { action, loader } from './route.tsx'

type Booth = ReturnType<typeof useLoaderData<typeof loader>>['booths'][number]

/** One booth: its code, its hall and what is shown there, or the form that changes it. */
export function BoothRow({ booth, index }: { booth: Booth; index: number }) {
  const { open } = useLoaderData<typeof loader>()
  return (
    <li>
      {booth.id === open.booth ? <BoothForm booth={booth} /> : <BoothFacts booth={booth} index={index} />}
    </li>
  )
}

function BoothFacts({ booth, index }: { booth: Booth; index: number }) {
  const { open, booths, pages } = useLoaderData<typeof loader>()
  const t = useText()
  const name = booth.code
  return (
    <div className="row between part-row">
      <div className="tight">
        <p className="row">
          <bdi className="booth-code">{booth.code}</bdi>
          <Hall booth={booth} />
        </p>
        <Shown booth={booth} />
      </div>
      {!open.booth && (
        <div className="row">
          <OrderButtons
            name="booth"
            value={booth.id}
            up={t('exhibition:order.up', { name })}
            down={t('exhibition:order.down', { name })}
            isFirst={index === 0 && open.page === 1}
            isLast={index === booths.length - 1 && open.page === pages}
          />
          <Link
            className="button quiet"
            to={`?booth=${booth.id}&page=${open.page}#booths`}
            aria-label={`${t('common:edit')}: ${name}`}
          >
            {t('common:edit')}
          </Link>
        </div>
      )}
    </div>
  )
}

/** The hall, and the part where there are several with booths. */
function Hall({ booth }: { booth: Booth }) {
  const { parts } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const part = parts.length > 1 ? parts.find(({ id }) => id === booth.partId) : undefined
  return (
    <span className="muted">
      {booth.hall && (
        <span className="apart">
          <LocalizedText text={booth.hall} language={language} />
        </span>
      )}
      {part && (
        <span className="apart">
          <LocalizedText text={part.name} language={language} />
        </span>
      )}
    </span>
  )
}

function Shown({ booth }: { booth: Booth }) {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (booth.exhibits.length === 0) return <p className="muted small">{t('exhibition:booths.free')}</p>
  return (
    <ul className="plain-list">
      {booth.exhibits.map(({ id, title }) => (
        <li key={id}>
          <Link className="target" to={`/desk/events/${event.slug}/exhibition/${id}`}>
            <LocalizedText text={title} language={language} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

function BoothForm({ booth }: { booth: Booth }) {
  const { open } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const { code, hallId, partId } = booth
  const [form, fields] = useForm<z.input<typeof boothForm>>({
    id: `booth-${booth.id}`,
    constraint: getZodConstraint(boothForm),
    lastResult: answer?.intent === 'edit' ? answer.result : undefined,
    defaultValue: { code, place: hallId ? `hall:${hallId}` : `part:${partId}` },
  })
  return (
    <div className="inset stack">
      <Form method="post" {...getFormProps(form)} className="stack text-columns">
        <FormErrors form={form} />
        <input type="hidden" name="booth" value={booth.id} />
        <TextField
          meta={fields.code}
          label={t('exhibition:field.code')}
          hint={t('exhibition:booths.codeHint')}
          dir="auto"
        />
        <PlaceField meta={fields.place} />
        <p className="row">
          <button type="submit" className="button" name="intent" value="edit">
            {t('exhibition:booths.save')}
          </button>
          <Link className="button quiet" to={`?page=${open.page}#booths`}>
            {t('common:cancel')}
          </Link>
        </p>
      </Form>
      <Confirm
        intent="remove"
        title={t('exhibition:booths.remove')}
        effect={t('exhibition:booths.removeHint')}
      >
        <input type="hidden" name="booth" value={booth.id} />
      </Confirm>
    </div>
  )
}

import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { manyAnswerForm } from '#app/answers/forms.ts'
import { replies } from '#app/answers/rules.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { CheckBox, FormErrors } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { ChannelFields } from '../desk.event.guest/channel-fields.tsx'
import { ActPage } from '../desk.event.guests-bulk/act-page.tsx'
import { Who } from '../desk.event.guests-bulk/who.tsx'
import type { action, loader } from './route.tsx'

/** One answer for many: which, what it would do, how it came, and the button that records it. */
export function AnswerPage() {
  const { back, who, effect } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <ActPage back={back} title={t('roster:act.answer')} isForNobody={who.people + who.institutions === 0}>
      <section className="card stack" aria-label={t('roster:bulk.effect')}>
        <Who effect={who} />
        <Which />
        {effect && <Effect />}
      </section>
    </ActPage>
  )
}

/** Asking shows the effect; nothing is changed by it. */
function Which() {
  const { hidden, parts, partIds, reply } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <Form className="stack">
      {hidden.map(([name, given]) => (
        <input key={name + given} type="hidden" name={name} value={given} />
      ))}
      <fieldset className="field">
        <legend>{t('views:answer.parts')}</legend>
        <div className="row check">
          {parts.map(({ id, name, audience }) => (
            <label key={id}>
              <input
                type="checkbox"
                name="of"
                value={id}
                defaultChecked={partIds.length ? partIds.includes(id) : audience === 'invited'}
              />
              <span>{localize(name, language)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="row value-form">
        <div className="field">
          <label htmlFor="reply">{t('views:answer.reply')}</label>
          <select id="reply" name="reply" defaultValue={reply ?? 'accepted'}>
            {replies.map((value) => (
              <option key={value} value={value}>
                {t(`answer:status.${value}`)}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="button quiet">
          {t('roster:bulk.show')}
        </button>
      </div>
    </Form>
  )
}

function Effect() {
  const { effect, isTooMany, parts } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!effect) return null
  const nameOf = (partId: string) => localize(parts.find(({ id }) => id === partId)?.name, language)
  return (
    <>
      <ul>
        {effect.parts.map(({ partId, answers, seated, waiting, already }) => (
          <li key={partId}>
            <bdi className="wraps">{nameOf(partId)}</bdi>: {t('views:answer.answers', { count: answers })}
            {seated > 0 && ` · ${t('views:answer.seated', { count: seated })}`}
            {waiting > 0 && ` · ${t('views:answer.waiting', { count: waiting })}`}
            {already > 0 && ` · ${t('views:answer.already', { count: already })}`}
          </li>
        ))}
        {effect.institutions > 0 && <li>{t('views:answer.institutions', { count: effect.institutions })}</li>}
        {effect.leftOut > 0 && <li>{t('views:answer.leftOut', { count: effect.leftOut })}</li>}
      </ul>
      {isTooMany && <Notice kind="warning">{t('roster:bulk.tooMany')}</Notice>}
      {effect.answered === 0 && <Notice kind="warning">{t('roster:bulk.nothing')}</Notice>}
      {effect.answered > 0 && !isTooMany && <Record count={effect.answered} />}
    </>
  )
}

function Record({ count }: { count: number }) {
  const came = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<z.input<typeof manyAnswerForm>>({
    id: 'many',
    lastResult: came?.result,
    constraint: getZodConstraint(manyAnswerForm),
    defaultValue: { via: 'letter', note: '', confirm: true },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="stack">
      <NewId />
      <FormErrors form={form} />
      <ChannelFields fields={fields} />
      <CheckBox meta={fields.confirm} label={t('views:answer.confirm')} />
      <p className="muted">{t('views:answer.noUndo')}</p>
      <p>
        <button type="submit" className="button">
          {t('views:answer.button', { count })}
        </button>
      </p>
    </Form>
  )
}

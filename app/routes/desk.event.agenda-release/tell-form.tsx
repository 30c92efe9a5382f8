import { getFormProps, useForm } from '@conform-to/react'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { concernedKinds, type tellForm } from '#app/agenda/release-form.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { ChoiceField, FormErrors } from '#app/ui/field.tsx'
import type { action, loader } from './route.tsx'

/** Whom to write to, with how many they are; nothing where nobody is concerned or the reader may not send mail. */
export function Concerned({ meta }: { meta: Parameters<typeof ChoiceField>[0]['meta'] }) {
  const { concerned, needsSecondPerson } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const choices = concernedKinds.flatMap((value) => {
    const count = concerned?.[value] ?? 0
    const label = t(`programme:tell.${value}`, { count, number: formatNumber(count, language) })
    return count ? [{ value, label }] : []
  })
  if (choices.length === 0) return null
  return (
    <div className="tight">
      <ChoiceField meta={meta} legend={t('programme:tell.legend')} choices={choices} multiple />
      <p className="muted small">{t('programme:tell.hint')}</p>
      {needsSecondPerson && <p className="small">{t('programme:tell.approval')}</p>}
    </div>
  )
}

/** Writes about the public version to those who were not written to when it was released. */
export function TellForm({ version }: { version: number }) {
  const { concerned, isUnchanged } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<z.input<typeof tellForm>>({ id: 'tell', lastResult: answer?.result })
  const isAnybody = concerned && Object.values(concerned).some((count) => count > 0)
  // While a draft waits, its release is what those concerned should hear of.
  if (!isAnybody || !isUnchanged) return null
  return (
    <Form method="post" {...getFormProps(form)} className="stack">
      <FormErrors form={form} />
      <input type="hidden" name="version" value={version} />
      <Concerned meta={fields.tell} />
      <p>
        <button type="submit" className="button quiet" name="intent" value="tell">
          {t('programme:tell.later')}
        </button>
      </p>
    </Form>
  )
}

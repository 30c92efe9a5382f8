import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { displayName } from '#app/directory/names.ts'
import { languages, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { signatoryForm } from '#app/letters/forms.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { FormErrors, LocalizedField, TextField } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { PictureForm } from './picture-form.tsx'
import type { action, loader } from './route.tsx'

type Signatory = ReturnType<typeof useLoaderData<typeof loader>>['signatories'][number]

/** Who signs for the office. */
export function Signatories() {
  const { signatories } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <section className="card stack" aria-labelledby="signatories">
      <h2 id="signatories">{t('letters:signatories.title')}</h2>
      {!signatories.length && <p className="muted">{t('letters:signatories.empty')}</p>}
      {signatories.map((one) => (
        <details key={one.id} className="letter-sheet disclosure">
          <summary>
            <bdi className="strong">{displayName(one.names, language)}</bdi>
            <span className="muted">{localize(one.position, language)}</span>
          </summary>
          <div className="stack">
            <SignatoryForm signatory={one} />
            <PictureForm
              documentId={one.signatureId}
              signatoryId={one.id}
              label={t('letters:signatories.signature')}
            />
            <Confirm
              intent="removeSignatory"
              title={t('letters:signatories.remove')}
              label={`${t('letters:signatories.remove')}: ${displayName(one.names, language)}`}
              effect={t('letters:signatories.removeHint')}
            >
              <input type="hidden" name="signatory" value={one.id} />
            </Confirm>
          </div>
        </details>
      ))}
      <details className="letter-sheet disclosure" open={!signatories.length}>
        <summary>
          <span className="strong">{t('letters:signatories.add')}</span>
        </summary>
        <SignatoryForm />
      </details>
    </section>
  )
}

function SignatoryForm({ signatory }: { signatory?: Signatory }) {
  const answer = useActionData<typeof action>()
  const t = useText()
  const intent = signatory ? 'signatory' : 'addSignatory'
  const isMine =
    answer?.intent === intent && (answer.intent === 'addSignatory' || answer.signatoryId === signatory?.id)
  const [form, fields] = useForm<z.input<typeof signatoryForm>>({
    id: `signatory-${signatory?.id ?? 'new'}`,
    constraint: getZodConstraint(signatoryForm),
    lastResult: isMine && 'result' in answer ? answer.result : undefined,
    defaultValue: signatory && {
      latin: signatory.names.latin?.full,
      arabic: signatory.names.arabic?.full,
      position: signatory.position,
    },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="stack">
      <FormErrors form={form} />
      {signatory ? <input type="hidden" name="signatory" value={signatory.id} /> : <NewId />}
      <div className="fields">
        <TextField meta={fields.latin} label={t('letters:signatories.latin')} dir="ltr" />
        <TextField meta={fields.arabic} label={t('letters:signatories.arabic')} dir="rtl" />
      </div>
      <LocalizedField meta={fields.position} label={t('letters:signatories.position')} among={languages} />
      <p>
        <button type="submit" className="button quiet" name="intent" value={intent}>
          {signatory ? t('common:save') : t('letters:signatories.add')}
        </button>
      </p>
    </Form>
  )
}

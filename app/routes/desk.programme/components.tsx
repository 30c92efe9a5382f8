import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { componentForm } from '#app/exhibition/programmes/forms.ts'
import { languages } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, LocalizedField } from '#app/ui/field.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { PieceButtons, RemovePiece } from './piece-buttons.tsx'
import type { Programme } from './programme-page.tsx'
import type { action, loader } from './route.tsx'
import { Section } from './section.tsx'

type Component = Programme['components'][number]

export function Components() {
  const { programme } = useLoaderData<typeof loader>()
  const language = useLanguage()
  return (
    <Section
      kind="component"
      rows={programme.components}
      form={(component?: Component) => <ComponentForm component={component} />}
    >
      {(component) => (
        <p className="strong">
          <LocalizedText text={component.name} language={language} />
        </p>
      )}
    </Section>
  )
}

function ComponentForm({ component }: { component: Component | undefined }) {
  const answer = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<z.input<typeof componentForm>>({
    id: `component-${component?.id ?? 'new'}`,
    constraint: getZodConstraint(componentForm),
    lastResult: answer?.of === 'component' ? answer.result : undefined,
    defaultValue: { name: component?.name },
  })
  return (
    <div className="inset stack">
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <NewId />
        <LocalizedField meta={fields.name} label={t('programmes:field.name')} among={languages} />
        <PieceButtons kind="component" id={component?.id} />
      </Form>
      <RemovePiece kind="component" id={component?.id} />
    </div>
  )
}

import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { phaseForm } from '#app/exhibition/programmes/forms.ts'
import { periodOf } from '#app/exhibition/programmes/period.ts'
import { phaseStates } from '#app/exhibition/programmes/rules.ts'
import { languages } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, LocalizedField, SelectField, TextField } from '#app/ui/field.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { PieceButtons, RemovePiece } from './piece-buttons.tsx'
import type { Programme } from './programme-page.tsx'
import type { action, loader } from './route.tsx'
import { Section } from './section.tsx'

type Phase = Programme['phases'][number]

export function Phases() {
  const { programme } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <Section kind="phase" rows={programme.phases} form={(phase?: Phase) => <PhaseForm phase={phase} />}>
      {(phase) => (
        <>
          <p className="strong">
            <LocalizedText text={phase.name} language={language} />
          </p>
          <p className="muted small">
            <span className="apart">{t(`programmes:state.${phase.state}`)}</span>
            {(phase.startsOn || phase.endsOn) && (
              <span className="apart">{periodOf(phase, { t, language })}</span>
            )}
          </p>
        </>
      )}
    </Section>
  )
}

function PhaseForm({ phase }: { phase: Phase | undefined }) {
  const answer = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<z.input<typeof phaseForm>>({
    id: `phase-${phase?.id ?? 'new'}`,
    constraint: getZodConstraint(phaseForm),
    lastResult: answer?.of === 'phase' ? answer.result : undefined,
    defaultValue: {
      ...{ name: phase?.name, state: phase?.state ?? 'running' },
      ...{ startsOn: phase?.startsOn ?? '', endsOn: phase?.endsOn ?? '' },
    },
  })
  return (
    <div className="inset stack">
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <NewId />
        <LocalizedField meta={fields.name} label={t('programmes:field.name')} among={languages} />
        <div className="fields">
          <TextField
            meta={fields.startsOn}
            label={t('programmes:field.startsOn')}
            hint={t('programmes:hint.day')}
            dir="ltr"
          />
          <TextField
            meta={fields.endsOn}
            label={t('programmes:field.endsOn')}
            hint={t('programmes:hint.day')}
            dir="ltr"
          />
        </div>
        <SelectField
          meta={fields.state}
          label={t('programmes:field.state')}
          choices={phaseStates.map((value) => ({ value, label: t(`programmes:state.${value}`) }))}
        />
        <PieceButtons kind="phase" id={phase?.id} />
      </Form>
      <RemovePiece kind="phase" id={phase?.id} />
    </div>
  )
}

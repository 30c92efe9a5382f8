import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { rowForm, thingForm } from '#app/exhibition/plan/forms.ts'
import { type Box, freePlaces, right } from '#app/exhibition/plan/geometry.ts'
import { boothCategories, furnitureKinds, usualSize } from '#app/exhibition/plan/kinds.ts'
import { nextCode } from '#app/exhibition/plan/numbering.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, LocalizedField, SelectField, TextField } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { MetresField } from './metres-field.tsx'
import type { action, loader } from './route.tsx'

type Fields = Record<'x' | 'y' | 'width' | 'depth', Parameters<typeof MetresField>[0]['meta']>

function Measures({ fields }: { fields: Fields }) {
  const t = useText()
  return (
    <>
      <MetresField meta={fields.x} label={t('drawing:field.x')} />
      <MetresField meta={fields.y} label={t('drawing:field.y')} />
      <MetresField meta={fields.width} label={t('drawing:field.width')} />
      <MetresField meta={fields.depth} label={t('drawing:field.depth')} />
    </>
  )
}

/** One booth or a row of them, numbered on; where there is room, to begin with. */
export function RowForm() {
  const { hall, things, codes } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const last = things.findLast(({ kind, box }) => kind === 'booth' && box)
  const [form, fields] = useForm<z.input<typeof rowForm>>({
    id: 'row',
    constraint: getZodConstraint(rowForm),
    lastResult: answer?.intent === 'row' ? answer.result : undefined,
    defaultValue: {
      ...{ code: nextCode(codes.at(-1), codes), count: '1', gap: '0', goes: 'right' },
      ...inMetres(startOf(hall, things, last?.box ?? null)),
    } as never,
  })
  return (
    <details className="stack disclosure" open={answer?.intent === 'row'}>
      <summary>{t('drawing:add.row')}</summary>
      <Form method="post" action={`?hall=${hall?.id}`} {...getFormProps(form)} className="inset stack">
        <FormErrors form={form} />
        <NewId />
        <div className="fields">
          <TextField
            meta={fields.code}
            label={t('drawing:field.first')}
            hint={t('drawing:field.firstHint')}
            dir="auto"
          />
          <TextField meta={fields.count} label={t('drawing:field.count')} type="number" />
          <SelectField
            meta={fields.goes}
            label={t('drawing:field.goes')}
            choices={(['right', 'down'] as const).map((way) => ({
              value: way,
              label: t(`drawing:goes.${way}`),
            }))}
          />
          <MetresField meta={fields.gap} label={t('drawing:field.gap')} />
          <Measures fields={fields} />
          <SelectField
            meta={fields.category}
            label={t('drawing:field.category')}
            empty={t('drawing:noCategory')}
            choices={boothCategories.map((one) => ({ value: one, label: t(`plan:category.${one}`) }))}
          />
        </div>
        <p>
          <button type="submit" className="button" name="intent" value="row">
            {t('exhibition:booths.submit')}
          </button>
        </p>
      </Form>
    </details>
  )
}

/** A door, a wall, a stage, words. */
export function ThingForm() {
  const { event, hall } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<z.input<typeof thingForm>>({
    id: 'thing',
    constraint: getZodConstraint(thingForm),
    lastResult: answer?.intent === 'thing' ? answer.result : undefined,
    defaultValue: { kind: 'entrance', ...inMetres({ x: 100, y: 100, ...usualSize('entrance') }) } as never,
  })
  return (
    <details className="stack disclosure" open={answer?.intent === 'thing'}>
      <summary>{t('drawing:add.thing')}</summary>
      <Form method="post" action={`?hall=${hall?.id}`} {...getFormProps(form)} className="inset stack">
        <FormErrors form={form} />
        <NewId />
        <div className="fields">
          <SelectField
            meta={fields.kind}
            label={t('drawing:field.kind')}
            choices={furnitureKinds.map((kind) => ({ value: kind, label: t(`plan:furniture.${kind}`) }))}
          />
          <Measures fields={fields} />
        </div>
        <LocalizedField
          meta={fields.label}
          label={t('drawing:field.label')}
          hint={t('drawing:field.labelHint')}
          among={event.languages}
        />
        <p>
          <button type="submit" className="button" name="intent" value="thing">
            {t('drawing:add.submit')}
          </button>
        </p>
      </Form>
    </details>
  )
}

type Hall = ReturnType<typeof useLoaderData<typeof loader>>['hall']
type Things = ReturnType<typeof useLoaderData<typeof loader>>['things']

/** Beside the last booth, or where a booth fits. */
function startOf(hall: Hall, things: Things, last: Box | null): Box {
  const size = last ? { width: last.width, depth: last.depth } : usualSize('booth')
  if (last && hall && right(last) + last.width <= hall.width) return { ...last, x: right(last) }
  const taken = things.flatMap(({ box }) => (box ? [box] : []))
  const [place] = hall ? freePlaces(1, size, { hall, taken }) : []
  return place ?? { x: 200, y: 200, ...size }
}

function inMetres(box: Box): Record<keyof Box, string> {
  const { x, y, width, depth } = box
  return { x: `${x / 100}`, y: `${y / 100}`, width: `${width / 100}`, depth: `${depth / 100}` }
}

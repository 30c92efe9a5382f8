import { useLoaderData } from '@remix-run/react'
import { boothCategories } from '#app/exhibition/plan/kinds.ts'
import type { Thing } from '#app/exhibition/plan/step.ts'
import { direction, languageNames } from '#app/i18n/languages.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FieldErrors } from '#app/ui/field.tsx'
import type { loader } from './route.tsx'

type Given = {
  thing: Thing
  /** `booths[3]`: how its fields are called. */
  name: string
  /** What came back from a refused form, which must not be lost. */
  typed: Record<string, unknown> | undefined
  errors: Record<string, string[] | null>
  called: string
}

const measures = ['x', 'y', 'width', 'depth'] as const

/** One booth or piece of furniture in numbers. */
export function ThingsRow({ thing, name, typed, errors, called }: Given) {
  const t = useText()
  return (
    <tr>
      <th scope="row">
        <input type="hidden" name={`${name}.id`} value={thing.id} />
        <input type="hidden" name={`${name}.seen`} value={String(typed?.seen ?? thing.version)} />
        {thing.kind === 'booth' ? (
          <Cell {...{ name, field: 'code', errors, label: t('exhibition:field.code') }} called={called}>
            {(input) => (
              <input {...input} type="text" dir="auto" defaultValue={String(typed?.code ?? thing.code)} />
            )}
          </Cell>
        ) : (
          t(`plan:furniture.${thing.kind}`)
        )}
      </th>
      {measures.map((field) => (
        <td key={field}>
          <Cell {...{ name, field, errors, label: t(`drawing:field.${field}`), called }}>
            {(input) => (
              <input
                {...input}
                type="number"
                step="0.01"
                inputMode="decimal"
                dir="ltr"
                defaultValue={typed ? String(typed[field] ?? '') : thing.box ? thing.box[field] / 100 : ''}
              />
            )}
          </Cell>
        </td>
      ))}
      {thing.kind === 'booth' ? (
        <BoothCells {...{ thing, name, typed, errors, called }} />
      ) : (
        <FurnitureCells {...{ thing, name, typed, errors, called }} />
      )}
    </tr>
  )
}

function BoothCells({ thing, name, typed, errors, called }: Given) {
  const t = useText()
  const isReserved = typed ? Boolean(typed.isReserved) : thing.isReserved
  return (
    <>
      <td>
        <Cell {...{ name, field: 'category', errors, label: t('drawing:field.category'), called }}>
          {(input) => (
            <select {...input} defaultValue={String(typed ? (typed.category ?? '') : (thing.category ?? ''))}>
              <option value="">{t('drawing:noCategory')}</option>
              {boothCategories.map((one) => (
                <option key={one} value={one}>
                  {t(`plan:category.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Cell>
      </td>
      <td>
        <Tick
          name={`${name}.isReserved`}
          label={`${t('plan:state.reserved')}: ${called}`}
          isOn={isReserved}
        />
      </td>
    </>
  )
}

function FurnitureCells({ thing, name, typed, errors, called }: Given) {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  const written = (typed?.label ?? (typed ? {} : thing.label)) as Record<string, string>
  return (
    <>
      <td className="tight">
        {event.languages.map((language) => (
          <Cell
            key={language}
            {...{ name, field: `label.${language}`, errors, called, label: languageNames[language] }}
          >
            {(input) => (
              <input
                {...input}
                type="text"
                lang={language}
                dir={direction(language)}
                placeholder={languageNames[language]}
                defaultValue={written[language] ?? ''}
              />
            )}
          </Cell>
        ))}
      </td>
      <td>
        <Tick
          name={`${name}.isGone`}
          label={`${t('drawing:remove')}: ${called}`}
          isOn={Boolean(typed?.isGone)}
        />
      </td>
    </>
  )
}

function Tick({ name, label, isOn }: { name: string; label: string; isOn: boolean }) {
  return (
    <label className="check-cell">
      <input type="checkbox" name={name} aria-label={label} defaultChecked={isOn} />
    </label>
  )
}

type Input = {
  id: string
  name: string
  'aria-label': string
  'aria-invalid'?: true
  'aria-describedby'?: string
}

function Cell({
  name,
  field,
  errors,
  label,
  called,
  children,
}: {
  name: string
  field: string
  errors: Given['errors']
  label: string
  called: string
  children: (input: Input) => JSX.Element
}) {
  const full = `${name}.${field}`
  const wrong = errors[full]
  const id = full.replace(/\W+/g, '-')
  return (
    <>
      {children({
        ...{ id, name: full, 'aria-label': `${label}: ${called}` },
        ...(wrong && ({ 'aria-invalid': true, 'aria-describedby': `${id}-error` } as const)),
      })}
      <FieldErrors id={`${id}-error`} errors={wrong ?? undefined} />
    </>
  )
}

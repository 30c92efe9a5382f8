import type { FieldMetadata } from '@conform-to/react'
import type { ReactNode } from 'react'
import { formatNumber } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FieldErrors, LocalizedField, type Meta, SelectField, TextField } from '#app/ui/field.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { useEditor } from './editor.ts'

export type Fields<Name extends string = string> = Record<Name, Meta>

/** A text in each of the event's languages. */
export function Texts({
  meta,
  label,
  hint,
  rows,
}: {
  meta: Meta
  label: string
  hint?: string
  rows?: number
}) {
  const { languages } = useEditor()
  return <LocalizedField meta={meta} label={label} hint={hint} among={languages} rows={rows} />
}

/** The heading of a block, which it may do without. */
export function HeadingField({ meta }: { meta: Meta }) {
  const t = useText()
  return <Texts meta={meta} label={t('exhibit:part.heading')} hint={t('exhibit:edit.headingHint')} />
}

export function DateField({ meta, label }: { meta: Meta; label: string }) {
  const t = useText()
  return (
    <TextField
      {...{ meta, label }}
      hint={t('exhibition:figures.asOfHint')}
      dir="ltr"
      inputMode="numeric"
      hasMark={false}
    />
  )
}

/** One of the exhibit's pictures, by the numbers under which `PictureStrip` shows them. */
export function PictureField({ meta, label }: { meta: Meta; label: string }) {
  const { content, media } = useEditor()
  const t = useText()
  const language = useLanguage()
  const choices = media.pictures.map(({ id }, at) => {
    const alt = localize(content.pictures.find((one) => one.id === id)?.alt, language)
    return {
      value: id,
      label: [formatNumber(at + 1, language), alt.slice(0, 60)].filter(Boolean).join(' · '),
    }
  })
  return (
    <SelectField
      {...{ meta, label, choices }}
      empty={t('exhibit:edit.noPicture')}
      hint={choices.length ? undefined : t('exhibit:edit.picturesFirst')}
      hasMark={false}
    />
  )
}

/** The exhibit's pictures with their numbers, above fields that ask for one of them. */
export function PictureStrip() {
  const { content, media } = useEditor()
  const language = useLanguage()
  if (!media.pictures.length) return null
  return (
    <ol className="plain-list row picture-strip">
      {media.pictures.map((file, at) => {
        const alt = content.pictures.find((one) => one.id === file.id)?.alt ?? {}
        return (
          <li key={file.id}>
            <Picture picture={{ ...file, alt }} language={language} sizes="6rem" />
            <bdi>{formatNumber(at + 1, language)}</bdi>
          </li>
        )
      })}
    </ol>
  )
}

type Row = { key: string; id: Meta; fields: Fields; place: number }

/**
 * The rows of a list, one of them empty so that one can be added without script. Each says at which place it is to stand;
 * an emptied row is none.
 */
export function Rows({
  meta,
  legend,
  children,
}: {
  meta: Meta
  legend: string
  children(fields: Fields): ReactNode
}) {
  const t = useText()
  return (
    <fieldset className="field stack">
      <legend>
        {legend}
        <span className="hint">{t('exhibit:edit.rowsHint')}</span>
      </legend>
      {rowsIn(meta).map(({ key, id, fields, place }) => (
        <div key={key} className="inset stack text-columns">
          {typeof id.initialValue === 'string' && (
            <input type="hidden" name={id.name} value={id.initialValue} />
          )}
          <PlaceField meta={fields.place as Meta} place={place} />
          {children(fields)}
        </div>
      ))}
      <FieldErrors id={meta.errorId} errors={meta.errors} />
    </fieldset>
  )
}

function PlaceField({ meta, place }: { meta: Meta; place: number }) {
  const t = useText()
  return (
    <div className="field place">
      <label htmlFor={meta.id}>{t('exhibit:edit.place')}</label>
      <input
        id={meta.id}
        name={meta.name}
        type="number"
        min={0}
        max={99}
        step="any"
        defaultValue={String(meta.initialValue ?? place)}
      />
    </div>
  )
}

function rowsIn(meta: Meta): Row[] {
  const list = (
    meta as FieldMetadata<Record<string, unknown>[], Record<string, unknown>, string[]>
  ).getFieldList()
  return list.map((row, at) => {
    const fields = row.getFieldset() as unknown as Fields
    return { key: row.key ?? row.name, id: fields.id as Meta, fields, place: at + 1 }
  })
}

/** The rows there are and an empty one. */
export function withEmptyRow(rows: readonly object[], most: number): object[] {
  return rows.length < most ? [...rows, {}] : [...rows]
}

import type { FieldMetadata } from '@conform-to/react'
import type { AnswerPage } from '#app/answers/read.server.ts'
import { displayName } from '#app/directory/names.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { seenOf } from './name-rows.ts'
import { PersonFields } from './person-fields.tsx'

type RowNames =
  | 'id'
  | 'seat'
  | 'latin'
  | 'arabic'
  | 'honorific'
  | 'position'
  | 'email'
  | 'phone'
  | 'language'
  | 'place'
  | 'remove'
  | 'seen'
export type RowMeta = FieldMetadata<Record<RowNames, string>, Record<string, unknown>, string[]>
type Page = Pick<AnswerPage, 'names' | 'alternates'>

type Shown = {
  row: RowMeta
  index: number
  title: string
  head: FieldMetadata<string, Record<string, unknown>, string[]>
  page: Page
  clashes: readonly string[]
}

/** One person of a delegation; open where somebody is to be named first or something is to be mended. */
export function NameRow({ row, index, title, head, page, clashes }: Shown) {
  const t = useText()
  const language = useLanguage()
  const fields = row.getFieldset()
  const id = String(fields.id.initialValue ?? '')
  const place = page.names.findIndex((one) => one.id === id)
  const member = page.names[place]
  const isClash = clashes.includes(id)
  // After a clash the row says what stands now, so that sending it again is meant; else what it had shown at first.
  const seen = isClash && member ? seenOf(member, place + 1, language) : (fields.seen.initialValue ?? '')
  const name = nameTyped(fields.latin.initialValue, fields.arabic.initialValue, language)
  return (
    <details className="name-row" open={isClash || !row.valid || (index === 0 && !name)}>
      <summary className="strong">
        <span>
          {title} {name && <bdi className="wraps muted">{name}</bdi>}
        </span>
      </summary>
      <input type="hidden" name={fields.id.name} value={id} />
      <input type="hidden" name={fields.seen.name} value={seen} />
      {isClash && <p className="notice warning">{t('delegation:row.changed')}</p>}
      <PersonFields fields={fields} />
      <div className="fields">
        <Seat fields={fields} hasChoice={Boolean(member) && page.alternates > 0} />
        {member && <Place meta={fields.place} count={page.names.length} />}
      </div>
      <div className="choice">
        <label>
          <input
            type="radio"
            name={head.name}
            value={index}
            defaultChecked={head.initialValue === String(index)}
          />
          <span>{t('delegation:row.head')}</span>
        </label>
        {member && (
          <label>
            <input
              type="checkbox"
              name={fields.remove.name}
              defaultChecked={fields.remove.initialValue === 'on'}
            />
            <span>{t('delegation:row.remove')}</span>
          </label>
        )}
      </div>
    </details>
  )
}

function nameTyped(latin = '', arabic = '', language: Parameters<typeof displayName>[1]): string {
  return displayName(
    { ...(latin && { latin: { full: latin } }), ...(arabic && { arabic: { full: arabic } }) },
    language,
  )
}

type Fieldset = ReturnType<RowMeta['getFieldset']>

function Seat({ fields, hasChoice }: { fields: Fieldset; hasChoice: boolean }) {
  const t = useText()
  const { seat } = fields
  if (!hasChoice) return <input type="hidden" name={seat.name} value={seat.initialValue ?? 'delegate'} />
  return (
    <div className="field">
      <label htmlFor={seat.id}>{t('delegation:row.seat')}</label>
      <select id={seat.id} name={seat.name} defaultValue={seat.initialValue}>
        {(['delegate', 'alternate'] as const).map((value) => (
          <option key={value} value={value}>
            {t(`delegation:seat.${value}`)}
          </option>
        ))}
      </select>
    </div>
  )
}

function Place({ meta, count }: { meta: Fieldset['place']; count: number }) {
  const t = useText()
  const language = useLanguage()
  return (
    <div className="field">
      <label htmlFor={meta.id}>{t('delegation:row.place')}</label>
      <select id={meta.id} name={meta.name} defaultValue={meta.initialValue}>
        {Array.from({ length: count }, (_, index) => String(index + 1)).map((value) => (
          <option key={value} value={value}>
            {formatNumber(Number(value), language)}
          </option>
        ))}
      </select>
    </div>
  )
}

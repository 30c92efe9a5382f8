import type { FieldMetadata } from '@conform-to/react'
import type { AnswerPage } from '#app/answers/read.server.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { TextField } from '#app/ui/field.tsx'
import { NameRow, type RowMeta } from './name-row.tsx'
import { rowsBeyond } from './name-rows.ts'

type Page = Pick<AnswerPage, 'names' | 'places' | 'seats' | 'alternates'>
type Fields = Record<
  'focalName' | 'focalPhone' | 'head',
  FieldMetadata<string, Record<string, unknown>, string[]>
>

/** Whom an institution sends: those it has named, a row for each place left, and some for those it would like to add. */
export function NameFields({
  rows,
  fields,
  page,
  clashes,
  isDesk = false,
}: {
  rows: RowMeta[]
  fields: unknown
  page: Page
  clashes: readonly string[]
  /** Spoken to is the office, about an institution. */
  isDesk?: boolean
}) {
  const t = useText()
  const { focalName, focalPhone, head } = fields as Fields
  const within = Math.max(0, rows.length - rowsBeyond)
  const shared = { head, page, clashes }
  const titles = useTitles(rows, page)
  return (
    <fieldset className="field stack">
      <legend>
        <span className="question-title">
          {isDesk ? t('delegation:desk.title') : t('answer:names.title')}
        </span>
        <span className="hint">
          {isDesk ? <PlacesForDesk page={page} /> : <PlacesForInstitution page={page} />}{' '}
          {t('delegation:row.either')}
        </span>
      </legend>
      {rows.slice(0, within).map((row, index) => (
        <NameRow key={row.id} {...{ row, index, ...shared }} title={titles[index] ?? ''} />
      ))}
      <details className="extra" open={rows.slice(within).some(isFilled)}>
        <summary className="strong">
          {t(isDesk ? 'delegation:desk.more.title' : 'delegation:more.title')}
        </summary>
        <p className="hint">{t(isDesk ? 'delegation:desk.more.hint' : 'delegation:more.hint')}</p>
        {rows.slice(within).map((row, index) => (
          <NameRow
            key={row.id}
            {...{ row, ...shared }}
            index={within + index}
            title={t('delegation:more.row')}
          />
        ))}
      </details>
      <details className="extra" open={Boolean(focalName.initialValue) || !focalName.valid}>
        <summary className="strong">
          {t(isDesk ? 'delegation:desk.focal.title' : 'delegation:focal.title')}
        </summary>
        <p className="hint">{t(isDesk ? 'delegation:desk.focal.hint' : 'delegation:focal.hint')}</p>
        <div className="fields">
          <TextField meta={focalName} label={t('answer:names.name')} dir="auto" />
          <TextField meta={focalPhone} label={t('answer:names.phone')} type="tel" />
        </div>
      </details>
    </fieldset>
  )
}

function PlacesForInstitution({ page }: { page: Page }) {
  const t = useText()
  return (
    <>
      {t('answer:names.seats', { count: page.seats })}{' '}
      {page.alternates > 0 && t('answer:names.alternates', { count: page.alternates })}{' '}
      {t('answer:names.later')}
    </>
  )
}

/** Of the seats and of the alternates, how many have a name on them. */
function PlacesForDesk({ page }: { page: Page }) {
  const t = useText()
  const language = useLanguage()
  const number = (value: number) => formatNumber(value, language)
  return (
    <>
      {t('delegation:desk.places', {
        delegates: number(page.seats - page.places.delegates),
        seats: number(page.seats),
        standing: number(page.names.filter(({ seat }) => seat === 'alternate').length),
        alternates: number(page.alternates),
      })}{' '}
      {t('delegation:desk.later')}
    </>
  )
}

function isFilled(row: RowMeta): boolean {
  const { latin, arabic } = row.getFieldset()
  return Boolean(latin.initialValue || arabic.initialValue) || !row.valid
}

/** “Delegate 2”: places are counted through, named or not. */
function useTitles(rows: readonly RowMeta[], page: Page): string[] {
  const t = useText()
  const language = useLanguage()
  const counts = { delegate: 0, alternate: 0 }
  return rows.map((row) => {
    const fields = row.getFieldset()
    const member = page.names.find(({ id }) => id === fields.id.initialValue)
    if (member?.seat === 'requested') return t('delegation:seat.requested')
    const seat = fields.seat.initialValue === 'alternate' ? 'alternate' : 'delegate'
    return t(`answer:names.${seat}`, { number: formatNumber(++counts[seat], language) })
  })
}

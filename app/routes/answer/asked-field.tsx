import type { Asking } from '#app/answers/asked.ts'
import { formatNumber, formatPartialDate } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { type Question, type Said, usualFileSize } from '#app/questions/rules.ts'
import { type Slots, slotsMetBy } from '#app/questions/slots.ts'
import type { Problem } from '#app/questions/typed.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'

export type Field = {
  question: Question & { isDemanded: boolean }
  name: string
  value: Said
  /** What is on record: an option that is no longer offered is shown to whoever chose it. */
  before: Said
  problem: Problem | undefined
  slots: Slots
  files: Asking['files']
}

/** More options than this are a list to unfold. */
const mostInSight = 8

/** One question with its hint, its bounds, and what is wrong with the answer. */
export function AskedField(field: Field) {
  const { kind, options } = field.question
  const offered = options.filter(({ id, isOffered }) => isOffered || field.before.includes(id))
  if (kind === 'several' || (kind === 'choice' && offered.length <= mostInSight))
    return <Choice {...field} offered={offered} />
  return (
    <div className="field">
      <label htmlFor={kind === 'file' ? `${field.name}.file` : field.name}>
        <Label question={field.question} />
      </label>
      <Hint {...field} />
      {kind === 'choice' && <Unfolding {...field} offered={offered} />}
      {kind === 'file' && <FileInput {...field} />}
      {kind !== 'choice' && kind !== 'file' && <Written {...field} />}
      <ProblemLine {...field} />
    </div>
  )
}

function Label({ question }: Pick<Field, 'question'>) {
  const t = useText()
  const language = useLanguage()
  return (
    <>
      <LocalizedText text={question.label} language={language} />
      {!question.isRequired && <span className="muted small"> ({t('common:optional')})</span>}
    </>
  )
}

function Hint({ question, name }: Pick<Field, 'question' | 'name'>) {
  const language = useLanguage()
  const bounds = useBounds(question)
  const hint = localize(question.hint, language)
  if (!hint && !bounds) return null
  return (
    <p className="hint" id={`${name}-hint`}>
      <LocalizedText text={question.hint} language={language} /> {bounds}
    </p>
  )
}

function useBounds({ kind, least, most }: Question): string {
  const t = useText()
  const language = useLanguage()
  if (kind === 'file') return t('questions:bounds.file', { count: Number(most ?? usualFileSize) })
  if (kind !== 'number' && kind !== 'date') return ''
  const written = (value: string) =>
    kind === 'date' ? formatPartialDate(value, language) : formatNumber(Number(value), language)
  if (least && most)
    return t(`questions:bounds.${kind}Between`, { least: written(least), most: written(most) })
  if (least) return t(`questions:bounds.${kind}Least`, { least: written(least) })
  return most ? t(`questions:bounds.${kind}Most`, { most: written(most) }) : ''
}

function ProblemLine({ question, name, problem }: Field) {
  const t = useText()
  if (!problem) return null
  return (
    <p className="field-error" id={`${name}-error`} data-question={question.id}>
      <span>{t(`questions:problem.${problem}`)}</span>
    </p>
  )
}

function useDescription({ question, name, problem }: Field) {
  const language = useLanguage()
  const bounds = useBounds(question)
  const hasHint = Boolean(localize(question.hint, language) || bounds)
  const ids = [hasHint && `${name}-hint`, problem && `${name}-error`].filter(Boolean)
  return {
    'aria-describedby': ids.join(' ') || undefined,
    'aria-invalid': problem ? (true as const) : undefined,
  }
}

function Written(field: Field) {
  const { question, name, value, slots } = field
  const described = useDescription(field)
  const shared = {
    ...described,
    id: name,
    name,
    defaultValue: value[0] ?? '',
    'data-filled': slotsMetBy(slots, question.id),
  }
  // With a placeholder, if only a space, the stylesheet can tell whether something was written.
  if (question.kind === 'long') return <textarea {...shared} rows={3} dir="auto" placeholder=" " />
  if (question.kind === 'date')
    return <input {...shared} type="date" dir="ltr" className="narrow" placeholder="2026-12-31" />
  if (question.kind === 'number')
    return <input {...shared} type="text" inputMode="decimal" dir="ltr" className="narrow" placeholder=" " />
  return <input {...shared} type="text" dir="auto" placeholder=" " />
}

/** The file on record stays unless it is ticked away or another one is chosen. */
function FileInput(field: Field) {
  const { name, value, files } = field
  const t = useText()
  const [id] = value
  const known = id ? files[id] : undefined
  return (
    <>
      {id && known && (
        <div className="check">
          <input type="hidden" name={name} value={id} />
          <p>
            <bdi className="wraps">{t('questions:file.current', { name: known.name })}</bdi>
          </p>
          <label>
            <input type="checkbox" name={`${name}.remove`} value="on" />
            <span>{t('questions:file.remove')}</span>
          </label>
          <p className="hint">{t('questions:file.replace')}</p>
        </div>
      )}
      <input
        type="file"
        id={`${name}.file`}
        name={`${name}.file`}
        accept=".pdf,.jpg,.jpeg,.png"
        {...useDescription(field)}
      />
    </>
  )
}

type Offered = { offered: Question['options'] }

function Unfolding({ offered, ...field }: Field & Offered) {
  const { question, name, value, slots } = field
  const language = useLanguage()
  const t = useText()
  return (
    <select id={name} name={name} defaultValue={value[0] ?? ''} {...useDescription(field)}>
      <option value="">{t('questions:noAnswer')}</option>
      {offered.map(({ id, text }) => (
        <option key={id} value={id} data-slot={slotsMetBy(slots, question.id, id)}>
          {localize(text, language)}
        </option>
      ))}
    </select>
  )
}

function Choice({ offered, ...field }: Field & Offered) {
  const { question, name, value, slots } = field
  const language = useLanguage()
  const t = useText()
  const isOne = question.kind === 'choice'
  const { 'aria-describedby': describedBy } = useDescription(field)
  return (
    <fieldset className="field" aria-describedby={describedBy}>
      <legend>
        <Label question={question} />
      </legend>
      <Hint {...field} />
      <div className="choice">
        {offered.map(({ id, text }) => (
          <label key={id}>
            <input
              type={isOne ? 'radio' : 'checkbox'}
              name={name}
              value={id}
              defaultChecked={value.includes(id)}
              data-slot={slotsMetBy(slots, question.id, id)}
            />
            <span>
              <LocalizedText text={text} language={language} />
            </span>
          </label>
        ))}
        {isOne && !question.isRequired && (
          <label className="muted">
            <input type="radio" name={name} value="" />
            <span>{t('questions:noAnswer')}</span>
          </label>
        )}
      </div>
      <ProblemLine {...field} />
    </fieldset>
  )
}

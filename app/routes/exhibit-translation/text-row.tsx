import { direction, languageNames } from '#app/i18n/languages.ts'
import { useText } from '#app/i18n/use-text.ts'
import { type SideBySide, useSideBySide } from './side-by-side.ts'

type Text = SideBySide['texts'][number]

/** What was typed and not written, and why. */
export type Left = {
  path: string
  text: string
  why: 'unknownText' | 'sourceChanged' | 'changedMeanwhile' | 'tooLong' | 'locked' | 'tooMany' | 'cancelled'
}

const looks = { missing: 'wait', changed: 'wait', done: 'yes' } as const

/** One text: what it says, and what it is to say. What was typed and could not be saved stays in the field. */
export function TextRow({ text, index, left }: { text: Text; index: number; left: Left | undefined }) {
  const { pair } = useSideBySide()
  const t = useText()
  const { path, name, digest, source, target, state } = text
  const id = `text-${index}`
  const field = (part: string) => `texts[${index}].${part}`
  const lines = Math.min(16, Math.max(1, Math.ceil(source.length / 60), source.split('\n').length))
  return (
    <fieldset className="field side-by-side">
      <legend>
        {name} <span className={`tag ${looks[state]}`}>{t(`translation:state.${state}`)}</span>
      </legend>
      <input type="hidden" name={field('path')} value={path} />
      <input type="hidden" name={field('digest')} value={digest} />
      <div className="source-text" lang={pair.from} dir={direction(pair.from)}>
        {source}
      </div>
      <div>
        <label className="visually-hidden" htmlFor={id}>
          {name} <span lang={pair.to}>{languageNames[pair.to]}</span>
        </label>
        <textarea
          id={id}
          name={field('text')}
          rows={lines}
          lang={pair.to}
          dir={direction(pair.to)}
          defaultValue={left?.text ?? target}
          aria-describedby={left && `${id}-error`}
          aria-invalid={left ? true : undefined}
        />
        {left && <WhyLeft id={`${id}-error`} why={left.why} target={target} />}
        {state === 'changed' && (
          <div className="check">
            <label>
              <input type="checkbox" name={field('isRight')} />
              <span>{t('translation:edit.isRight')}</span>
            </label>
          </div>
        )}
      </div>
    </fieldset>
  )
}

function WhyLeft({ id, why, target }: { id: string; why: Left['why']; target: string }) {
  const t = useText()
  return (
    <p className="field-error" id={id}>
      {t(`translation:why.${why}`)}{' '}
      {why === 'changedMeanwhile' &&
        t('translation:edit.now', { text: target || t('translation:edit.empty') })}
    </p>
  )
}

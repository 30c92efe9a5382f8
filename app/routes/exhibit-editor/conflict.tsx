import { Link } from '@remix-run/react'
import { languageOf, type Value } from '#app/exhibition/content/flat.ts'
import { formatInstant, isolate } from '#app/i18n/format.ts'
import { direction, languageNames } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { Answer } from './acts.server.ts'
import { useEditor } from './editor.ts'
import { usePartName } from './part-name.ts'

/**
 * Stands in a form of which others have changed the same part meanwhile: both texts, and the choice of theirs. What is not
 * chosen is saved as the form has it, now knowingly; or the form is left, and theirs stays.
 */
export function ConflictNotice({ answer }: { answer: Answer | undefined }) {
  const { zone } = useEditor()
  const t = useText()
  const language = useLanguage()
  const conflict = answer?.conflict
  if (!conflict) return null
  const at = conflict.at ? isolate(formatInstant(new Date(conflict.at), 'time', language, zone)) : ''
  return (
    <section className="notice warning stack conflict" role="alert" aria-labelledby="conflict">
      <h2 id="conflict">
        {conflict.by
          ? t('exhibit:conflict.by', { name: isolate(conflict.by), at })
          : t('exhibit:conflict.changed', { at })}
      </h2>
      <p>{t('exhibit:conflict.hint')}</p>
      {conflict.parts.map((part) => (
        <Both key={part.path} {...part} />
      ))}
      <p>
        <Link className="button quiet" to="." reloadDocument>
          {t('exhibit:conflict.leave')}
        </Link>
      </p>
    </section>
  )
}

function Both({ path, mine, theirs }: { path: string; mine?: Value; theirs?: Value }) {
  const t = useText()
  const nameOf = usePartName()
  const language = languageOf(path)
  const shared = language ? { lang: language, dir: direction(language) } : { dir: 'auto' as const }
  return (
    <fieldset className="field">
      <legend>
        {nameOf(path)}
        {language && ` · ${languageNames[language]}`}
      </legend>
      <dl className="conflict-texts">
        <div>
          <dt>{t('exhibit:conflict.mine')}</dt>
          <dd {...shared}>{wordsOf(mine)}</dd>
        </div>
        <div>
          <dt>{t('exhibit:conflict.theirs')}</dt>
          <dd {...shared}>{wordsOf(theirs)}</dd>
        </div>
      </dl>
      <div className="check">
        <label>
          <input type="checkbox" name="theirs" value={path} />
          <span>{t('exhibit:conflict.take')}</span>
        </label>
      </div>
    </fieldset>
  )
}

function wordsOf(value: Value | undefined): string {
  if (value === undefined || value === null || value === '') return '–'
  return Array.isArray(value) ? String(value.length) : String(value)
}

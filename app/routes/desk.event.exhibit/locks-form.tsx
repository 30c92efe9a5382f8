import { Form } from '@remix-run/react'
import { formFields } from '#app/exhibition/team/locks.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { useEditor } from '../exhibit-editor/editor.ts'
import { useBlockName } from '../exhibit-editor/part-name.ts'

/** Which parts the team sees and does not change. */
export function LocksForm() {
  const { content, locks } = useEditor()
  const t = useText()
  const language = useLanguage()
  const nameOf = useBlockName()
  const parts = [
    ...[...formFields.texts, ...formFields.facts].map((field) => ({
      part: field,
      name: t(`exhibition:field.${field}`),
    })),
    ...content.blocks.map((block) => ({ part: `blocks/${block.id}`, name: nameOf(block) })),
  ]
  return (
    <details className="fold">
      <summary>
        {t('team:locks.title')}: {formatNumber(locks.length, language)}
      </summary>
      <Form method="post" className="stack">
        <p>{t('team:locks.hint')}</p>
        {parts.map(({ part, name }) => (
          <div key={part} className="field check">
            <label>
              <input type="checkbox" name="part" value={part} defaultChecked={locks.includes(part)} />
              <span>{name}</span>
            </label>
          </div>
        ))}
        <p>
          <button type="submit" className="button" name="intent" value="locks">
            {t('team:locks.save')}
          </button>
        </p>
      </Form>
    </details>
  )
}

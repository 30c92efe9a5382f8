import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { SelectField } from '#app/ui/field.tsx'
import { useEditor } from './editor.ts'
import { type Fields, HeadingField } from './fields.tsx'

/** Which of the office's programmes; its results are written in one place, for every exhibit. */
export function ProgrammeFields({ fields }: { fields: Fields<'heading' | 'programme'> }) {
  const { programmes } = useEditor()
  const t = useText()
  const language = useLanguage()
  return (
    <>
      <HeadingField meta={fields.heading} />
      <SelectField
        meta={fields.programme}
        label={t('exhibit:part.programme')}
        choices={programmes.map(({ id, name }) => ({ value: id, label: localize(name, language) }))}
        empty={t('exhibit:edit.noProgramme')}
        hasMark={false}
      />
    </>
  )
}

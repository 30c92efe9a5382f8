import { useText } from '#app/i18n/use-text.ts'
import { TextField } from '#app/ui/field.tsx'
import { DateField, type Fields, HeadingField, PictureField, PictureStrip, Texts } from './fields.tsx'

export function QuotationFields({
  fields,
}: {
  fields: Fields<'text' | 'name' | 'role' | 'portraitPicture'>
}) {
  const t = useText()
  return (
    <>
      <Texts meta={fields.text} label={t('exhibit:edit.quotation')} rows={3} />
      <Texts meta={fields.name} label={t('exhibit:edit.whoSaidIt')} />
      <Texts meta={fields.role} label={t('exhibit:edit.theirRole')} />
      <PictureStrip />
      <PictureField meta={fields.portraitPicture} label={t('exhibit:part.portraitPicture')} />
    </>
  )
}

export function VideoFields({ fields }: { fields: Fields<'heading' | 'url' | 'about' | 'posterPicture'> }) {
  const t = useText()
  return (
    <>
      <HeadingField meta={fields.heading} />
      <TextField
        meta={fields.url}
        label={t('exhibit:edit.videoUrl')}
        hint={t('exhibit:edit.videoHint')}
        type="url"
        hasMark={false}
      />
      <Texts meta={fields.about} label={t('exhibit:part.about')} rows={2} />
      <PictureStrip />
      <PictureField meta={fields.posterPicture} label={t('exhibit:part.posterPicture')} />
    </>
  )
}

type Names = 'heading' | `${'before' | 'after'}${'Picture' | 'On' | 'Caption'}`

export function BeforeAfterFields({ fields }: { fields: Fields<Names> }) {
  const t = useText()
  return (
    <>
      <HeadingField meta={fields.heading} />
      <PictureStrip />
      <div className="fields">
        <PictureField meta={fields.beforePicture} label={t('exhibit:part.beforePicture')} />
        <DateField meta={fields.beforeOn} label={t('exhibit:part.beforeOn')} />
      </div>
      <Texts meta={fields.beforeCaption} label={t('exhibit:part.beforeCaption')} />
      <div className="fields">
        <PictureField meta={fields.afterPicture} label={t('exhibit:part.afterPicture')} />
        <DateField meta={fields.afterOn} label={t('exhibit:part.afterOn')} />
      </div>
      <Texts meta={fields.afterCaption} label={t('exhibit:part.afterCaption')} />
    </>
  )
}

import { partnerRoles } from '#app/exhibition/content/blocks/partners.ts'
import { figureQualifiers } from '#app/exhibition/rules.ts'
import { useText } from '#app/i18n/use-text.ts'
import { type Meta, SelectField, TextField } from '#app/ui/field.tsx'
import { DateField, type Fields, HeadingField, PictureField, PictureStrip, Rows, Texts } from './fields.tsx'

type Listed = { fields: Fields<'heading' | 'items'> }
type Row<Name extends string> = { row: Fields<Name> }

export function FiguresFields({ fields }: Listed) {
  const t = useText()
  return (
    <>
      <HeadingField meta={fields.heading} />
      <Rows meta={fields.items} legend={t('exhibit:kind.figures')}>
        {(row) => <Figure row={row as Row<FigureName>['row']} />}
      </Rows>
    </>
  )
}

type FigureName = 'value' | 'qualifier' | 'label' | 'unit' | 'asOf' | 'source' | 'sourceUrl'

function Figure({ row }: Row<FigureName>) {
  const t = useText()
  return (
    <>
      <div className="fields">
        <SelectField
          meta={row.qualifier}
          label={t('exhibition:field.qualifier')}
          choices={figureQualifiers.map((value) => ({ value, label: t(`exhibition:qualifier.${value}`) }))}
          hasMark={false}
        />
        <TextField
          meta={anyNumber(row.value)}
          label={t('exhibition:field.value')}
          type="number"
          inputMode="decimal"
          hasMark={false}
        />
        <DateField meta={row.asOf} label={t('exhibition:field.asOf')} />
      </div>
      <Texts meta={row.unit} label={t('exhibition:field.unit')} hint={t('exhibition:figures.unitHint')} />
      <Texts meta={row.label} label={t('exhibition:field.label')} hint={t('exhibition:figures.labelHint')} />
      <Texts
        meta={row.source}
        label={t('exhibition:field.source')}
        hint={t('exhibition:figures.sourceHint')}
      />
      <TextField meta={row.sourceUrl} label={t('exhibition:field.sourceUrl')} type="url" />
    </>
  )
}

/** Without `any`, browsers refuse 3.1 in a field for numbers. */
function anyNumber(meta: Meta): Meta {
  return new Proxy(meta, { get: (from, name) => (name === 'step' ? 'any' : Reflect.get(from, name)) })
}

export function GalleryFields({ fields }: Listed) {
  const t = useText()
  return (
    <>
      <HeadingField meta={fields.heading} />
      <PictureStrip />
      <Rows meta={fields.items} legend={t('exhibit:kind.gallery')}>
        {(row) => (
          <PictureField meta={(row as Row<'picture'>['row']).picture} label={t('exhibit:part.picture')} />
        )}
      </Rows>
    </>
  )
}

export function TimelineFields({ fields }: Listed) {
  const t = useText()
  return (
    <>
      <HeadingField meta={fields.heading} />
      <Rows meta={fields.items} legend={t('exhibit:kind.timeline')}>
        {(row) => <Step row={row as Row<'on' | 'title' | 'text'>['row']} />}
      </Rows>
    </>
  )
}

function Step({ row }: Row<'on' | 'title' | 'text'>) {
  const t = useText()
  return (
    <>
      <DateField meta={row.on} label={t('exhibit:part.on')} />
      <Texts meta={row.title} label={t('exhibit:part.title')} />
      <Texts meta={row.text} label={t('exhibit:part.text')} rows={2} />
    </>
  )
}

export function PartnersFields({ fields }: Listed) {
  const t = useText()
  return (
    <>
      <HeadingField meta={fields.heading} />
      <PictureStrip />
      <Rows meta={fields.items} legend={t('exhibit:kind.partners')}>
        {(row) => <Partner row={row as Row<PartnerName>['row']} />}
      </Rows>
    </>
  )
}

type PartnerName = 'name' | 'role' | 'url' | 'logoPicture'

function Partner({ row }: Row<PartnerName>) {
  const t = useText()
  return (
    <>
      <Texts meta={row.name} label={t('exhibit:part.name')} />
      <div className="fields">
        <SelectField
          meta={row.role}
          label={t('exhibit:edit.partnerRole')}
          choices={partnerRoles.map((value) => ({ value, label: t(`exhibit:role.${value}`) }))}
          hasMark={false}
        />
        <PictureField meta={row.logoPicture} label={t('exhibit:part.logoPicture')} />
        <TextField meta={row.url} label={t('exhibit:part.url')} type="url" hasMark={false} />
      </div>
    </>
  )
}

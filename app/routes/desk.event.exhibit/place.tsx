import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { placeForm } from '#app/exhibition/forms.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, TextField } from '#app/ui/field.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { useEditor } from '../exhibit-editor/editor.ts'
import { SectionHead } from '../exhibit-editor/section-head.tsx'
import { BoothField, OrganisationField } from './place-fields.tsx'
import type { action, loader } from './route.tsx'

/** At which booth, whose, and under which address: the editor's to say, and true at once. */
export function PlaceSection() {
  const { open } = useEditor()
  const t = useText()
  return (
    <section className="card stack" aria-labelledby="place">
      <SectionHead id="place" title={t('exhibit:place.title')} label={t('common:edit')} to="?open=place" />
      {open.open === 'place' ? <PlaceForm /> : <WhereItIs />}
    </section>
  )
}

function WhereItIs() {
  const { event, exhibit } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!exhibit) return null
  return (
    <dl className="facts">
      <div>
        <dt>{t('exhibition:field.booth')}</dt>
        <dd>
          {exhibit.booth ? (
            <>
              <bdi>{exhibit.booth.code}</bdi> <LocalizedText text={exhibit.booth.hall} language={language} />
            </>
          ) : (
            <span className="muted">{t('exhibition:list.noBooth')}</span>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('exhibition:field.slug')}</dt>
        <dd>
          <bdi dir="ltr" className="wraps">
            /{event.slug}/exhibition/{exhibit.slug}
          </bdi>
        </dd>
      </div>
    </dl>
  )
}

function PlaceForm() {
  const { exhibit } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<z.input<typeof placeForm>>({
    id: 'exhibit-place',
    constraint: getZodConstraint(placeForm),
    lastResult: answer?.intent === 'place' ? answer.result : undefined,
    defaultValue: {
      boothId: exhibit?.boothId ?? '',
      organisationId: exhibit?.organisationId ?? '',
      slug: exhibit?.slug ?? '',
    },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="stack">
      <FormErrors form={form} />
      <p className="hint">{t('exhibit:place.hint')}</p>
      <div className="fields">
        <BoothField meta={fields.boothId} exhibitId={exhibit?.id} />
        <OrganisationField meta={fields.organisationId} />
      </div>
      {!exhibit?.publishedAt && (
        <TextField
          meta={fields.slug}
          label={t('exhibition:field.slug')}
          hint={t('exhibition:texts.slugHint')}
          dir="ltr"
        />
      )}
      <p className="row">
        <button type="submit" className="button" name="intent" value="place">
          {t('exhibit:place.save')}
        </button>
        <Link className="button quiet" to="?#place">
          {t('common:cancel')}
        </Link>
      </p>
    </Form>
  )
}

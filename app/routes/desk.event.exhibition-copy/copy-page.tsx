import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { copyForm } from '#app/exhibition/forms.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, SelectField } from '#app/ui/field.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { ExhibitChoice } from './exhibit-choice.tsx'
import type { action, loader } from './route.tsx'

/** Takes exhibits along to another event, the next one as a rule. */
export function CopyPage() {
  const { event, targets, exhibits, page, pages, only } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const home = `/desk/events/${event.slug}/exhibition`
  return (
    <div className="stack form-page">
      <p>
        <Link className="target" to={only ? `${home}/${only}` : home}>
          {only ? (
            <LocalizedText text={exhibits[0]?.title ?? {}} language={language} />
          ) : (
            t('exhibition:toList')
          )}
        </Link>
      </p>
      <h1>{t('copying:title')}</h1>
      <Copied />
      <p className="muted">{t('copying:hint')}</p>
      {targets.length === 0 || exhibits.length === 0 ? (
        <p className="card empty">{t(targets.length === 0 ? 'copying:noTarget' : 'exhibition:list.none')}</p>
      ) : (
        <CopyForm />
      )}
      {!only && (
        <Pager
          label={t('exhibition:list.pages')}
          page={page}
          pages={pages}
          to={(wanted) => `?page=${wanted}`}
        />
      )}
    </div>
  )
}

function Copied() {
  const { copied } = useLoaderData<typeof loader>()
  const isAnswered = useActionData<typeof action>() !== undefined
  const t = useText()
  const language = useLanguage()
  if (!copied || isAnswered) return null
  const { count, name, slug } = copied
  return (
    <Notice kind="success">
      {t('copying:done', { count, number: formatNumber(count, language), name: localize(name, language) })}{' '}
      <Link to={`/desk/events/${slug}/exhibition`}>{t('copying:open')}</Link>
    </Notice>
  )
}

function CopyForm() {
  const { targets, only } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const [form, fields] = useForm<z.input<typeof copyForm>>({
    id: 'copy-exhibits',
    constraint: getZodConstraint(copyForm),
    lastResult: answer?.result,
    defaultValue: { to: targets[0]?.slug, exhibits: only ? [only] : [] },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="card stack">
      <FormErrors form={form} />
      <NewId />
      <SelectField
        meta={fields.to}
        label={t('copying:to')}
        choices={targets.map(({ slug, name }) => ({ value: slug, label: localize(name, language) }))}
      />
      <ExhibitChoice meta={fields.exhibits} />
      <p>
        <button type="submit" className="button">
          {t('copying:act')}
        </button>
      </p>
    </Form>
  )
}

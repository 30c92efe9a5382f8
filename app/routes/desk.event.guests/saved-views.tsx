import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { viewForm } from '#app/answers/forms.ts'
import { usualViews } from '#app/answers/guest-views.ts'
import type { SavedView } from '#app/answers/saved-views.server.ts'
import { useText } from '#app/i18n/use-text.ts'
import { CheckBox, TextField } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import type { action, loader } from './route.tsx'

type ViewFields = z.input<typeof viewForm>

/** A name for what the table shows; or, where it has one of somebody's own, that name to be changed. */
export function KeepView() {
  const { saved, choice } = useLoaderData<typeof loader>()
  const shown = saved.find(({ query }) => query === choice)
  if (shown) return shown.mayChange ? <ChangeView key={shown.id} view={shown} /> : null
  if (usualViews.some(({ query }) => query === choice)) return null
  return <SaveView key={choice} />
}

function SaveView() {
  const t = useText()
  const [form, fields] = useViewForm('saveView', { name: '' })
  return (
    <details className="keep-view" open={form.status === 'error'}>
      <summary>{t('views:keep')}</summary>
      <Form method="post" {...getFormProps(form)} className="card stack form-page">
        <NewId />
        <TextField meta={fields.name} label={t('views:name')} hint={t('views:hint')} dir="auto" />
        <Sharing meta={fields.isShared} />
        <p>
          <button type="submit" className="button" name="intent" value="saveView">
            {t('views:save')}
          </button>
        </p>
      </Form>
    </details>
  )
}

function ChangeView({ view }: { view: SavedView }) {
  const t = useText()
  const [form, fields] = useViewForm('changeView', {
    name: view.name,
    isShared: view.isShared,
  })
  return (
    <details className="keep-view" open={form.status === 'error'}>
      <summary>
        {t('views:change')}
        {view.by && <span className="muted small"> · {t('views:by', { name: view.by })}</span>}
      </summary>
      <Form method="post" {...getFormProps(form)} className="card stack form-page">
        <input type="hidden" name="view" value={view.id} />
        <TextField meta={fields.name} label={t('views:name')} hint={t('views:hint')} dir="auto" />
        <Sharing meta={fields.isShared} />
        <p className="row">
          <button type="submit" className="button" name="intent" value="changeView">
            {t('common:save')}
          </button>
          <button type="submit" className="button quiet" name="intent" value="removeView" formNoValidate>
            {t('views:remove')}
          </button>
        </p>
      </Form>
    </details>
  )
}

function Sharing({ meta }: { meta: Parameters<typeof CheckBox>[0]['meta'] }) {
  const { canEdit } = useLoaderData<typeof loader>()
  const t = useText()
  return canEdit ? <CheckBox meta={meta} label={t('views:share')} /> : null
}

function useViewForm(about: 'saveView' | 'changeView', defaultValue: { name: string; isShared?: boolean }) {
  const came = useActionData<typeof action>()
  return useForm<ViewFields>({
    id: about,
    constraint: getZodConstraint(viewForm),
    lastResult: came && came.about === about ? came.result : undefined,
    defaultValue,
  })
}

import { getFormProps, getTextareaProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { ClipboardEvent } from 'react'
import type { z } from 'zod'
import { tableOf, textOfTable } from '#app/agenda/paste.ts'
import { pasteForm } from '#app/agenda/paste-form.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FieldErrors, FormErrors, SelectField, TextField } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { Preview } from './preview.tsx'
import type { action, loader } from './route.tsx'

/** A table from a text or a spreadsheet becomes items: pasted, read, looked at, then added. */
export function PastePage() {
  const { event, parts, day } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const [form, fields] = useForm<z.input<typeof pasteForm>>({
    id: 'paste',
    lastResult: answer?.result,
    constraint: getZodConstraint(pasteForm),
    defaultValue: { day, partId: parts[0]?.id },
    shouldDirtyConsider: () => false,
  })
  const { key, ...table } = getTextareaProps(fields.table, { ariaDescribedBy: 'paste-hint' })
  return (
    <div className="stack form-page">
      <p>
        <Link className="target" to={`/desk/events/${event.slug}/agenda?day=${day}`}>
          {t('desk:event.agenda')}
        </Link>
      </p>
      <h1>{t('planner:paste.title')}</h1>
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <NewId />
        <section className="card stack">
          <div className="field">
            <label htmlFor={table.id}>{t('planner:paste.table')}</label>
            <p className="hint" id="paste-hint">
              {t('planner:paste.hint')}
            </p>
            <textarea key={key} {...table} rows={8} dir="auto" spellCheck={false} onPaste={takeTable} />
            <FieldErrors id={fields.table.errorId} errors={fields.table.errors} />
          </div>
          <div className="fields">
            <TextField meta={fields.day} label={t('planner:paste.day')} type="date" />
            <SelectField
              meta={fields.partId}
              label={t('agenda:field.part')}
              choices={parts.map(({ id, name }) => ({ value: id, label: localize(name, language) }))}
            />
          </div>
          <p>
            <button type="submit" className="button quiet" name="intent" value="read">
              {t('planner:paste.read')}
            </button>
          </p>
        </section>
        {answer?.read && <Preview read={answer.read} />}
      </Form>
    </div>
  )
}

/** A table that comes as HTML keeps its cells: they go into the field with tabs between. */
function takeTable(event: ClipboardEvent<HTMLTextAreaElement>) {
  const html = event.clipboardData.getData('text/html')
  if (!/<table\b/i.test(html)) return
  event.preventDefault()
  const field = event.currentTarget
  field.setRangeText(textOfTable(tableOf(html)), field.selectionStart, field.selectionEnd, 'end')
}

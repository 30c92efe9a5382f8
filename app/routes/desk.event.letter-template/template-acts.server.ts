import { data, redirect } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { languages } from '#app/i18n/languages.ts'
import { textMistakes } from '#app/invitations/letter.ts'
import { templateForm } from '#app/letters/forms.ts'
import { editTemplate, removeTemplate, type TemplateScope } from '#app/letters/templates.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'

type Desk = {
  context: MajlisContext
  scope: TemplateScope
  form: FormData
  /** Where the list of templates is. */
  home: string
}

/** Keeps a template of the office or of an event, or takes it away. */
export async function actOnTemplate({ context, scope, form, home }: Desk, templateId: string) {
  const now = context.now()
  if (form.get('intent') === 'remove') {
    const removed = await context.database.write((tx) => removeTemplate(tx, scope, { templateId, now }))
    if (!removed.ok) throw notFound()
    return redirect(`${home}?done=templateRemoved`, { status: 303 })
  }
  const submission = readForm(form, templateForm)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const mistakes = textMistakes(submission.value)
  if (mistakes.length) {
    const fieldErrors = Object.fromEntries(
      mistakes.map(({ path, reason, field }) => [path, [`${reason} ${field}`]]),
    )
    return data({ result: submission.reply({ fieldErrors }) }, { status: 400 })
  }
  const given = { templateId, content: submission.value, seen: languages, now }
  const saved = await context.database.write((tx) => editTemplate(tx, scope, given))
  if (saved.ok) return redirect(`${home}/templates/${templateId}?done=saved`, { status: 303 })
  if (saved.reason === 'notFound') throw notFound()
  return data({ result: submission.reply({ formErrors: ['invitations:refused.badText'] }) }, { status: 409 })
}

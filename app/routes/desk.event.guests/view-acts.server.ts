import { data, redirect } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { viewForm } from '#app/answers/forms.ts'
import { choiceOf } from '#app/answers/guest-filter.ts'
import { changeView, removeView, saveView } from '#app/answers/saved-views.server.ts'
import { newIdOf } from '#app/http/form.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'

type Asked = { form: FormData; search: URLSearchParams; here: string }
export const viewIntents = ['saveView', 'changeView', 'removeView'] as const

/** Keeps, renames, shares or forgets the view that the table shows; a refusal stands beside the name. */
export async function actOnView(
  { database, now: clock }: MajlisContext,
  scope: EventScope,
  { form, search, here }: Asked,
) {
  const query = choiceOf(search)
  const back = (done: string) =>
    redirect(`${here}${new URLSearchParams([...query, ['done', done]])}`, { status: 303 })
  const now = clock()
  const intent = form.get('intent')
  if (intent === 'removeView') {
    const id = String(form.get('view') ?? '')
    const removed = await database.write((tx) => removeView(tx, scope, { id, now }))
    if (!removed.ok) throw notFound()
    return back('viewRemoved')
  }
  const submission = readForm(form, viewForm)
  if (submission.status !== 'success')
    return data({ about: intent, result: submission.reply() }, { status: 400 })
  const { name, isShared, view } = submission.value
  const kept = await database.write<Awaited<ReturnType<typeof changeView>>>((tx) =>
    intent === 'saveView'
      ? saveView(tx, scope, { id: newIdOf(form), query, name, isShared, now })
      : changeView(tx, scope, { id: view, name, isShared, now }),
  )
  if (kept.ok) return back(intent === 'saveView' ? 'viewSaved' : 'viewChanged')
  if (kept.reason === 'notFound') throw notFound()
  const fieldErrors = { name: [`views:refused.${kept.reason}`] }
  return data({ about: intent, result: submission.reply({ fieldErrors }) }, { status: 409 })
}

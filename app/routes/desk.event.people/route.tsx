import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { roleForm } from '#app/events/forms.ts'
import { readRoles } from '#app/events/read.server.ts'
import { assignRole, removeRole } from '#app/events/roles.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'

export { PeoplePage as default } from './people-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'event.edit')
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('desk:event.people')} · ${t('common:appName')}`,
    ...(await readRoles(context.database.read, scope)),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'event.edit')
  const form = await readRequestForm(request)
  switch (form.get('intent')) {
    case 'assign':
      return assign(context, scope, form)
    case 'remove':
      return remove(context, scope, form)
    default:
      throw notFound()
  }
}

const back = (scope: EventScope, done: string) =>
  redirect(`/desk/events/${scope.slug}/people?done=${done}`, { status: 303 })

async function assign({ database, now }: MajlisContext, scope: EventScope, form: FormData) {
  const submission = readForm(form, roleForm)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const assigned = await database.write((tx) => assignRole(tx, scope, { ...submission.value, now: now() }))
  if (assigned.ok) return back(scope, 'roleAssigned')
  const fieldErrors = { email: [`events:refused.${assigned.reason}`] }
  return data({ result: submission.reply({ fieldErrors }) }, { status: 409 })
}

async function remove({ database, now }: MajlisContext, scope: EventScope, form: FormData) {
  const assignmentId = String(form.get('assignment'))
  const removed = await database.write((tx) => removeRole(tx, scope, { assignmentId, now: now() }))
  if (!removed.ok) throw notFound()
  return back(scope, 'roleRemoved')
}

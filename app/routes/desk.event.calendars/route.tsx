import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { submitChanges } from '#app/answers/changes.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { siteOf } from '#app/invitations/token.server.ts'

/** Takes a form and shows nothing of its own. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'mail.send')
  return redirect(`/desk/events/${scope.slug}`)
}

/** Tells everybody whose calendar is out of date. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'mail.send')
  const form = await readRequestForm(request)
  if (form.get('intent') !== 'tell') throw notFound()
  const { database, env, now } = context
  const told = await submitChanges(database, scope, { site: siteOf(env), now: now() })
  if (!told.ok) throw notFound()
  context.wakeWorker()
  return redirect(`/desk/events/${scope.slug}?told=${told.count}`, { status: 303 })
}

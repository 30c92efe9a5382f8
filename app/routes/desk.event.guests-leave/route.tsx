import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { planBulk } from '#app/answers/bulk.server.ts'
import { mostAtOnce } from '#app/answers/bulk.ts'
import { readGuestParts } from '#app/answers/guest-choices.server.ts'
import { planLeavings, submitLeavings } from '#app/answers/leave-part.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { siteOf } from '#app/invitations/token.server.ts'
import { newId } from '#db/id.server.ts'
import { choosingIn, openChosen } from '../desk.event.guests-bulk/chosen.server.ts'

export { LeavePage as default } from './leave-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** Which part, and what leaving it would do: nothing happens before a button says so. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { scope, selection, query, back } = await openChosen(context, request, params.event)
  const { read } = context.database
  const parts = await readGuestParts(read, scope)
  const part = parts.find(({ id }) => id === query.get('from')) ?? null
  const t = translator(await readerLanguage(context, request))
  const who = await planBulk(read, scope, selection, null)
  const effect = part && (await planLeavings(read, scope, selection, part.id))
  return {
    title: `${t('roster:act.leavePart')} · ${t('common:appName')}`,
    ...{ back, who, parts, part, effect, hidden: choosingIn(query), newId: newId() },
    isTooMany: (effect?.leaving ?? 0) > mostAtOnce,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { scope, selection, query, back } = await openChosen(context, request, params.event)
  const form = await readRequestForm(request)
  const { database, env, now, wakeWorker } = context
  const part = (await readGuestParts(database.read, scope)).find(({ id }) => id === query.get('from'))
  if (!part) throw notFound()
  const { leaving } = await planLeavings(database.read, scope, selection, part.id)
  if (leaving > mostAtOnce) throw notFound()
  const given = { id: newIdOf(form), selection, partId: part.id, site: siteOf(env), now: now() }
  const left = await submitLeavings(database, scope, given)
  wakeWorker()
  return redirect(`${back}&done=leftMany&changed=${left}`, { status: 303 })
}

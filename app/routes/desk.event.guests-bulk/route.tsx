import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { findOfficeScope } from '#app/accounts/scope.server.ts'
import { type Change, changeGuests, planBulk } from '#app/answers/bulk.server.ts'
import { bulkActs, hasOwnPage, isChange, mostAtOnce, ownPages } from '#app/answers/bulk.ts'
import { readGuestParts } from '#app/answers/guest-choices.server.ts'
import { choiceOf } from '#app/answers/guest-filter.ts'
import { readSelected, type Selection, selectionOf } from '#app/answers/selection.server.ts'
import { submitWithdrawal } from '#app/answers/submit.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { isLanguage } from '#app/i18n/languages.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { policies } from '#app/invitations/rules.ts'
import { siteOf } from '#app/invitations/token.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { newId } from '#db/id.server.ts'
import { BulkPage } from './bulk-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** What is to be done with whom, and what it would change: nothing happens before a button says so. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { scope, selection, act, value, query, mayTag } = await asked(request, params, context)
  if (act === 'export') throw exported(scope.slug, query)
  if (hasOwnPage(act)) throw redirect(`/desk/events/${scope.slug}/guests/bulk/${ownPages[act]}?${query}`)
  const change = isChange(act) && value ? { act, value } : null
  const [effect, parts, language] = await Promise.all([
    planBulk(context.database.read, scope, selection, change),
    readGuestParts(context.database.read, scope),
    readerLanguage(context, request),
  ])
  const t = translator(language)
  return {
    title: `${t(`roster:act.${act}`)} · ${t('common:appName')}`,
    ...{ act, value, effect, parts, mayTag },
    hidden: [...query].filter(([name]) => name !== 'value'),
    back: choiceOf(query).toString(),
    isTooMany: act === 'withdraw' && effect.people + effect.institutions > mostAtOnce,
    newId: newId(),
  }
}

async function asked(request: Request, params: { event?: string }, context: MajlisContext) {
  const scope = await requireEvent(context, request, params.event, 'guests.edit')
  const query = new URL(request.url).searchParams
  const act = bulkActs.find((one) => one === (query.get('act') ?? 'language'))
  if (!act) throw notFound()
  const { read } = context.database
  // Tags belong to the office's directory, not to the event.
  const user = scope.actor.id
  const mayTag = user !== null && (await findOfficeScope(read, user, 'directory.edit')) !== null
  if ((act === 'addTag' || act === 'removeTag') && !mayTag) throw notFound()
  return {
    ...{ scope, act, mayTag, query },
    selection: await selectionOf(read, scope, query),
    value: checked(act, (query.get('value') ?? '').trim().slice(0, 60), context.now()),
  }
}

/** The value if it is one that the act knows; a part is looked up in its event when it is given. */
function checked(act: (typeof bulkActs)[number], value: string, now: Date): string {
  if (act === 'stopReminders' || act === 'allowReminders') return now.toISOString()
  if (act === 'language') return isLanguage(value) ? value : ''
  if (act === 'policy') return policies.find((policy) => policy === value) ?? ''
  return value
}

function exported(slug: string, query: URLSearchParams): Response {
  const kept = choiceOf(query)
  if (query.get('everybody') !== 'yes') for (const pick of query.getAll('pick')) kept.append('pick', pick)
  return redirect(`/desk/events/${slug}/export/guests.xlsx?${kept}`)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { scope, selection, act, value, query } = await asked(request, params, context)
  const id = newIdOf(await readRequestForm(request))
  const home = `/desk/events/${scope.slug}/guests?`
  const back = choiceOf(query)
  if (act === 'withdraw') {
    const withdrawn = await withdrawAll(context, scope, selection)
    return redirect(home + withMore(back, { done: 'withdrawnMany', changed: String(withdrawn) }), {
      status: 303,
    })
  }
  if (!isChange(act) || !value) throw notFound()
  const change: Change = { act, value }
  const changed = await context.database.write((tx) =>
    changeGuests(tx, scope, { id, selection, change, now: context.now() }),
  )
  if (!changed.ok && changed.reason === 'notFound') throw notFound()
  if (!changed.ok) return data({ refused: changed.reason }, { status: 409 })
  return redirect(home + withMore(back, { done: 'changed', changed: String(changed.changed), undo: id }), {
    status: 303,
  })
}

function withMore(query: URLSearchParams, more: Record<string, string>): string {
  return new URLSearchParams([...query, ...Object.entries(more)]).toString()
}

/** One after the other, each with its mails: what could not be told is not done. */
async function withdrawAll(
  { database, env, now, wakeWorker }: MajlisContext,
  scope: Parameters<typeof submitWithdrawal>[1],
  selection: Selection,
): Promise<number> {
  const ids = new Set<string>()
  for await (const some of readSelected(database.read, scope, selection))
    for (const { isOwn, invitationId, invitation } of some)
      if (isOwn && invitationId && invitation?.state !== 'revoked') ids.add(invitationId)
  if (ids.size > mostAtOnce) throw notFound()
  const site = siteOf(env)
  let withdrawn = 0
  for (const invitationId of ids) {
    const result = await submitWithdrawal(database, scope, { invitationId, site, now: now() })
    if (result.ok) withdrawn++
  }
  wakeWorker()
  return withdrawn
}

export default BulkPage

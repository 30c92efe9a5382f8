import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { openDataKey } from '#app/clearance/data-key.server.ts'
import { makeList, readLists } from '#app/clearance/list.server.ts'
import { purgeNow } from '#app/clearance/purge.server.ts'
import { countExpected, peoplePerPage, readExpected } from '#app/clearance/read.server.ts'
import { openKeyring } from '#app/clearance/seal.server.ts'
import { isGateOpen, readGate, readPurges } from '#app/clearance/settings.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { newId } from '#db/id.server.ts'

export { ClearancePage as default } from './clearance-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'clearance.view')
  const { read } = context.database
  const gate = await readGate(read, scope.eventId)
  const keyring = openKeyring(context.env)
  const t = translator(await readerLanguage(context, request))
  const { searchParams } = new URL(request.url)
  return {
    title: `${t('clearance:desk.title')} · ${t('common:appName')}`,
    newId: newId(),
    slug: scope.slug,
    zone: gate.event.zone,
    dueAt: gate.settings?.dueAt ?? null,
    purgeAt: gate.purgeAt,
    isOpen: isGateOpen(gate, { byDesk: true, now: context.now() }),
    hasKeyring: keyring !== null,
    key: await openDataKey(read, keyring, scope.eventId).then((opened) =>
      opened.ok ? 'open' : opened.reason,
    ),
    mayEdit: scope.can.has('event.edit'),
    lists: await readLists(read, scope),
    purges: await readPurges(read, scope),
    done: searchParams.get('done'),
    made: Number(searchParams.get('made')) || 0,
    expected: gate.settings && (await readPeople(context, scope, gate.settings, searchParams)),
  }
}

async function readPeople(
  { database: { read } }: MajlisContext,
  scope: EventScope,
  settings: Parameters<typeof readExpected>[2],
  searchParams: URLSearchParams,
) {
  const asked = searchParams.get('state')
  const filter = {
    search: (searchParams.get('search') ?? '').slice(0, 100),
    state: (['missing', 'complete'] as const).find((state) => state === asked) ?? null,
  }
  const page = Math.min(100_000, Math.max(1, Math.trunc(Number(searchParams.get('page'))) || 1))
  const { people, total } = await readExpected(read, scope, settings, { filter, page })
  const counts = await countExpected(read, scope, settings)
  return { filter, page, pages: Math.max(1, Math.ceil(total / peoplePerPage)), people, counts }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'clearance.view')
  const form = await readRequestForm(request)
  switch (form.get('intent')) {
    case 'make':
      return make(context, scope, form)
    case 'purge':
      await purgeNow(context.database, scope, context.now())
      return redirect(`/desk/events/${scope.slug}/clearance?done=purged`, { status: 303 })
    default:
      throw notFound()
  }
}

async function make({ database, env, now }: MajlisContext, scope: EventScope, form: FormData) {
  const making = { id: newIdOf(form), now: now() }
  const made = await makeList(database, openKeyring(env), scope, making)
  if (!made.ok && made.reason === 'notFound') throw notFound()
  if (!made.ok) return data({ refused: made.reason }, { status: 409 })
  const lists = await readLists(database.read, scope)
  const number = lists.find(({ id }) => id === made.id)?.number ?? 0
  return redirect(`/desk/events/${scope.slug}/clearance?done=made&made=${number}#lists`, { status: 303 })
}

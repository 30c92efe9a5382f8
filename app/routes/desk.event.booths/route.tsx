import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { addBooths, editBooth, moveBooth, removeBooth, sortBooths } from '#app/exhibition/booths.server.ts'
import { boothForm, boothSearch, newBoothsForm } from '#app/exhibition/forms.ts'
import { hallChoices } from '#app/exhibition/plan/read.server.ts'
import {
  boothParts,
  exhibitionPageSize,
  readBooths,
  readExhibitionEvent,
} from '#app/exhibition/read.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { newId } from '#db/id.server.ts'

export { BoothsPage as default } from './booths-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const { read } = context.database
  const open = boothSearch.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [event, parts, halls, found] = await Promise.all([
    readExhibitionEvent(read, scope),
    boothParts(read, scope),
    hallChoices(read, scope.eventId),
    readBooths(read, scope, open.page),
  ])
  const isThere = !open.booth || open.booth === 'new' || found.booths.some(({ id }) => id === open.booth)
  if (!isThere) throw notFound()
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('desk:event.booths')} · ${t('common:appName')}`,
    ...{ event, parts, halls, open },
    ...found,
    newId: newId(),
    canEditEvent: scope.can.has('event.edit'),
    pages: Math.max(1, Math.ceil(found.total / exhibitionPageSize)),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const form = await readRequestForm(request)
  const page = boothSearch.parse(Object.fromEntries(new URL(request.url).searchParams)).page
  const back = (done: string) => backTo(scope, done, page)
  const intent = String(form.get('intent'))
  switch (intent) {
    case 'add':
      return add(context, scope, form)
    case 'edit':
      return edit(context, scope, form, back)
    case 'up':
    case 'down':
      return move(context, scope, form, intent, back)
    case 'sort':
      await context.database.write((tx) => sortBooths(tx, scope, { now: context.now() }))
      return back('sorted')
    case 'remove':
      return remove(context, scope, form, back)
    default:
      throw notFound()
  }
}

function backTo({ slug }: EventScope, done: string, page = 1) {
  const query = new URLSearchParams({ ...(done && { done }), ...(page > 1 && { page: String(page) }) })
  return redirect(`/desk/events/${slug}/booths?${query}`, { status: 303 })
}

type Back = (done: string) => Response

async function add({ database, now }: MajlisContext, scope: EventScope, form: FormData) {
  const submission = readForm(form, newBoothsForm)
  if (submission.status !== 'success')
    return data({ intent: 'add', result: submission.reply(), taken: [] as string[] }, { status: 400 })
  const { codes, place } = submission.value
  const added = await database.write((tx) =>
    addBooths(tx, scope, { codes, ...place, id: newIdOf(form), now: now() }),
  )
  // Further on than what is shown: the new booths are the last.
  if (added.ok) return backTo(scope, 'added', await lastPage(database, scope))
  if (added.reason === 'notFound') throw notFound()
  const fieldErrors = { codes: ['exhibition:refused.codeTaken'] }
  return data(
    { intent: 'add', result: submission.reply({ fieldErrors }), taken: added.taken },
    { status: 409 },
  )
}

async function lastPage({ read }: MajlisContext['database'], scope: EventScope): Promise<number> {
  const { total } = await readBooths(read, scope)
  return Math.max(1, Math.ceil(total / exhibitionPageSize))
}

async function edit({ database, now }: MajlisContext, scope: EventScope, form: FormData, back: Back) {
  const submission = readForm(form, boothForm)
  if (submission.status !== 'success')
    return data({ intent: 'edit', result: submission.reply(), taken: [] as string[] }, { status: 400 })
  const boothId = String(form.get('booth'))
  const { code, place } = submission.value
  const given = { boothId, content: { code, ...place }, now: now() }
  const saved = await database.write((tx) => editBooth(tx, scope, given))
  if (saved.ok) return back('boothSaved')
  if (saved.reason === 'notFound') throw notFound()
  const fieldErrors = { code: ['exhibition:refused.codeTaken'] }
  return data(
    { intent: 'edit', result: submission.reply({ fieldErrors }), taken: saved.taken },
    { status: 409 },
  )
}

async function move(
  { database, now }: MajlisContext,
  scope: EventScope,
  form: FormData,
  direction: 'up' | 'down',
  back: Back,
) {
  const boothId = String(form.get('booth'))
  const moved = await database.write((tx) => moveBooth(tx, scope, { boothId, direction, now: now() }))
  if (!moved.ok) throw notFound()
  return back('')
}

async function remove({ database, now }: MajlisContext, scope: EventScope, form: FormData, back: Back) {
  const boothId = String(form.get('booth'))
  const removed = await database.write((tx) => removeBooth(tx, scope, { boothId, now: now() }))
  if (!removed.ok) throw notFound()
  return back('boothRemoved')
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import {
  addOutcome,
  editOutcome,
  moveOutcome,
  readOutcomes,
  removeOutcome,
  writeOutcome,
} from '#app/agenda/outcomes.server.ts'
import { outcomeForm, outcomeTextForm } from '#app/agenda/outcomes.ts'
import { findAgendaItem } from '#app/agenda/read.server.ts'
import { organisationChoices } from '#app/directory/read.server.ts'
import { readEventFrame } from '#app/events/read.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { newId } from '#db/id.server.ts'
import { editedSince } from '../desk.event.agenda-item/edited-since.server.ts'

export { OutcomePage as default } from './outcome-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const { read } = context.database
  const item = await findAgendaItem(read, scope.eventId, params.item ?? '')
  const outcome = item && (await readOutcomes(read, scope.eventId, item.id))
  if (!item || !outcome) throw notFound()
  const [event, organisations] = await Promise.all([
    readEventFrame(read, scope),
    organisationChoices(read, scope),
  ])
  const { searchParams } = new URL(request.url)
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('speakers:item.outcome')} · ${t('common:appName')}`,
    newId: newId(),
    event: { slug: scope.slug, zone: event.zone, languages: event.languages },
    item: { id: item.id, title: item.title, version: outcome.version },
    ...{ text: outcome.text, outcomes: outcome.list, organisations },
    open: searchParams.get('outcome'),
    done: searchParams.get('done'),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const form = await readRequestForm(request)
  const itemId = params.item ?? ''
  if (!(await findAgendaItem(context.database.read, scope.eventId, itemId))) throw notFound()
  const intent = form.get('intent')
  switch (intent) {
    case 'text':
      return saveText(context, scope, form, itemId)
    case 'save':
      return save(context, scope, form, itemId)
    case 'remove':
      return remove(context, scope, form, itemId)
    case 'up':
    case 'down':
      return move(context, scope, form, { itemId, direction: intent })
    default:
      throw notFound()
  }
}

const back = (scope: EventScope, itemId: string, done: string) =>
  redirect(`/desk/events/${scope.slug}/agenda/${itemId}/outcome?done=${done}`, { status: 303 })

async function saveText({ database, now }: MajlisContext, scope: EventScope, form: FormData, itemId: string) {
  const submission = readForm(form, outcomeTextForm)
  if (submission.status !== 'success')
    return data({ about: 'text', result: submission.reply(), edit: null }, { status: 400 })
  const { outcome, seen } = submission.value
  const saved = await database.write((tx) => writeOutcome(tx, scope, { itemId, seen, outcome, now: now() }))
  if (!saved.ok && saved.reason === 'notFound') throw notFound()
  if (!saved.ok) {
    const edit = await editedSince(database.read, scope, itemId)
    const present = await readOutcomes(database.read, scope.eventId, itemId)
    const given = { ...edit, text: present?.text ?? {} }
    return data({ about: 'text', result: submission.reply(), edit: given }, { status: 409 })
  }
  return back(scope, itemId, 'outcomeSaved')
}

async function save({ database, now }: MajlisContext, scope: EventScope, form: FormData, itemId: string) {
  const submission = readForm(form, outcomeForm)
  const outcomeId = String(form.get('outcome') ?? '')
  if (submission.status !== 'success')
    return data({ about: outcomeId, result: submission.reply(), edit: null }, { status: 400 })
  const { ownerId, dueOn, ...rest } = submission.value
  const content = { ...rest, ownerId: ownerId || null, dueOn: dueOn ?? null }
  const given = { itemId, content, now: now() }
  const saved = await database.write(async (tx) =>
    outcomeId
      ? editOutcome(tx, scope, { ...given, outcomeId })
      : addOutcome(tx, scope, { ...given, id: newIdOf(form) }),
  )
  if (!saved.ok) throw notFound()
  return back(scope, itemId, 'outcomeSaved')
}

async function remove({ database, now }: MajlisContext, scope: EventScope, form: FormData, itemId: string) {
  const which = { itemId, outcomeId: String(form.get('outcome') ?? ''), now: now() }
  const removed = await database.write((tx) => removeOutcome(tx, scope, which))
  if (!removed.ok) throw notFound()
  return back(scope, itemId, 'outcomeRemoved')
}

async function move(
  { database, now }: MajlisContext,
  scope: EventScope,
  form: FormData,
  { itemId, direction }: { itemId: string; direction: 'up' | 'down' },
) {
  const which = { itemId, outcomeId: String(form.get('outcome') ?? ''), direction, now: now() }
  const result = await database.write((tx) => moveOutcome(tx, scope, which))
  if (!result.ok) throw notFound()
  return back(scope, itemId, 'outcomeSaved')
}

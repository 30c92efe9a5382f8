import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { addPaper, addVersion, discardPaper, editPaper } from '#app/agenda/papers.server.ts'
import { paperForm, versionForm } from '#app/agenda/papers.ts'
import { findAgendaItem } from '#app/agenda/read.server.ts'
import { readPapersOfItem } from '#app/agenda/read-papers.server.ts'
import { readEventFrame } from '#app/events/read.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { newId } from '#db/id.server.ts'

export { PapersPage as default } from './papers-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const { read } = context.database
  const item = params.item === undefined ? null : await itemAt(context, scope, params.item)
  const [event, papers] = await Promise.all([
    readEventFrame(read, scope),
    readPapersOfItem(read, scope.eventId, item?.id ?? null),
  ])
  const { searchParams } = new URL(request.url)
  const t = translator(await readerLanguage(context, request))
  const speaking = new Map(item?.roles.map((role) => [role.speakerId, role.names]))
  return {
    title: `${t('speakers:papers.title')} · ${t('common:appName')}`,
    newId: newId(),
    event: { slug: scope.slug, zone: event.zone, languages: event.languages },
    item: item && { id: item.id, title: item.title },
    papers: papers.map((paper) => ({
      ...paper,
      broughtBy: paper.speakerId ? (speaking.get(paper.speakerId) ?? null) : null,
    })),
    open: searchParams.get('paper'),
    done: searchParams.get('done'),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const form = await readRequestForm(request)
  const itemId = params.item === undefined ? null : (await itemAt(context, scope, params.item)).id
  switch (form.get('intent')) {
    case 'add':
      return add(context, scope, form, itemId)
    case 'version':
      return version(context, scope, form, itemId)
    case 'edit':
      return edit(context, scope, form, itemId)
    case 'remove':
      return remove(context, scope, form, itemId)
    default:
      throw notFound()
  }
}

/** Whose papers these are: an item's, or null for the whole agenda's. */
type Owner = string | null

async function itemAt({ database }: MajlisContext, { eventId }: EventScope, itemId: string) {
  const item = await findAgendaItem(database.read, eventId, itemId)
  if (!item) throw notFound()
  return item
}

function back({ slug }: EventScope, itemId: Owner, done: string) {
  const item = itemId === null ? '' : `/${itemId}`
  return redirect(`/desk/events/${slug}/agenda${item}/papers?done=${done}`, { status: 303 })
}

async function fileOf(form: FormData) {
  const file = form.get('file')
  // The file is no text: it cannot be shown again, and must not be read as a field.
  form.delete('file')
  if (!(file instanceof File) || file.size === 0) return null
  return { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name }
}

async function add(context: MajlisContext, scope: EventScope, form: FormData, itemId: Owner) {
  const file = await fileOf(form)
  const submission = readForm(form, paperForm)
  const refuse = (status: number, refused?: string) =>
    data({ paper: '', refused, result: submission.reply() }, { status })
  if (submission.status !== 'success') return refuse(400)
  if (!file) return refuse(400, 'noDocument')
  const { language, ...content } = submission.value
  const added = await addPaper(context, scope, {
    ...{ id: newIdOf(form), itemId, content, file, language: language ?? null, now: context.now() },
  })
  if (added.ok || added.reason === 'madeBefore') return back(scope, itemId, 'paperAdded')
  if (added.reason === 'notFound') throw notFound()
  return refuse(409, added.reason)
}

async function version(context: MajlisContext, scope: EventScope, form: FormData, itemId: Owner) {
  const file = await fileOf(form)
  const submission = readForm(form, versionForm)
  if (submission.status !== 'success') throw notFound()
  const { paper, language } = submission.value
  const refuse = (refused: string) => data({ paper, refused, result: submission.reply() }, { status: 400 })
  if (!file) return refuse('noDocument')
  const added = await addVersion(context, scope, {
    ...{ itemId, paperId: paper, file, language: language ?? null, now: context.now() },
  })
  if (added.ok) return back(scope, itemId, 'versionAdded')
  if (added.reason === 'notFound') throw notFound()
  return refuse(added.reason)
}

async function edit({ database, now }: MajlisContext, scope: EventScope, form: FormData, itemId: Owner) {
  const submission = readForm(form, paperForm)
  const paperId = String(form.get('paper') ?? '')
  if (submission.status !== 'success')
    return data({ paper: paperId, refused: undefined, result: submission.reply() }, { status: 400 })
  const { language: _, ...content } = submission.value
  const edited = await database.write((tx) => editPaper(tx, scope, { itemId, paperId, content, now: now() }))
  if (!edited.ok) throw notFound()
  return back(scope, itemId, 'paperSaved')
}

async function remove(context: MajlisContext, scope: EventScope, form: FormData, itemId: Owner) {
  const paperId = String(form.get('paper') ?? '')
  const removed = await discardPaper(context, scope, { itemId, paperId, now: context.now() })
  if (!removed.ok) throw notFound()
  return back(scope, itemId, 'paperRemoved')
}

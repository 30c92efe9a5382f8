import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { readEventFrame } from '#app/events/read.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { copyQuestions, eventsWithQuestions } from '#app/questions/copy.server.ts'
import { moveQuestion, restoreQuestion } from '#app/questions/definitions.server.ts'
import { readQuestionParts, readQuestions } from '#app/questions/read.server.ts'
import { newId } from '#db/id.server.ts'

export { QuestionsPage as default } from './questions-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  const { read } = context.database
  const canEdit = scope.can.has('event.edit')
  const [frame, all, parts, others] = await Promise.all([
    readEventFrame(read, scope),
    readQuestions(read, scope),
    readQuestionParts(read, scope),
    canEdit ? eventsWithQuestions(read, scope) : [],
  ])
  const t = translator(await readerLanguage(context, request))
  // Whoever only looks at guests does not see what is sensitive, not even that it is asked.
  const shown = all.filter(({ isSensitive }) => !isSensitive || scope.can.has('guests.edit'))
  return {
    title: `${t('questions:desk.title')} · ${t('common:appName')}`,
    newId: newId(),
    languages: frame.languages,
    questions: shown.filter(({ archivedAt }) => !archivedAt),
    archived: shown.filter(({ archivedAt }) => archivedAt),
    parts: parts.map(({ id, name }) => ({ id, name })),
    others,
    canEdit,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'event.edit')
  const form = await readRequestForm(request)
  switch (form.get('intent')) {
    case 'up':
    case 'down':
      return move(context, scope, form)
    case 'restore':
      return restore(context, scope, form)
    case 'copy':
      return copy(context, request, scope, form)
    default:
      throw notFound()
  }
}

const back = (scope: EventScope, done?: string) =>
  redirect(`/desk/events/${scope.slug}/questions${done ? `?done=${done}` : ''}`, { status: 303 })

async function move({ database, now }: MajlisContext, scope: EventScope, form: FormData) {
  const direction = form.get('intent') === 'up' ? ('up' as const) : ('down' as const)
  const questionId = String(form.get('question'))
  const moved = await database.write((tx) => moveQuestion(tx, scope, { questionId, direction, now: now() }))
  if (moved.ok) return back(scope)
  if (moved.reason === 'notFound') throw notFound()
  return data({ refused: moved.reason }, { status: 409 })
}

async function restore({ database, now }: MajlisContext, scope: EventScope, form: FormData) {
  const questionId = String(form.get('question'))
  const restored = await database.write((tx) => restoreQuestion(tx, scope, { questionId, now: now() }))
  if (restored.ok) return back(scope, 'restored')
  if (restored.reason === 'notFound') throw notFound()
  return data({ refused: restored.reason }, { status: 409 })
}

async function copy(context: MajlisContext, request: Request, scope: EventScope, form: FormData) {
  const { database, now } = context
  // Whoever may edit only this event must not read another's questions through it.
  const from = await requireEvent(context, request, String(form.get('from')), 'event.edit')
  if (from.officeId !== scope.officeId) throw notFound()
  const copied = await database.write((tx) =>
    copyQuestions(tx, scope, { from, id: newIdOf(form), now: now() }),
  )
  if (copied.ok) return back(scope, 'copied')
  if (copied.reason === 'notFound') throw notFound()
  return data({ refused: copied.reason }, { status: 409 })
}

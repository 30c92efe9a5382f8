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
import { addQuestion, editQuestion, removeQuestion } from '#app/questions/definitions.server.ts'
import { contentFrom, questionForm } from '#app/questions/forms.ts'
import { readQuestionParts, readQuestions } from '#app/questions/read.server.ts'
import { type QuestionKind, questionKinds } from '#app/questions/rules.ts'
import { readForm } from '#app/ui/read-form.ts'
import { newId } from '#db/id.server.ts'

export { QuestionPage as default } from './question-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const isNew = 'new'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'event.edit')
  const { read } = context.database
  const [frame, all, parts] = await Promise.all([
    readEventFrame(read, scope),
    readQuestions(read, scope),
    readQuestionParts(read, scope),
  ])
  const question = all.find(({ id }) => id === params.question) ?? null
  if (!question && params.question !== isNew) throw notFound()
  const t = translator(await readerLanguage(context, request))
  const asked = all.filter(({ archivedAt }) => !archivedAt)
  const place = asked.findIndex(({ id }) => id === question?.id)
  return {
    title: `${t(question ? 'questions:edit.title' : 'questions:desk.add')} · ${t('common:appName')}`,
    newId: newId(),
    languages: frame.languages,
    question,
    kind: question?.kind ?? kindOf(new URL(request.url).searchParams.get('kind')),
    parts: parts.map(({ id, name }) => ({ id, name })),
    // A page is read from top to bottom, so only what stands above can be waited for.
    above: (place < 0 ? asked : asked.slice(0, place)).map(({ id, label, kind, options }) => ({
      ...{ id, label, kind, options },
    })),
  }
}

function kindOf(asked: unknown): QuestionKind | null {
  return questionKinds.find((kind) => kind === asked) ?? null
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'event.edit')
  const form = await readRequestForm(request)
  const questionId = params.question ?? isNew
  switch (form.get('intent')) {
    case 'save':
    case 'more':
      return save(context, scope, form, questionId)
    case 'remove':
      return remove(context, scope, questionId)
    default:
      throw notFound()
  }
}

const places: Record<string, 'condition' | 'options' | 'label'> = {
  conditionBelow: 'condition',
  optionUsed: 'options',
}

async function save(context: MajlisContext, scope: EventScope, form: FormData, questionId: string) {
  const { database, now } = context
  const before = (await readQuestions(database.read, scope)).find(({ id }) => id === questionId)
  const kind = before?.kind ?? kindOf(form.get('kind'))
  if (!kind || (!before && questionId !== isNew)) throw notFound()
  const submission = readForm(form, questionForm(kind))
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const given = { content: contentFrom(kind, submission.value), now: now() }
  const saved = await database.write((tx) =>
    before
      ? editQuestion(tx, scope, { ...given, questionId })
      : addQuestion(tx, scope, { ...given, id: newIdOf(form) }),
  )
  const home = `/desk/events/${scope.slug}/questions`
  if (saved.ok && form.get('intent') === 'more')
    return redirect(`${home}/${saved.id}?done=saved#options`, { status: 303 })
  if (saved.ok) return redirect(`${home}?done=${before ? 'saved' : 'added'}`, { status: 303 })
  if (saved.reason === 'notFound') throw notFound()
  const fieldErrors = { [places[saved.reason] ?? 'label']: [`questions:refused.${saved.reason}`] }
  return data({ result: submission.reply({ fieldErrors }) }, { status: 409 })
}

async function remove({ database, now }: MajlisContext, scope: EventScope, questionId: string) {
  const before = (await readQuestions(database.read, scope)).find(({ id }) => id === questionId)
  const removed = await database.write((tx) => removeQuestion(tx, scope, { questionId, now: now() }))
  const done = before?.answered ? 'archived' : 'removed'
  if (removed.ok) return redirect(`/desk/events/${scope.slug}/questions?done=${done}`, { status: 303 })
  if (removed.reason === 'notFound') throw notFound()
  return data({ refused: removed.reason }, { status: 409 })
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireOffice } from '#app/accounts/guard.server.ts'
import type { OfficeScope } from '#app/accounts/scope.server.ts'
import { indicatorForm, programmeSearch, resultForm } from '#app/exhibition/programmes/forms.ts'
import { readProgramme } from '#app/exhibition/programmes/read.server.ts'
import { addResult, editResult, removeResult } from '#app/exhibition/programmes/results.server.ts'
import { editPiece, removePiece } from '#app/exhibition/programmes/structure.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { localize } from '#app/i18n/languages.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { newId } from '#db/id.server.ts'

export { IndicatorPage as default } from './indicator-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** One indicator of a programme, and what it came to in each phase and place. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'office.view')
  const programme = await readProgramme(context.database.read, scope.officeId, params.programme ?? '')
  const indicator = programme?.indicators.find(({ id }) => id === params.indicator)
  if (!programme || !indicator) throw notFound()
  const { id, name, phases, components } = programme
  const language = await readerLanguage(context, request)
  const canEdit = scope.can.has('event.create')
  const { done, ...open } = programmeSearch.parse(Object.fromEntries(new URL(request.url).searchParams))
  return {
    title: `${localize(indicator.name, language)} · ${translator(language)('common:appName')}`,
    programme: { id, name, phases, components },
    ...{ indicator, canEdit, done, newId: newId() },
    open: canEdit ? open : programmeSearch.parse({}),
  }
}

type Act = {
  context: MajlisContext
  scope: OfficeScope
  which: { programmeId: string; indicatorId: string; now: Date }
  form: FormData
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireOffice(context, request, 'event.create')
  const form = await readRequestForm(request)
  const which = {
    programmeId: params.programme ?? '',
    indicatorId: params.indicator ?? '',
    now: context.now(),
  }
  const act = { context, scope, which, form }
  switch (form.get('intent')) {
    case 'save':
      return saveResult(act)
    case 'remove':
      return takeResult(act)
    case 'savePiece':
      return saveIndicator(act)
    case 'removePiece':
      return takeIndicator(act)
    default:
      throw notFound()
  }
}

const back = ({ programmeId, indicatorId }: Act['which'], done: string) =>
  redirect(`/desk/programmes/${programmeId}/indicators/${indicatorId}?done=${done}`, 303)

async function saveResult({ context, scope, which, form }: Act) {
  const submission = readForm(form, resultForm)
  if (submission.status !== 'success')
    return data({ of: 'result', result: submission.reply() }, { status: 400 })
  const resultId = String(form.get('result') ?? '')
  const given = { ...which, content: submission.value }
  const saved = await context.database.write((tx) =>
    resultId
      ? editResult(tx, scope, { ...given, resultId })
      : addResult(tx, scope, { ...given, id: newIdOf(form) }),
  )
  if (saved.ok) return back(which, resultId ? 'saved' : 'added')
  if (saved.reason === 'notFound') throw notFound()
  const fields = {
    asOf: { asOf: ['exhibition:refused.asOf'] },
    sourceNeeded: { source: ['programmes:refused.sourceNeeded'] },
    tooManyInGroups: { groups: ['programmes:refused.tooManyInGroups'] },
    taken: { phaseId: ['programmes:refused.taken'] },
  }
  const result = submission.reply({ fieldErrors: fields[saved.reason] })
  return data({ of: 'result', result }, { status: 409 })
}

async function takeResult({ context, scope, which, form }: Act) {
  const resultId = String(form.get('result') ?? '')
  const removed = await context.database.write((tx) => removeResult(tx, scope, { ...which, resultId }))
  if (!removed.ok) throw notFound()
  return back(which, 'removed')
}

async function saveIndicator({ context, scope, which, form }: Act) {
  const submission = readForm(form, indicatorForm)
  if (submission.status !== 'success')
    return data({ of: 'indicator', result: submission.reply() }, { status: 400 })
  const { programmeId, indicatorId: id, now } = which
  const given = { kind: 'indicator' as const, programmeId, id, now, content: submission.value }
  const saved = await context.database.write((tx) => editPiece(tx, scope, given))
  if (!saved.ok) throw notFound()
  return back(which, 'saved')
}

async function takeIndicator({ context, scope, which }: Act) {
  const { programmeId, indicatorId: id, now } = which
  const given = { kind: 'indicator' as const, programmeId, id, now }
  const removed = await context.database.write((tx) => removePiece(tx, scope, given))
  if (!removed.ok) throw notFound()
  return redirect(`/desk/programmes/${programmeId}?done=removed`, 303)
}

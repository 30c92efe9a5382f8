import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import type { ZodType } from 'zod'
import { notFound, requireOffice } from '#app/accounts/guard.server.ts'
import type { OfficeScope } from '#app/accounts/scope.server.ts'
import {
  componentForm,
  indicatorForm,
  phaseForm,
  programmeForm,
  programmeSearch,
} from '#app/exhibition/programmes/forms.ts'
import { editProgramme, removeProgramme } from '#app/exhibition/programmes/programmes.server.ts'
import { readProgramme } from '#app/exhibition/programmes/read.server.ts'
import {
  addPiece,
  editPiece,
  movePiece,
  type Piece,
  type PieceContent,
  removePiece,
} from '#app/exhibition/programmes/structure.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { localize } from '#app/i18n/languages.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { newId } from '#db/id.server.ts'

export { ProgrammePage as default } from './programme-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** A programme of the office with all it consists of. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'office.view')
  const programme = await readProgramme(context.database.read, scope.officeId, params.programme ?? '')
  if (!programme) throw notFound()
  const language = await readerLanguage(context, request)
  const t = translator(language)
  const canEdit = scope.can.has('event.create')
  const { done, ...open } = programmeSearch.parse(Object.fromEntries(new URL(request.url).searchParams))
  return {
    title: `${localize(programme.name, language)} · ${t('common:appName')}`,
    ...{ programme, canEdit, done, newId: newId() },
    open: canEdit ? open : programmeSearch.parse({}),
  }
}

const forms: Record<Piece, ZodType<PieceContent>> = {
  ...{ phase: phaseForm, component: componentForm, indicator: indicatorForm },
}
const kinds = Object.keys(forms) as Piece[]

type Act = { context: MajlisContext; scope: OfficeScope; programmeId: string; form: FormData }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireOffice(context, request, 'event.create')
  const form = await readRequestForm(request)
  const act = { context, scope, programmeId: params.programme ?? '', form }
  const kind = kinds.find((one) => form.has(one))
  if (kind) return changePiece(act, kind)
  switch (form.get('intent')) {
    case 'save':
      return saveFacts(act)
    case 'remove':
      return removeAll(act)
    default:
      throw notFound()
  }
}

const back = (programmeId: string, done: string, at = '') =>
  redirect(`/desk/programmes/${programmeId}?done=${done}${at}`, 303)

async function saveFacts({ context, scope, programmeId, form }: Act) {
  const submission = readForm(form, programmeForm)
  if (submission.status !== 'success')
    return data({ of: 'facts', result: submission.reply() }, { status: 400 })
  const given = { programmeId, content: submission.value, now: context.now() }
  const saved = await context.database.write((tx) => editProgramme(tx, scope, given))
  if (!saved.ok) throw notFound()
  return back(programmeId, 'saved')
}

async function removeAll({ context, scope, programmeId }: Act) {
  const now = context.now()
  const removed = await context.database.write((tx) => removeProgramme(tx, scope, { programmeId, now }))
  if (!removed.ok) throw notFound()
  return redirect('/desk/programmes?done=removed', 303)
}

async function changePiece(act: Act, kind: Piece) {
  const { context, scope, programmeId, form } = act
  const id = String(form.get(kind) ?? '')
  const which = { kind, programmeId, id, now: context.now() }
  switch (form.get('intent')) {
    case 'savePiece':
      return savePiece(act, kind, id)
    case 'removePiece': {
      const removed = await context.database.write((tx) => removePiece(tx, scope, which))
      if (!removed.ok) throw notFound()
      return back(programmeId, 'removed', `#${kind}s`)
    }
    case 'up':
    case 'down': {
      const direction = form.get('intent') === 'up' ? 'up' : 'down'
      const moved = await context.database.write((tx) => movePiece(tx, scope, { ...which, direction }))
      if (!moved.ok) throw notFound()
      return redirect(`/desk/programmes/${programmeId}#${kind}s`, 303)
    }
    default:
      throw notFound()
  }
}

async function savePiece({ context, scope, programmeId, form }: Act, kind: Piece, id: string) {
  const submission = readForm(form, forms[kind])
  if (submission.status !== 'success')
    return data({ of: kind as string, result: submission.reply() }, { status: 400 })
  const given = { kind, programmeId, content: submission.value, now: context.now() }
  const saved = await context.database.write((tx) =>
    id ? editPiece(tx, scope, { ...given, id }) : addPiece(tx, scope, { ...given, id: newIdOf(form) }),
  )
  if (!saved.ok) throw notFound()
  // What is counted is of no use until somebody says how many.
  if (kind === 'indicator' && !id)
    return redirect(`/desk/programmes/${programmeId}/indicators/${saved.id}?result=new`, 303)
  return back(programmeId, id ? 'saved' : 'added', `#${kind}s`)
}

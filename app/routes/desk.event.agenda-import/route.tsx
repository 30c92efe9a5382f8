import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { type Choices, choicesFrom } from '#app/agenda/exchange/choices.ts'
import { confirmInThread } from '#app/agenda/exchange/confirm.server.ts'
import {
  chooseForImport,
  discardAgendaImport,
  findAgendaImport,
  readImportedSchedule,
} from '#app/agenda/exchange/imports.server.ts'
import { readKnownAgenda } from '#app/agenda/exchange/known.server.ts'
import { planImport } from '#app/agenda/exchange/plan.ts'
import { lineOf, reportOf } from '#app/agenda/exchange/report.ts'
import { partsOfEvent } from '#app/agenda/read.server.ts'
import { readEventFrame } from '#app/events/read.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { makePause } from '#app/uploads/pause.server.ts'
import { takenBefore } from '#app/uploads/read.server.ts'
import type { Reader } from '#db/client.server.ts'

export { AgendaImportPage as default } from './agenda-import-page.tsx'

const itemsShown = 100
const shows = ['all', 'new', 'changed', 'remarked'] as const

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const { read } = context.database
  const row = await findAgendaImport(read, scope, params.schedule ?? '')
  if (!row) throw notFound()
  const { fileName, state, report, choices } = row
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${fileName} · ${t('common:appName')}`,
    slug: scope.slug,
    zone: (await readEventFrame(read, scope)).zone,
    parts: (await partsOfEvent(read, scope.eventId)).map(({ id, name }) => ({ id, name })),
    ...{ fileName, report, choices },
    before: state === 'open' ? await takenBefore(read, scope, row) : null,
    preview: state === 'open' ? await preview(read, scope, row, new URL(request.url).searchParams) : null,
  }
}

type FoundImport = NonNullable<Awaited<ReturnType<typeof findAgendaImport>>>

/** What taking the file would do, one page of it. */
async function preview(read: Reader, scope: EventScope, row: FoundImport, parameters: URLSearchParams) {
  const schedule = await readImportedSchedule(read, row)
  const { format, source, version, leftOut } = schedule
  const pause = makePause()
  const plan = await planImport(schedule, await readKnownAgenda(read, scope, pause), row.choices, pause)
  if (!plan) return { format, source, version, leftOut, planned: null }
  const show = shows.find((name) => name === parameters.get('show')) ?? 'all'
  const fitting = plan.items.filter(
    ({ outcome, remarks }) =>
      show === 'all' || outcome === show || (show === 'remarked' && remarks.length > 0),
  )
  const pages = Math.max(1, Math.ceil(fitting.length / itemsShown))
  const page = Math.min(pages, Math.max(1, Number.parseInt(parameters.get('page') ?? '1', 10) || 1))
  const { lines: _, ...summary } = reportOf(plan, schedule, plan.gone.length)
  return {
    ...{ format, source, version, leftOut },
    planned: {
      summary,
      ...{ show, page, pages },
      lines: fitting.slice((page - 1) * itemsShown, page * itemsShown).map(lineOf),
      gone: plan.gone.map(({ id, title, startsAt }) => ({ id, title, startsAt })),
    },
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const { database } = context
  const form = await readRequestForm(request)
  const importId = params.schedule ?? ''
  if (!(await findAgendaImport(database.read, scope, importId))) throw notFound()
  const all = `/desk/events/${scope.slug}/agenda/import`
  const now = context.now()
  switch (form.get('intent')) {
    case 'choices': {
      const choices = choicesOf(form)
      const saved = await database.write((tx) => chooseForImport(tx, scope, { importId, choices }))
      return answerTo(saved, `${all}/${importId}?done=choices`)
    }
    case 'confirm': {
      const remove = new Set(form.getAll('remove').map(String))
      const taken = await confirmInThread(database, scope, { importId, remove, now })
      return answerTo(taken, `${all}/${importId}?done=taken`)
    }
    case 'discard': {
      const discarded = await database.write((tx) => discardAgendaImport(tx, scope, { importId, now }))
      return answerTo(discarded, `${all}?done=discarded`)
    }
    default:
      throw notFound()
  }
}

/** A part that is not this event's is found by no plan, and then goes for none. */
function choicesOf(form: FormData): Choices {
  return choicesFrom({ partId: String(form.get('part') ?? '') || null, edits: form.get('edits') })
}

function answerTo(result: { ok: true } | { ok: false; reason: 'notOpen' | 'noParts' }, next: string) {
  if (result.ok) return redirect(next, 303)
  return data({ refusal: result.reason }, { status: 409 })
}

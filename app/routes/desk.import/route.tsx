import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireOffice } from '#app/accounts/guard.server.ts'
import { readOffice } from '#app/accounts/read.server.ts'
import type { OfficeScope } from '#app/accounts/scope.server.ts'
import { confirmInThread } from '#app/directory/import/confirm.server.ts'
import { isField } from '#app/directory/import/field-names.ts'
import { type Choice, isChoice } from '#app/directory/import/findings.ts'
import { recogniseLayout } from '#app/directory/import/header.ts'
import { reportOf } from '#app/directory/import/report.ts'
import { planList, readEntries } from '#app/directory/import.server.ts'
import {
  chooseLines,
  correctColumns,
  discardImport,
  findImport,
  type OpenImport,
  readImportLines,
} from '#app/directory/imports.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { takenBefore } from '#app/uploads/read.server.ts'

export { ImportPage as default } from './import-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const shows = ['all', 'remarked', 'leave'] as const
const rowsShown = 50

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'directory.edit')
  const row = await findImport(context.database.read, scope, params.import ?? '')
  if (!row) throw notFound()
  const t = translator(await readerLanguage(context, request))
  const { read } = context.database
  const { id, fileName, source, report } = row
  const isOpen = row.state === 'open'
  return {
    title: `${fileName} · ${t('common:appName')}`,
    ...{ id, fileName, source, report },
    zone: (await readOffice(read, scope)).zone,
    before: isOpen ? await takenBefore(read, scope, row) : null,
    preview: isOpen ? await preview(context, scope, row, new URL(request.url).searchParams) : null,
  }
}

/** What taking the list would do, one page of it. */
async function preview(
  { database }: MajlisContext,
  scope: OfficeScope,
  row: OpenImport,
  parameters: URLSearchParams,
) {
  const { lines, layout } = await readImportLines(database.read, row)
  const entries = await readEntries({ lines, ...layout })
  const plan = await planList(database.read, scope, entries, row.choices)
  const { lines: _, ...summary } = reportOf(plan, layout.oddities)
  const show = shows.find((name) => name === parameters.get('show')) ?? 'all'
  const fitting = plan.lines.filter(
    ({ outcome, findings }) =>
      show === 'all' || outcome === 'leave' || (show === 'remarked' && findings.length > 0),
  )
  const chosen = show === 'leave' ? fitting.filter(({ outcome }) => outcome === 'leave') : fitting
  const pages = Math.max(1, Math.ceil(chosen.length / rowsShown))
  const page = Math.min(pages, Math.max(1, Number.parseInt(parameters.get('page') ?? '1', 10) || 1))
  return {
    layout,
    summary,
    show,
    page,
    pages,
    rows: chosen.slice((page - 1) * rowsShown, page * rowsShown).map((line) => ({
      ...line,
      choice: row.choices.get(line.line) ?? null,
    })),
    samples: layout.headings.map((_, column) => samplesOf(lines, layout.headerLine, column)),
  }
}

function samplesOf(lines: string[][], headerLine: number | null, column: number): string[] {
  const below = lines.slice((headerLine ?? -1) + 1, (headerLine ?? -1) + 60)
  const filled = below.map((cells) => cells[column]?.trim() ?? '').filter(Boolean)
  return [...new Set(filled)].slice(0, 3).map((text) => text.slice(0, 60))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireOffice(context, request, 'directory.edit')
  const form = await readRequestForm(request)
  const importId = params.import ?? ''
  if (!(await findImport(context.database.read, scope, importId))) throw notFound()
  const here = `/desk/imports/${importId}`
  switch (form.get('intent')) {
    case 'columns':
      return answerTo(await saveColumns(context, scope, form, importId), `${here}?done=columns`)
    case 'choices': {
      const saved = await saveChoices(context, scope, form, importId)
      return answerTo(saved, `${here}?${rowsAsked(new URL(request.url).searchParams)}`)
    }
    case 'confirm': {
      // What is closed takes no more choices; whether it was taken is for the confirmation to say.
      await saveChoices(context, scope, form, importId)
      const taken = await confirmInThread(context.database, scope, { importId, now: context.now() })
      return answerTo(taken, `${here}?done=taken`)
    }
    case 'discard': {
      const now = context.now()
      const discarded = await context.database.write((tx) => discardImport(tx, scope, { importId, now }))
      return answerTo(discarded, '/desk/imports?done=discarded')
    }
    default:
      throw notFound()
  }
}

function rowsAsked(parameters: URLSearchParams): URLSearchParams {
  const [show, page] = [parameters.get('show') ?? 'all', parameters.get('page') ?? '1']
  return new URLSearchParams({ show, page, done: 'choices' })
}

function answerTo(result: { ok: true } | { ok: false; reason: 'notOpen' | 'nothing' }, next: string) {
  if (result.ok) return redirect(next, 303)
  return data({ refusal: result.reason }, { status: 409 })
}

async function saveColumns(
  { database }: MajlisContext,
  scope: OfficeScope,
  form: FormData,
  importId: string,
) {
  const row = await findImport(database.read, scope, importId)
  if (row?.state !== 'open') return { ok: false, reason: 'notOpen' } as const
  const said = Number.parseInt(String(form.get('headerLine')), 10)
  const headerLine = said >= 1 && said <= row.lineCount ? said - 1 : null
  const { lines } = await readImportLines(database.read, row)
  // Another line of headings means other columns: they are recognised anew, and can be corrected then.
  const mapping =
    headerLine === row.headerLine
      ? form.getAll('column').map((field) => (isField(field) ? field : null))
      : recogniseLayout(lines, headerLine).mapping
  return database.write((tx) => correctColumns(tx, scope, { importId, headerLine, mapping }))
}

async function saveChoices(
  { database }: MajlisContext,
  scope: OfficeScope,
  form: FormData,
  importId: string,
) {
  const chosen = new Map<number, Choice | null>()
  for (const [name, value] of form) {
    const line = /^choice-(\d{1,6})$/.exec(name)?.[1]
    if (line) chosen.set(Number(line), isChoice(value) ? value : null)
  }
  return database.write((tx) => chooseLines(tx, scope, { importId, chosen }))
}

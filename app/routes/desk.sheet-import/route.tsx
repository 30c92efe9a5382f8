import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireOffice } from '#app/accounts/guard.server.ts'
import { readOffice } from '#app/accounts/read.server.ts'
import { columnsIn } from '#app/exhibition/sheets/forms.ts'
import type { SheetKindName } from '#app/exhibition/sheets/kind.ts'
import {
  chooseColumns,
  confirmInThread,
  discardSheet,
  findSheet,
} from '#app/exhibition/sheets/uploads.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { takenBefore } from '#app/uploads/read.server.ts'
import { preview } from './preview.server.ts'
import { saveReading } from './save.server.ts'

export { SheetPage as default } from './sheet-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** Where sheets of a kind come in, and what one of them is called in an address. */
function whichSheet({ resultsFile, activitiesFile }: Record<string, string | undefined>) {
  const kind: SheetKindName = resultsFile === undefined ? 'activities' : 'programmes'
  const home = kind === 'programmes' ? '/desk/programmes/imports' : '/desk/activities'
  const imports = kind === 'programmes' ? home : `${home}/imports`
  return { kind, home, imports, id: resultsFile ?? activitiesFile ?? '' }
}

/** A sheet that waits to be taken, of results or of activities, or what became of it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'event.create')
  const { read } = context.database
  const { kind, id, home, imports } = whichSheet(params)
  const row = await findSheet(read, scope, { kind, id })
  if (!row) throw notFound()
  const language = await readerLanguage(context, request)
  const isOpen = row.state === 'open'
  const shown = await preview(context, scope, { row, language, query: new URL(request.url).searchParams })
  return {
    title: `${row.fileName} · ${translator(language)('common:appName')}`,
    ...{ kind, home, imports, fileName: row.fileName, source: row.source, report: row.report },
    zone: (await readOffice(read, scope)).zone,
    before: isOpen ? await takenBefore(read, scope, row) : null,
    ...shown,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireOffice(context, request, 'event.create')
  const form = await readRequestForm(request)
  const { database } = context
  const { kind, id, home, imports } = whichSheet(params)
  const row = await findSheet(database.read, scope, { kind, id })
  if (!row) throw notFound()
  const here = `${imports}/${id}`
  const closing = { kind, id, now: context.now() }
  switch (form.get('intent')) {
    case 'columns':
      return answerTo(
        await chooseColumns(database, scope, { row, said: columnsIn(form) }),
        `${here}?done=read`,
      )
    case 'reading': {
      const saved = await saveReading(context, scope, { form, row })
      return 'result' in saved ? data(saved, { status: 400 }) : answerTo(saved, `${here}?done=read`)
    }
    case 'confirm':
      return answerTo(await confirmInThread(database, scope, closing), `${here}?done=taken`)
    case 'discard': {
      const discarded = await database.write((tx) => discardSheet(tx, scope, closing))
      return answerTo(discarded, `${home}?done=discarded`)
    }
    default:
      throw notFound()
  }
}

type Answer = { ok: true } | { ok: false; reason: 'notOpen' | 'nothing' | 'sourceNeeded' }

function answerTo(result: Answer, next: string) {
  if (result.ok) return redirect(next, 303)
  return data({ refusal: result.reason }, { status: 409 })
}

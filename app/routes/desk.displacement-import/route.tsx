import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireOffice } from '#app/accounts/guard.server.ts'
import { readOffice } from '#app/accounts/read.server.ts'
import {
  acceptSuggestions,
  confirmInThread,
  discardFigures,
  findFigures,
} from '#app/exhibition/displacement/uploads.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { takenBefore } from '#app/uploads/read.server.ts'
import { preview } from './preview.server.ts'
import { saveColumns, savePlaces, saveReading } from './save.server.ts'

export { FiguresPage as default } from './figures-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'displacement.edit')
  const { read } = context.database
  const row = await findFigures(read, scope, params.figures ?? '')
  if (!row) throw notFound()
  const t = translator(await readerLanguage(context, request))
  const { id, fileName, source, report, choices } = row
  const isOpen = row.state === 'open'
  return {
    title: `${fileName} · ${t('common:appName')}`,
    ...{ id, fileName, source, report, choices },
    zone: (await readOffice(read, scope)).zone,
    before: isOpen ? await takenBefore(read, scope, row) : null,
    preview: isOpen ? await preview(context, scope, row, new URL(request.url).searchParams) : null,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireOffice(context, request, 'displacement.edit')
  const form = await readRequestForm(request)
  const { database } = context
  const id = params.figures ?? ''
  const row = await findFigures(database.read, scope, id)
  if (!row) throw notFound()
  const here = `/desk/displacement/imports/${id}`
  const now = context.now()
  switch (form.get('intent')) {
    case 'columns':
      return answerTo(await saveColumns(context, scope, form, row), `${here}?done=read`)
    case 'reading': {
      const saved = await saveReading(context, scope, form, row)
      return 'result' in saved ? data(saved, { status: 400 }) : answerTo(saved, `${here}?done=read`)
    }
    case 'places':
      return answerTo(await savePlaces(context, scope, form, row), `${here}?done=read`)
    case 'accept':
      return answerTo(await acceptSuggestions(database, scope, { row, now }), `${here}?done=read`)
    case 'confirm':
      return answerTo(await confirmInThread(database, scope, { id, now }), `${here}?done=taken`)
    case 'discard': {
      const discarded = await database.write((tx) => discardFigures(tx, scope, { id, now }))
      return answerTo(discarded, '/desk/displacement?done=discarded')
    }
    default:
      throw notFound()
  }
}

function answerTo(result: { ok: true } | { ok: false; reason: 'notOpen' | 'nothing' }, next: string) {
  if (result.ok) return redirect(next, 303)
  return data({ refusal: result.reason }, { status: 409 })
}

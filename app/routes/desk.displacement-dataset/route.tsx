import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireOffice } from '#app/accounts/guard.server.ts'
import {
  editDataset,
  findDataset,
  removeDataset,
  removeRound,
} from '#app/exhibition/displacement/datasets.server.ts'
import { datasetForm } from '#app/exhibition/displacement/forms.ts'
import { readRounds } from '#app/exhibition/displacement/read.server.ts'
import { datasetName } from '#app/exhibition/displacement/words.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { readForm } from '#app/ui/read-form.ts'

export { DatasetPage as default } from './dataset-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'displacement.edit')
  const { read } = context.database
  const dataset = await findDataset(read, scope, params.dataset ?? '')
  if (!dataset) throw notFound()
  const language = await readerLanguage(context, request)
  const { id, operation, population, name, source, sourceUrl, terms } = dataset
  return {
    title: `${datasetName(dataset, language).text} · ${translator(language)('common:appName')}`,
    dataset: { id, operation, population, name, source, sourceUrl, terms },
    rounds: (await readRounds(read, id)).reverse(),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireOffice(context, request, 'displacement.edit')
  const form = await readRequestForm(request)
  const { database } = context
  const datasetId = params.dataset ?? ''
  const now = context.now()
  const here = `/desk/displacement/${datasetId}`
  switch (form.get('intent')) {
    case 'edit': {
      if (!(await findDataset(database.read, scope, datasetId))) throw notFound()
      const submission = readForm(form, datasetForm)
      if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
      const given = { datasetId, content: submission.value, now }
      return answerTo(await database.write((tx) => editDataset(tx, scope, given)), `${here}?done=saved`)
    }
    case 'removeRound': {
      const given = { datasetId, roundId: String(form.get('round')), now }
      const removed = await database.write((tx) => removeRound(tx, scope, given))
      return answerTo(removed, `${here}?done=roundRemoved`)
    }
    case 'remove': {
      const removed = await database.write((tx) => removeDataset(tx, scope, { datasetId, now }))
      return answerTo(removed, '/desk/displacement?done=removed')
    }
    default:
      throw notFound()
  }
}

function answerTo(result: { ok: boolean }, next: string) {
  if (!result.ok) throw notFound()
  return redirect(next, 303)
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { requireEvent } from '#app/accounts/guard.server.ts'
import { findOfficeScope } from '#app/accounts/scope.server.ts'
import { readDatasets } from '#app/exhibition/displacement/datasets.server.ts'
import { shownForm } from '#app/exhibition/displacement/forms.ts'
import { chooseShown, readChosen } from '#app/exhibition/displacement/shown.server.ts'
import { readExhibitionEvent } from '#app/exhibition/read.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { readForm } from '#app/ui/read-form.ts'

export { ShownPage as default } from './shown-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const { read } = context.database
  const user = await context.user()
  const [event, datasets, chosen, office] = await Promise.all([
    readExhibitionEvent(read, scope),
    readDatasets(read, scope),
    readChosen(read, scope.eventId),
    user ? findOfficeScope(read, user.id, 'displacement.edit') : null,
  ])
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('dtm:shown.title')} · ${t('common:appName')}`,
    ...{ event, datasets, chosen },
    canImport: office?.officeId === scope.officeId,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const submission = readForm(await readRequestForm(request), shownForm)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const { mode, datasets } = submission.value
  const given = { datasetIds: mode === 'all' ? null : datasets, now: context.now() }
  await context.database.write((tx) => chooseShown(tx, scope, given))
  return redirect(`/desk/events/${scope.slug}/displacement?done=saved`, 303)
}

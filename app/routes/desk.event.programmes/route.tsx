import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { requireEvent } from '#app/accounts/guard.server.ts'
import { findOfficeScope } from '#app/accounts/scope.server.ts'
import { chooseProgrammes } from '#app/exhibition/programmes/programmes.server.ts'
import { readProgrammes, readShownProgrammes } from '#app/exhibition/programmes/read.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'

export { ShownProgrammesPage as default } from './shown-programmes-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** Which of the office's programmes this exhibition shows. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const { read } = context.database
  const [programmes, shown] = await Promise.all([
    readProgrammes(read, scope.officeId),
    readShownProgrammes(read, scope.eventId),
  ])
  // Who is at this event alone opens nothing of the office.
  const office = await findOfficeScope(read, scope.actor.id ?? '', 'office.view')
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('programmes:shown.title')} · ${t('common:appName')}`,
    slug: scope.slug,
    seesOffice: office?.officeId === scope.officeId,
    programmes: programmes.map(({ id, name, acronym }) => ({
      ...{ id, name, acronym },
      slug: shown.find((one) => one.id === id)?.slug ?? null,
    })),
    isChosen: new URL(request.url).searchParams.get('done') === 'chosen',
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const form = await readRequestForm(request)
  const ids = form.getAll('programme').map(String)
  await context.database.write((tx) => chooseProgrammes(tx, scope, { ids, now: context.now() }))
  return redirect(`/desk/events/${scope.slug}/programmes?done=chosen`, 303)
}

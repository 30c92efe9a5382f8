import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { requireEvent } from '#app/accounts/guard.server.ts'
import { chooseLists } from '#app/exhibition/activities/lists.server.ts'
import { readLists, readShownLists } from '#app/exhibition/activities/read.server.ts'
import { chooseProgrammes } from '#app/exhibition/programmes/programmes.server.ts'
import { readProgrammes, readShownProgrammes } from '#app/exhibition/programmes/read.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'

export { ShownProgrammesPage as default } from './shown-programmes-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** Which of the office's programmes and lists of activities this exhibition shows. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const { read } = context.database
  const [programmes, shown, lists, shownLists] = await Promise.all([
    readProgrammes(read, scope.officeId),
    readShownProgrammes(read, scope.eventId),
    readLists(read, scope.officeId),
    readShownLists(read, scope.eventId),
  ])
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('programmes:shown.title')} · ${t('common:appName')}`,
    slug: scope.slug,
    programmes: programmes.map(({ id, name, acronym }) => ({
      ...{ id, name, acronym },
      slug: shown.find((one) => one.id === id)?.slug ?? null,
    })),
    lists: lists.map((list) => ({ ...list, isShown: shownLists.some(({ id }) => id === list.id) })),
    done: new URL(request.url).searchParams.get('done'),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const form = await readRequestForm(request)
  const { database, now } = context
  const ids = (name: string) => form.getAll(name).map(String)
  const here = `/desk/events/${scope.slug}/programmes`
  if (form.get('intent') === 'lists') {
    await database.write((tx) => chooseLists(tx, scope, { ids: ids('list'), now: now() }))
    return redirect(`${here}?done=lists#lists`, 303)
  }
  await database.write((tx) => chooseProgrammes(tx, scope, { ids: ids('programme'), now: now() }))
  return redirect(`${here}?done=chosen`, 303)
}

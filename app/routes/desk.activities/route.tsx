import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireOffice } from '#app/accounts/guard.server.ts'
import { readOffice } from '#app/accounts/read.server.ts'
import { removeList } from '#app/exhibition/activities/lists.server.ts'
import { readLists } from '#app/exhibition/activities/read.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { readUploads } from '#app/uploads/read.server.ts'
import { newId } from '#db/id.server.ts'
import { takeIn } from '../desk.sheet-import/take-in.server.ts'

export { ActivitiesPage as default } from './activities-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** The office's lists of who does what where, and where they come in. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'event.create')
  const { read } = context.database
  const t = translator(await readerLanguage(context, request))
  const [lists, uploads, office] = await Promise.all([
    readLists(read, scope.officeId),
    readUploads(read, scope, 'activities'),
    readOffice(read, scope),
  ])
  return {
    title: `${t('sheets:activities.title')} · ${t('common:appName')}`,
    newId: newId(),
    ...{ lists, uploads, zone: office.zone },
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const scope = await requireOffice(context, request, 'event.create')
  const form = await readRequestForm(request)
  if (form.get('intent') === 'remove') {
    const given = { listId: String(form.get('list') ?? ''), now: context.now() }
    const removed = await context.database.write((tx) => removeList(tx, scope, given))
    if (!removed.ok) throw notFound()
    return redirect('/desk/activities?done=removed', 303)
  }
  const taken = await takeIn(context, scope, { kind: 'activities', form })
  if ('refusal' in taken) return data({ refusal: taken.refusal }, { status: taken.status })
  if (!taken.ok) throw notFound()
  return redirect(`/desk/activities/imports/${taken.id}`, 303)
}

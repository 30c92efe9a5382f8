import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireOffice } from '#app/accounts/guard.server.ts'
import { readOffice } from '#app/accounts/read.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { readUploads } from '#app/uploads/read.server.ts'
import { newId } from '#db/id.server.ts'
import { takeIn } from '../desk.sheet-import/take-in.server.ts'

export { ImportsPage as default } from './imports-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** Where sheets of results come in. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'event.create')
  const { read } = context.database
  const t = translator(await readerLanguage(context, request))
  const [uploads, office] = await Promise.all([
    readUploads(read, scope, 'programmes'),
    readOffice(read, scope),
  ])
  return {
    title: `${t('sheets:programmes.title')} · ${t('common:appName')}`,
    newId: newId(),
    ...{ uploads, zone: office.zone },
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const scope = await requireOffice(context, request, 'event.create')
  const taken = await takeIn(context, scope, { kind: 'programmes', form: await readRequestForm(request) })
  if ('refusal' in taken) return data({ refusal: taken.refusal }, { status: taken.status })
  if (!taken.ok) throw notFound()
  return redirect(`/desk/programmes/imports/${taken.id}`, 303)
}

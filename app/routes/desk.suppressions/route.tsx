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
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import type { MajlisContext } from '#app/load-context.ts'
import {
  liftSuppression,
  readSuppressions,
  suppress,
  suppressionPageSize,
} from '#app/mail/suppression.server.ts'
import { liftForm, suppressForm, suppressionSearch } from '#app/mail/suppression-forms.ts'
import { readForm } from '#app/ui/read-form.ts'

export { SuppressionsPage as default } from './suppressions-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'office.manage')
  const { read } = context.database
  const asked = suppressionSearch.parse(Object.fromEntries(new URL(request.url).searchParams))
  const filter = { search: asked.q, reason: asked.reason }
  const [list, office] = await Promise.all([
    readSuppressions(read, scope, { filter, page: asked.page }),
    readOffice(read, scope),
  ])
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('sending:list.title')} · ${t('common:appName')}`,
    asked,
    rows: list.rows,
    pages: Math.max(1, Math.ceil(list.total / suppressionPageSize)),
    zone: office.zone,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const scope = await requireOffice(context, request, 'office.manage')
  const form = await readRequestForm(request)
  switch (form.get('intent')) {
    case 'add':
      return add(context, scope, form)
    case 'lift':
      return lift(context, scope, form)
    default:
      throw notFound()
  }
}

const back = (done: 'added' | 'known' | 'lifted') => redirect(`/desk/office/suppressions?done=${done}`, 303)

async function add({ database, now }: MajlisContext, scope: OfficeScope, form: FormData) {
  const submission = readForm(form, suppressForm)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const { address, note } = submission.value
  const added = await database.write((tx) =>
    suppress(tx, scope, { address, reason: 'by_hand', note, now: now() }),
  )
  if (!added.ok)
    return data({ result: submission.reply({ fieldErrors: { address: ['email'] } }) }, { status: 400 })
  return back(added.isNew ? 'added' : 'known')
}

async function lift({ database, now }: MajlisContext, scope: OfficeScope, form: FormData) {
  const submission = readForm(form, liftForm)
  if (submission.status !== 'success') {
    const id = String(form.get('suppression'))
    return data({ lifting: id, liftResult: submission.reply() }, { status: 400 })
  }
  const { suppression: id, why } = submission.value
  const lifted = await database.write((tx) => liftSuppression(tx, scope, { id, why, now: now() }))
  if (!lifted.ok) throw notFound()
  return back('lifted')
}

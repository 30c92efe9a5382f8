import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { requireOffice } from '#app/accounts/guard.server.ts'
import { readOffice } from '#app/accounts/read.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { retentionForm } from '#app/privacy/forms.ts'
import { countDue } from '#app/privacy/purge.server.ts'
import { readPurgeRuns, readRetention, setRetention } from '#app/privacy/retention.server.ts'
import { type Retention, retained } from '#app/privacy/rules.ts'
import { readForm } from '#app/ui/read-form.ts'

export { RetentionPage as default } from './retention-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'office.manage')
  const { read } = context.database
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('privacy:retention.title')} · ${t('common:appName')}`,
    retention: await readRetention(read, scope.officeId),
    runs: await readPurgeRuns(read, scope),
    zone: (await readOffice(read, scope)).zone,
    done: new URL(request.url).searchParams.get('done'),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const scope = await requireOffice(context, request, 'office.manage')
  const form = await readRequestForm(request)
  const submission = readForm(form, retentionForm)
  if (submission.status !== 'success') return data({ result: submission.reply(), due: null }, { status: 400 })
  const now = context.now()
  const retention = Object.fromEntries(
    retained.map((rule) => [rule, submission.value[rule] ?? null]),
  ) as Retention
  if (form.get('intent') === 'preview') {
    const due = await countDue(context.database.read, { officeId: scope.officeId, retention, now })
    return data({ result: submission.reply(), due })
  }
  await context.database.write((tx) => setRetention(tx, scope, { retention, now }))
  return redirect('/desk/office/retention?done=saved', 303)
}

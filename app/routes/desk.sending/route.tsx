import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireOffice } from '#app/accounts/guard.server.ts'
import { readOffice } from '#app/accounts/read.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { sendingLimits } from '#app/mail/limits.ts'
import { readSending, resumeSending } from '#app/mail/sending.server.ts'

export { SendingPage as default } from './sending-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'office.view')
  const { env, database, now } = context
  const limits = sendingLimits(env)
  const t = translator(await readerLanguage(context, request))
  const [sending, office] = await Promise.all([
    readSending(database.read, limits, now()),
    readOffice(database.read, scope),
  ])
  return {
    title: `${t('sending:title')} · ${t('common:appName')}`,
    sending,
    limits,
    zone: office.zone,
    preset: env.MAIL_PRESET,
    hasServer: env.MAIL_URL !== undefined,
    signedFor: env.dkim?.domainName ?? null,
    returnsTo: env.MAIL_VERP === 'on' ? (env.MAILBOX_ADDRESS ?? null) : null,
    canManage: scope.can.has('office.manage'),
    isResumed: new URL(request.url).searchParams.get('done') === 'resumed',
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const scope = await requireOffice(context, request, 'office.manage')
  const form = await readRequestForm(request)
  if (form.get('intent') !== 'resume') throw notFound()
  await context.database.write((tx) => resumeSending(tx, scope, { now: context.now() }))
  context.wakeWorker()
  return redirect('/desk/sending?done=resumed', 303)
}

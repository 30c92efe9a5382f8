import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { planServing } from '#app/answers/waiting-desk.server.ts'
import { readWaitingList, readWaitingParts } from '#app/answers/waiting-list.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { decideInLine, saveQuota, serve } from './line-acts.server.ts'

export { WaitingPage as default } from './waiting-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  const { read } = context.database
  const { searchParams } = new URL(request.url)
  const parts = await readWaitingParts(read, scope)
  const asked = searchParams.get('part')
  // Where somebody waits is where there is something to do.
  const partId = asked ?? (parts.find(({ waits }) => waits > 0) ?? parts[0])?.id ?? null
  const page = Math.min(100_000, Math.max(1, Math.trunc(Number(searchParams.get('page'))) || 1))
  const list = partId ? await readWaitingList(read, scope, { partId, page, now: context.now() }) : null
  if (asked && !list) throw notFound()
  const plan = partId ? await planServing(read, scope, { partId, how: 'give', now: context.now() }) : null
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('waiting:desk.title')} · ${t('common:appName')}`,
    slug: scope.slug,
    canEdit: scope.can.has('guests.edit'),
    canSet: scope.can.has('event.edit'),
    ...{ parts, list, page },
    /** How many free seats the organiser could give in order now. */
    free: plan?.ok ? plan.changes.length : 0,
    done: searchParams.get('done'),
    seated: Number(searchParams.get('seated')) || 0,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.edit')
  const form = await readRequestForm(request)
  switch (form.get('intent')) {
    case 'decide':
      return decideInLine(context, scope, form)
    case 'serve':
      return serve(context, scope, form)
    case 'quota':
      return saveQuota(context, scope, form)
    default:
      throw notFound()
  }
}

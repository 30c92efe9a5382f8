import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent, requireUser } from '#app/accounts/guard.server.ts'
import { copyExhibits } from '#app/exhibition/copy/copy.server.ts'
import { eventsToCopyTo } from '#app/exhibition/copy/targets.server.ts'
import { copyForm, exhibitSearch } from '#app/exhibition/forms.ts'
import {
  exhibitionPageSize,
  readExhibit,
  readExhibitionEvent,
  readExhibits,
} from '#app/exhibition/read.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { readForm } from '#app/ui/read-form.ts'
import { newId } from '#db/id.server.ts'

export { CopyPage as default } from './copy-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** The exhibits to choose from, or with `exhibit` the one it names, and the events they can go to. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const user = await requireUser(context, request)
  const { read } = context.database
  const asked = new URL(request.url).searchParams
  const { page } = exhibitSearch.parse(Object.fromEntries(asked))
  const only = asked.get('exhibit') ?? ''
  const one = only ? await readExhibit(read, scope, only) : null
  if (only && !one) throw notFound()
  const [event, targets, found] = await Promise.all([
    readExhibitionEvent(read, scope),
    eventsToCopyTo(read, scope, user.id),
    one
      ? { exhibits: [{ ...one, booth: one.booth?.code ?? null }], total: 1 }
      : readExhibits(read, scope, {}, page),
  ])
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('copying:title')} · ${t('common:appName')}`,
    ...{ event: { slug: event.slug }, targets, page, only, newId: newId() },
    exhibits: found.exhibits.map(({ id, title, booth }) => ({ id, title, booth })),
    pages: Math.max(1, Math.ceil(found.total / exhibitionPageSize)),
    copied: copiedIn(asked, targets),
  }
}

/** What was just copied, so far as it is true that there is such an event. */
function copiedIn(asked: URLSearchParams, targets: Awaited<ReturnType<typeof eventsToCopyTo>>) {
  const to = targets.find(({ slug }) => slug === asked.get('to'))
  const count = Math.trunc(Number(asked.get('copied')))
  return to && count > 0 ? { ...to, count } : null
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const form = await readRequestForm(request)
  const submission = readForm(form, copyForm)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const { to, exhibits } = submission.value
  const user = await requireUser(context, request)
  const targets = await eventsToCopyTo(context.database.read, scope, user.id)
  if (!targets.some(({ slug }) => slug === to)) throw notFound()
  // Whoever may write here need not be allowed to write there.
  const target = await requireEvent(context, request, to, 'exhibition.edit')
  const given = { from: scope, exhibitIds: exhibits, id: newIdOf(form), now: context.now() }
  const copied = await copyExhibits(context, target, given)
  if (!copied.ok && copied.reason === 'tooMany') {
    const fieldErrors = { exhibits: ['copying:refused.tooMany'] }
    return data({ result: submission.reply({ fieldErrors }) }, { status: 400 })
  }
  if (!copied.ok) throw notFound()
  const query = new URLSearchParams({ to, copied: String(exhibits.length) })
  return redirect(`/desk/events/${scope.slug}/exhibition/copy?${query}`, { status: 303 })
}

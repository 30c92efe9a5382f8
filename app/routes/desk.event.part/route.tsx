import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { submitFreeSeats } from '#app/answers/submit-waiting.server.ts'
import { partForm } from '#app/events/forms.ts'
import { addPart, editPart, removePart } from '#app/events/parts.server.ts'
import { readEvent } from '#app/events/read.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { localFromInstant } from '#app/i18n/zoned.ts'
import { siteOf } from '#app/invitations/token.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { newId } from '#db/id.server.ts'

export { PartPage as default } from './part-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const isNew = 'new'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'event.edit')
  const { event, parts, venues } = await readEvent(context.database.read, scope)
  const part = parts.find(({ id }) => id === params.part) ?? null
  if (!part && params.part !== isNew) throw notFound()
  const t = translator(await readerLanguage(context, request))
  const local = (at: Date | null | undefined) => (at ? localFromInstant(at, event.zone) : '')
  return {
    title: `${t(part ? 'events:part.edit' : 'events:part.add')} · ${t('common:appName')}`,
    newId: newId(),
    part,
    event: { slug: event.slug, languages: event.languages, zone: event.zone, state: event.state },
    venues: venues.map(({ id, name }) => ({ id, name })),
    // Times as the fields want them: in the event's zone, not the browser's.
    local: {
      startsAt: local(part?.startsAt),
      endsAt: local(part?.endsAt),
      answerBy: local(part?.answerBy),
    },
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'event.edit')
  const form = await readRequestForm(request)
  const partId = params.part ?? isNew
  switch (form.get('intent')) {
    case 'save':
      return save(context, scope, form, partId)
    case 'remove':
      return remove(context, scope, partId)
    default:
      throw notFound()
  }
}

const places: Record<string, 'endsAt' | 'answerBy'> = {
  answerByTooLate: 'answerBy',
}

async function save(context: MajlisContext, scope: EventScope, form: FormData, partId: string) {
  const { database, now } = context
  const { event, parts } = await readEvent(database.read, scope)
  const before = parts.find(({ id }) => id === partId)
  if (!before && partId !== isNew) throw notFound()
  const submission = readForm(form, partForm(event.zone))
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const given = { content: submission.value, now: now() }
  const saved = await database.write(async (tx) =>
    partId === isNew
      ? addPart(tx, scope, { ...given, id: newIdOf(form) })
      : editPart(tx, scope, { ...given, partId }),
  )
  if (saved.ok) {
    if (before) await serveThoseWhoWait(context, scope)
    const done = partId === isNew ? 'partAdded' : 'partSaved'
    return redirect(`/desk/events/${scope.slug}/settings?done=${done}`, { status: 303 })
  }
  if (saved.reason === 'notFound') throw notFound()
  const fieldErrors = { [places[saved.reason] ?? 'endsAt']: [`events:refused.${saved.reason}`] }
  return data({ result: submission.reply({ fieldErrors }) }, { status: 409 })
}

/** New seats, another rule, another quota: the waiting list is served by what holds now. */
async function serveThoseWhoWait({ database, env, now, wakeWorker }: MajlisContext, scope: EventScope) {
  const site = siteOf(env)
  await submitFreeSeats(database, scope, { site, now: now() })
  wakeWorker()
}

async function remove({ database, now }: MajlisContext, scope: EventScope, partId: string) {
  const removed = await database.write((tx) => removePart(tx, scope, { partId, now: now() }))
  if (removed.ok) return redirect(`/desk/events/${scope.slug}/settings?done=partRemoved`, { status: 303 })
  if (removed.reason === 'notFound') throw notFound()
  return data({ refused: removed.reason }, { status: 409 })
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { needsSecondPerson } from '#app/accounts/second-person.server.ts'
import { changesIn } from '#app/agenda/history.server.ts'
import { readDraft, releaseAgenda } from '#app/agenda/release.server.ts'
import { type ConcernedKind, releaseForm, tellForm } from '#app/agenda/release-form.ts'
import { findRelease, releasesOfEvent } from '#app/agenda/released.server.ts'
import { countConcerned, submitReleaseNotice } from '#app/answers/release-notice.server.ts'
import { readEventFrame } from '#app/events/read.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { siteOf } from '#app/invitations/token.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { newId } from '#db/id.server.ts'
import { listedChange } from '../site.agenda-versions/listed-change.ts'

export { ReleasePage as default } from './release-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const onePage = 20

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const { read } = context.database
  const { searchParams } = new URL(request.url)
  const [event, draft, language] = await Promise.all([
    readEventFrame(read, scope),
    readDraft(read, scope.eventId),
    readerLanguage(context, request),
  ])
  const before = Number(searchParams.get('before')) || undefined
  const versions = await releasesOfEvent(read, scope.eventId, { ...(before && { before }), size: onePage })
  const open = await findRelease(read, scope.eventId, Number(searchParams.get('version') ?? Number.NaN))
  const opened = open ? await changesIn(read, open) : []
  const t = translator(language)
  const listed = (changes: typeof opened) =>
    changes.map((change) => listedChange(change, { t, language, zone: event.zone }))
  const mayTell = scope.can.has('mail.send') && event.state === 'published'
  const told = open?.isLast && draft.changes.length === 0 ? opened : draft.changes
  return {
    title: `${t('programme:desk.title')} · ${t('common:appName')}`,
    newId: newId(),
    event: { slug: scope.slug, zone: event.zone, languages: event.languages, state: event.state },
    last: draft.last && { number: draft.last.number, releasedAt: draft.last.releasedAt },
    items: draft.items.length,
    changes: draft.last ? listed(draft.changes) : [],
    isUnchanged: draft.changes.length === 0,
    concerned: mayTell && draft.last ? await countConcerned(read, scope, told) : null,
    needsSecondPerson: await needsSecondPerson(read, scope),
    versions,
    open: open && {
      number: open.number,
      isLast: open.isLast,
      changes: open.number > 1 ? listed(opened) : [],
    },
    older: versions.length === onePage ? (versions.at(-1)?.number ?? null) : null,
    done: searchParams.get('done'),
    told: Number(searchParams.get('told') ?? 0),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const form = await readRequestForm(request)
  switch (form.get('intent')) {
    case 'release':
      return release(context, scope, form)
    case 'tell':
      return tell(context, scope, form)
    default:
      throw notFound()
  }
}

async function release(context: MajlisContext, scope: EventScope, form: FormData) {
  const { database, now } = context
  const submission = readForm(form, releaseForm)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const { note, tell: whom } = submission.value
  const released = await database.write((tx) =>
    releaseAgenda(tx, scope, { id: newIdOf(form), note, now: now() }),
  )
  if (!released.ok && released.reason === 'notFound') throw notFound()
  if (!released.ok)
    return data(
      { result: submission.reply({ formErrors: ['programme:refused.unchanged'] }) },
      { status: 409 },
    )
  const told = scope.can.has('mail.send') ? await notify(context, scope, released.number, whom) : 0
  return back(scope, told ? `done=releasedAndTold&told=${told}` : 'done=released')
}

async function tell(context: MajlisContext, scope: EventScope, form: FormData) {
  if (!scope.can.has('mail.send')) throw notFound()
  const submission = readForm(form, tellForm)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const { version, tell: whom } = submission.value
  const told = await notify(context, scope, version, whom)
  return back(scope, `done=told&told=${told}`)
}

/** How many mails came into the outbox; none where nobody was chosen or the event is not public. */
async function notify(
  { database, env, now, wakeWorker }: MajlisContext,
  scope: EventScope,
  number: number,
  whom: readonly ConcernedKind[],
): Promise<number> {
  if (whom.length === 0) return 0
  const told = await submitReleaseNotice(database, scope, {
    ...{ number, whom, site: siteOf(env), now: now() },
  })
  if (!told.ok && told.reason === 'notFound') throw notFound()
  if (told.ok && told.count) wakeWorker()
  return told.ok ? told.count : 0
}

function back(scope: EventScope, query: string) {
  return redirect(`/desk/events/${scope.slug}/agenda/release?${query}`, { status: 303 })
}

import { data, redirect } from '@remix-run/node'
import type { z } from 'zod'
import type { SignedInUser } from '#app/accounts/auth.server.ts'
import { notFound } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { readEventFacts } from '#app/events/facts.server.ts'
import { countAudience } from '#app/invitations/audience.server.ts'
import { type mailingAct, mailingContent, mailingForm } from '#app/invitations/forms.ts'
import { textMistakes } from '#app/invitations/letter.ts'
import { discardPrepared, editMailing, removeMailing } from '#app/invitations/mailing.server.ts'
import { prepareMailing } from '#app/invitations/prepare.server.ts'
import { readPreviewGuest, sendTest, testMail } from '#app/invitations/preview.server.ts'
import { readMailing } from '#app/invitations/read.server.ts'
import { approveSchedule, unschedule } from '#app/invitations/schedule.server.ts'
import { approveMailing, sendMailing } from '#app/invitations/send.server.ts'
import { siteOf } from '#app/invitations/token.server.ts'
import { encloseLetters } from '#app/letters/enclose.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'

type Mailing = NonNullable<Awaited<ReturnType<typeof readMailing>>>
type Desk = { context: MajlisContext; scope: EventScope; user: SignedInUser; mailing: Mailing }
type Act = z.output<typeof mailingAct>

/** Keeps what stands in the letter's form; an answer when it cannot be kept. */
export async function saveLetter({ context, scope, mailing }: Desk, form: FormData) {
  const { languages: among } = await readEventFacts(context.database.read, scope.eventId)
  const submission = readForm(form, mailingForm(among))
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const mistakes = textMistakes(submission.value)
  if (mistakes.length) {
    const fieldErrors = Object.fromEntries(
      mistakes.map(({ path, reason, field }) => [path, [`${reason} ${field}`]]),
    )
    return data({ result: submission.reply({ fieldErrors }) }, { status: 400 })
  }
  const given = {
    mailingId: mailing.id,
    content: mailingContent(submission.value),
    seen: among,
    now: context.now(),
  }
  const saved = await context.database.write((tx) => editMailing(tx, scope, given))
  if (saved.ok) return null
  if (saved.reason === 'past' || saved.reason === 'noSuchPart') {
    const field = submission.value.when === 'clock' ? 'at' : 'anchor'
    const fieldErrors = { [field]: [`invitations:refused.${saved.reason}`] }
    return data({ result: submission.reply({ fieldErrors }) }, { status: 400 })
  }
  return data(
    { result: submission.reply({ formErrors: [`invitations:refused.${saved.reason}`] }) },
    { status: 409 },
  )
}

/** Carries out a button and answers with the page that says what came of it. `id` is the form's own. */
export function act(desk: Desk, given: Act, id: string) {
  switch (given.intent) {
    case 'save':
      return done(desk, 'saved', 0, given.guest)
    case 'test':
      return test(desk, given.guest, id)
    case 'prepare':
      return prepare(desk, given.expected)
    case 'approve':
      return approve(desk)
    case 'schedule':
      return schedule(desk)
    case 'unschedule':
      return takeBack(desk)
    case 'send':
      return send(desk)
    case 'discard':
      return discard(desk)
    case 'remove':
      return remove(desk)
  }
}

function done({ scope, mailing }: Desk, what: string, count = 0, guest = '') {
  const said = new URLSearchParams({
    done: what,
    ...(count && { count: String(count) }),
    ...(guest && { guest }),
  })
  return redirect(`/desk/events/${scope.slug}/mailings/${mailing.id}?${said}`, { status: 303 })
}

function refuse(reason: Exclude<Refusal, 'notFound'>) {
  return data({ refused: reason }, { status: 409 })
}

type Refusal =
  | 'notFound'
  | 'cancelled'
  | 'nobody'
  | 'badText'
  | 'changed'
  | 'prepared'
  | 'notPrepared'
  | 'notApproved'
  | 'notPublished'
  | 'secondPerson'
  | 'noSchedule'
  | 'past'
  | 'noSuchPart'
  | 'scheduled'

async function test(desk: Desk, wanted: string, id: string) {
  const { context, scope, user } = desk
  const { database, env } = context
  const mailing = await readMailing(database.read, scope, desk.mailing.id)
  if (!mailing) throw notFound()
  const now = context.now()
  const facts = await readEventFacts(database.read, scope.eventId)
  const guest = await readPreviewGuest(database.read, scope, facts, wanted)
  const mail = testMail({ id, mailing, facts, guest, to: user, appUrl: env.APP_URL, now })
  if (!mail) return refuse('badText')
  await database.write((tx) => sendTest(tx, scope, { mailingId: mailing.id, mail, now }))
  context.wakeWorker()
  return done(desk, 'tested', 0, wanted)
}

async function prepare(desk: Desk, expected: number | undefined) {
  const { context, scope, mailing } = desk
  const { database, env } = context
  // Nobody prepares more, or other, than the number on the button said.
  const current = await readMailing(database.read, scope, mailing.id)
  if (!current) throw notFound()
  const { reachable } = await countAudience(database.read, scope, current)
  if (expected !== undefined && expected !== reachable) return done(desk, 'recounted')
  const site = siteOf(env)
  const enclose = encloseLetters({ stores: context, site })
  const given = { mailingId: mailing.id, site, enclose, now: context.now() }
  const prepared = await prepareMailing(database, scope, given)
  if (prepared.ok) return done(desk, 'prepared', prepared.prepared)
  if (prepared.reason === 'notFound') throw notFound()
  return refuse(prepared.reason)
}

async function approve(desk: Desk) {
  const { context, scope, mailing } = desk
  const given = { mailingId: mailing.id, now: context.now() }
  const result = await context.database.write((tx) => approveMailing(tx, scope, given))
  if (result.ok) return done(desk, 'approved', result.approved)
  if (result.reason === 'notFound') throw notFound()
  return refuse(result.reason)
}

async function schedule(desk: Desk) {
  const { context, scope, mailing } = desk
  const given = { mailingId: mailing.id, now: context.now() }
  const result = await context.database.write((tx) => approveSchedule(tx, scope, given))
  if (result.ok) return done(desk, 'scheduled')
  if (result.reason === 'notFound') throw notFound()
  return refuse(result.reason)
}

async function takeBack(desk: Desk) {
  const { context, scope, mailing } = desk
  const given = { mailingId: mailing.id, now: context.now() }
  const result = await context.database.write((tx) => unschedule(tx, scope, given))
  if (result.ok) return done(desk, 'unscheduled')
  if (result.reason === 'notFound') throw notFound()
  return refuse(result.reason)
}

async function send(desk: Desk) {
  const { context, scope, mailing } = desk
  const given = { mailingId: mailing.id, now: context.now() }
  const result = await context.database.write((tx) => sendMailing(tx, scope, given))
  context.wakeWorker()
  if (result.ok) return done(desk, 'sent', result.queued)
  if (result.reason === 'notFound') throw notFound()
  return refuse(result.reason)
}

async function discard(desk: Desk) {
  const { context, scope, mailing } = desk
  const given = { mailingId: mailing.id, now: context.now() }
  const result = await context.database.write((tx) => discardPrepared(tx, scope, given))
  if (!result.ok) throw notFound()
  return done(desk, 'discarded')
}

async function remove({ context, scope, mailing }: Desk) {
  const given = { mailingId: mailing.id, now: context.now() }
  const result = await context.database.write((tx) => removeMailing(tx, scope, given))
  if (result.ok) return redirect(`/desk/events/${scope.slug}/mailings`, { status: 303 })
  if (result.reason === 'notFound') throw notFound()
  return refuse(result.reason)
}

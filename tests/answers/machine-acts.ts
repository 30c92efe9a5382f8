import { desc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { submitChanges } from '#app/answers/changes.server.ts'
import { submitFreeSeats } from '#app/answers/submit-waiting.server.ts'
import { editPart } from '#app/events/parts.server.ts'
import { cancelEvent } from '#app/events/publish.server.ts'
import { acceptReply } from '#app/inbox/settle.server.ts'
import { proposeSubstitute, readProposal } from '#app/inbox/substitute.server.ts'
import { mailboxAddress } from '#app/mail/envelope.ts'
import type { Database } from '#db/client.server.ts'
import { calendarEntries } from '#db/schema/calendar.server.ts'
import { inboxMails } from '#db/schema/inbox.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import type { anEvent } from '#tests/support/builders.ts'
import { partContent } from '#tests/support/events.ts'
import { receive, site, vouchedFor } from '#tests/support/inbox.ts'
import { delegatingReply, gmailReply } from '#tests/support/mime.ts'

/*
 * What reaches an event by calendar, and what its organiser does to it as a whole: each as the verb that a mailbox or a
 * page calls.
 */

export type MachineWorld = {
  database: Database
  event: Awaited<ReturnType<typeof anEvent>>
  /** Of the meeting. */
  capacity: number
  count: number
}
type Submit = () => Promise<unknown>
/** Picks among those there are, so that any number means somebody. */
const pick = <One>(some: readonly One[], who: number) => some[who % Math.max(1, some.length)]
export const word = (n: number) => [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('')

const says = ['ACCEPTED', 'ACCEPTED', 'TENTATIVE', 'DECLINED', 'DELEGATED'] as const

export const furtherActs = [
  fc.record({
    kind: fc.constant('calendar' as const),
    who: fc.nat(),
    says: fc.constantFrom(...says),
    // One in four comes without anybody to vouch for it, and waits.
    voucher: fc.nat(3),
  }),
  fc.record({ kind: fc.constant('believe' as const), who: fc.nat() }),
  fc.record({ kind: fc.constant('resize' as const), seats: fc.integer({ min: 0, max: 6 }) }),
]

type Act = (typeof furtherActs)[number] extends fc.Arbitrary<infer One> ? One : never

export async function formOfFurther(world: MachineWorld, one: Act, at: Date): Promise<Submit | null> {
  if (one.kind === 'calendar') return calendarAnswers(world, one, at)
  if (one.kind === 'believe') return deskBelieves(world, one.who, at)
  return () => resize(world, one.seats, at)
}

/** Somebody's calendar answers to the entry that it was last sent. */
async function calendarAnswers(
  world: MachineWorld,
  { who, says, voucher }: Extract<Act, { kind: 'calendar' }>,
  at: Date,
): Promise<Submit | null> {
  const { database } = world
  const entries = await database.read
    .select()
    .from(calendarEntries)
    .orderBy(calendarEntries.toldAt, calendarEntries.attendeeId)
  const entry = pick(entries, who)
  if (!entry) return null
  const reply = {
    uid: `${entry.attendeeId}.${entry.partId}@majlis.example`,
    to: mailboxAddress(site.mailbox, { purpose: 'answer', id: entry.replyId, secret: site.secret }),
    ...{ from: entry.address, sequence: entry.sequence, partstat: says },
    stampedAt: at.toISOString().replace(/[-:]|\.\d+/g, ''),
    headers: voucher ? [vouchedFor(entry.address.slice(entry.address.indexOf('@') + 1))] : [],
  }
  const name = word(world.count++)
  const delegate = { delegate: `${name}@guest.example`, name: `Sent ${name}` }
  const raw = says === 'DELEGATED' ? delegatingReply({ ...reply, ...delegate }) : gmailReply(reply)
  return () => receive(database, raw, { receivedAt: at, at })
}

/** Somebody at the desk takes a mail that waited for what it says. */
async function deskBelieves({ database, event }: MachineWorld, who: number, at: Date) {
  const waiting = await database.read
    .select()
    .from(inboxMails)
    .where(eq(inboxMails.state, 'waiting'))
    .orderBy(desc(inboxMails.receivedAt), inboxMails.id)
  const mail = pick(waiting, who)
  if (!mail) return null
  const deciding = { mailId: mail.id, site, now: at }
  if (mail.reply?.participation !== 'delegated') return () => acceptReply(database, event.scope, deciding)
  const proposal = await readProposal(database.read, event.scope, mail.id)
  return (
    proposal && (() => proposeSubstitute(database, event.scope, { ...deciding, person: proposal.person }))
  )
}

/** More seats or fewer, also than are taken. */
async function resize(world: MachineWorld, seats: number, now: Date) {
  const { database, event } = world
  const { id: partId, name, startsAt, endsAt, answerBy } = event.meeting
  const content = partContent({ name, startsAt, endsAt, answerBy, capacity: seats })
  const edited = await database.write((tx) => editPart(tx, event.scope, { partId, content, now }))
  if (!edited.ok) return edited
  const isLarger = seats > world.capacity
  world.capacity = seats
  return isLarger ? submitFreeSeats(database, event.scope, { site, now }) : edited
}

/** The event is called off, and every calendar is told. */
export async function callOff({ database, event }: MachineWorld, now: Date) {
  await database.write((tx) => cancelEvent(tx, event.scope, { note: {}, now }))
  return submitChanges(database, event.scope, { site, now })
}

/** What waits in the outbox has left: what comes after it must reckon with that. */
export function mailsLeave({ database }: MachineWorld) {
  return database.write((tx) =>
    tx.update(messages).set({ state: 'sent' }).where(eq(messages.state, 'queued')),
  )
}

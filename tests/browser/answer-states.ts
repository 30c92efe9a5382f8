import { eq } from 'drizzle-orm'
import type { GivenAnswer, Reply } from '#app/answers/rules.ts'
import { submitAnswer } from '#app/answers/submit.server.ts'
import type { Database } from '#db/client.server.ts'
import { events, parts } from '#db/schema/events.server.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { aClearedGuest, aComingGuest, aGate } from '#tests/support/clearance.ts'
import { aDelegate, aGuest, anAnswer, anInstitution, site } from '#tests/support/guests.ts'

type Guest = Awaited<ReturnType<typeof aGuest>>

/** A guest's page in every state it can be in, each by its path. The clock stands at `now` of the builders. */
export async function answerStates(database: Database): Promise<Record<string, string>> {
  const officeId = (await anOffice(database)).id
  const open = await anEvent(database, { officeId })
  const full = await anEvent(database, { officeId, capacity: 1 })
  const closed = await anEvent(database, { officeId })
  const cancelled = await anEvent(database, { officeId })
  const person = (event: typeof open, name = 'Sara Kovač') =>
    aGuest(database, event, { name, parts: [event.meeting.id, event.exhibition.id] })
  const answered = async (event: typeof open, reply: Reply, given: Partial<GivenAnswer> = {}) => {
    const guest = await person(event)
    await record(database, guest, anAnswer(event.meeting.id, reply, given))
    return guest
  }
  const needs = { access: 'Wheelchair', diet: 'No nuts', listenLanguage: 'ar' as const }
  const reason = [{ partId: open.meeting.id, reply: 'declined' as const, reason: 'Abroad that week' }]
  const longName = 'عبد الرحمن محمد الهاشمي "أبو نور" <b>المستشار</b> '.repeat(3)
  await answered(full, 'accepted')
  const ministry = await anInstitution(database, open)
  const names = [aDelegate('Salwa Karim', { email: 'salwa@ministry.example' }), aDelegate('عمر حسن')]
  await record(database, ministry, anAnswer(open.meeting.id, 'accepted', { names }))

  const states = {
    open: await person(open),
    longName: await person(open, longName),
    accepted: await answered(open, 'accepted', { needs, message: 'Arriving at ten.' }),
    tentative: await answered(open, 'tentative'),
    declined: await answered(open, 'declined', { replies: reason }),
    full: await person(full),
    waiting: await answered(full, 'accepted'),
    closed: await person(closed),
    closedAnswered: await answered(closed, 'accepted'),
    cancelled: await person(cancelled),
    institution: await anInstitution(database, open, {
      name: 'Ministry of Labour and Social Affairs',
      seats: 3,
    }),
    institutionAnswered: ministry,
  }
  const gated = await anEvent(database, { officeId })
  await aGate(database, gated, { asked: ['bothNames', 'birthOn', 'vehicle', 'driver', 'arrival'] })
  const gate = [await aComingGuest(database, gated), await aClearedGuest(database, gated)]
  const gateLinks = gate.flatMap(({ token }, index) => [
    [`gateOnPage${index}`, `/r/${token}`],
    [`gate${index}`, `/r/${token}/clearance`],
  ])
  await endAnswers(database, closed.id)
  await cancel(database, cancelled.id)
  const links = Object.entries(states).map(([state, { token }]) => [state, `/r/${token}`])
  return Object.fromEntries([...links, ...gateLinks, ['wrong', '/r/nothing-of-the-kind-here']])
}

async function record(database: Database, { scope }: Pick<Guest, 'scope'>, given: GivenAnswer) {
  const answered = await submitAnswer(database, scope, { given, site, now })
  if (!answered.ok) throw new Error(`Not recorded: ${answered.reason}`)
}

async function endAnswers(database: Database, eventId: string) {
  const yesterday = new Date(now.getTime() - 86_400_000)
  await database.write((tx) =>
    tx.update(parts).set({ answerBy: yesterday }).where(eq(parts.eventId, eventId)),
  )
}

async function cancel(database: Database, eventId: string) {
  const note = { en: 'The hall is flooded.', ar: 'القاعة مغمورة بالمياه.' }
  await database.write((tx) =>
    tx.update(events).set({ state: 'cancelled', cancellationNote: note }).where(eq(events.id, eventId)),
  )
}

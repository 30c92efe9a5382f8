import { reportWrongRecipient } from '../../app/answers/link.server.ts'
import type { GivenAnswer, PartReply } from '../../app/answers/rules.ts'
import { submitWithdrawal } from '../../app/answers/submit.server.ts'
import type { Database } from '../client.server.ts'
import { newId } from '../id.server.ts'
import { granted } from './granted.server.ts'
import { type DemoGuests, isInvitedToVisit } from './invitations.server.ts'
import { invitationOf, linkOf, record } from './links.server.ts'
import { namedSteps } from './named.server.ts'
import type { DemoPerson, DemoReply } from './persons/person.server.ts'
import { persons } from './persons.server.ts'
import { deliverAll } from './post.server.ts'
import { saidInTurn } from './questions.server.ts'

export type Step = { at: Date; take(): Promise<void> }

/** Everything guests and institutions have said until now, one after the other, each with its confirmation. */
export async function buildReplies(database: Database, guests: DemoGuests): Promise<void> {
  const steps = [...personSteps(database, guests), ...namedSteps(database, guests)]
  for (const step of steps.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    await step.take()
    // What was written in the last hours still waits, as it would before the worker's next turn.
    if (step.at < guests.days.ago(1, '12:00')) await deliverAll(database, { at: soonAfter(step.at) })
  }
}

const soonAfter = (at: Date) => new Date(at.getTime() + 20_000)
const hours = ['09:12', '10:47', '11:31', '14:05', '16:38', '19:54']

function personSteps(database: Database, guests: DemoGuests): Step[] {
  const answering = persons.filter(({ reply }) => reply.meeting !== 'none' || reply.notThem)
  const at = (index: number) =>
    guests.days.ago(19 - Math.floor((index * 18) / answering.length), hours[index % hours.length] ?? '09:00')
  const first = answering.map((person, index) => ({
    at: at(index),
    take: () => answer(database, guests, person, person.reply, at(index)),
  }))
  const second = answering
    .filter(({ reply }) => reply.later ?? reply.withdrawn)
    .map((person, index) => secondStep(database, guests, person, index))
  return [...first, ...second]
}

const secondTimes = [
  [1, '15:40'],
  [0, ''],
  [2, '08:20'],
] as const

/** Plans change: a guest answers anew, or the office takes an invitation back. */
function secondStep(database: Database, guests: DemoGuests, person: DemoPerson, index: number): Step {
  const { later } = person.reply
  const [days, time] = secondTimes[index % secondTimes.length] ?? secondTimes[0]
  const at = guests.days.ago(days, time)
  return {
    at,
    take: () =>
      later ? answer(database, guests, person, later, at) : withdraw(database, guests, person, at),
  }
}

async function answer(
  database: Database,
  guests: DemoGuests,
  person: DemoPerson,
  reply: DemoReply,
  now: Date,
): Promise<void> {
  const invitationId = await invitationOf(database, guests, {
    personId: guests.directory.persons.get(person.key),
  })
  if (reply.notThem) return reportNotThem(database, guests, { invitationId, note: reply.notThem, now })
  const comes = ['accepted', 'tentative'].includes(reply.meeting)
  const turn = persons.indexOf(person)
  const said = comes ? await saidInTurn(database, guests, { invitationId, turn }) : undefined
  const whole = { ...given(guests, person, reply), ...(said && { said }) }
  await record(database, guests, { invitationId, given: whole, ...reply, now })
}

function given({ parts }: DemoGuests, person: DemoPerson, reply: DemoReply): GivenAnswer {
  const { meeting, exhibition, visit = 'declined', reason = '', needs, message } = reply
  const say = (partId: string, said: PartReply['reply']) => ({
    partId,
    reply: said,
    reason: said === 'declined' && partId === parts.meeting ? reason : '',
  })
  return {
    requestId: newId(),
    replies: [
      ...(meeting === 'none' ? [] : [say(parts.meeting, meeting)]),
      ...(exhibition ? [say(parts.exhibition, exhibition)] : []),
      ...(isInvitedToVisit(person) ? [say(parts.visit, visit)] : []),
    ],
    ...(needs && { needs }),
    ...(message && { message }),
    language: person.language,
  }
}

async function withdraw(
  database: Database,
  guests: DemoGuests,
  person: DemoPerson,
  now: Date,
): Promise<void> {
  const { scope, site } = guests
  const invitationId = await invitationOf(database, guests, {
    personId: guests.directory.persons.get(person.key),
  })
  granted(await submitWithdrawal(database, scope, { invitationId, site, now }))
}

async function reportNotThem(
  database: Database,
  { site }: DemoGuests,
  { invitationId, note, now }: { invitationId: string; note: string; now: Date },
): Promise<void> {
  const link = await linkOf(database, site.secret, invitationId)
  await database.write((tx) => reportWrongRecipient(tx, link, { note, now }))
}

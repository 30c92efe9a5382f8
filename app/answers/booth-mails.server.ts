import { and, eq, inArray, like } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { needsSecondPerson } from '#app/accounts/second-person.server.ts'
import { type EventFacts, readEventFacts, sender } from '#app/events/facts.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { note } from '#app/events/note.server.ts'
import { type Exhibit, readExhibit } from '#app/exhibition/read.server.ts'
import { type Member, readMembers, removeMember, renewMemberLink } from '#app/exhibition/team/team.server.ts'
import { leaveOf } from '#app/invitations/prepare.server.ts'
import type { MailingTexts } from '#app/invitations/rules.ts'
import { readTexts } from '#app/invitations/texts.server.ts'
import { boothLink, type Site } from '#app/invitations/token.server.ts'
import { recipient } from '#app/mail/address.ts'
import {
  enqueueMany,
  messageIdHost,
  type OutgoingMessage,
  withdrawMessages,
} from '#app/mail/outbox.server.ts'
import { actionsFrom } from '#app/mail/rules.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { exhibitTeams } from '#db/schema/exhibit-teams.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { type BoothLetterKind, boothLetter, boothTemplateOf } from './booth-letter.ts'

export type TeamAsking = {
  /** That of the form: sent twice, it writes once. */
  id: string
  kind: BoothLetterKind
  exhibitId: string
  /** Who of the team is meant; left out: all of it. */
  memberIds?: readonly string[]
  /** The day, `YYYY-MM-DD` in the event's zone, for which a reminder goes by itself. */
  byItselfOn?: string
  word: string
  site: Site
  now: Date
}

type TeamMail = Omit<OutgoingMessage, 'state'>

const mailKinds = { ask: 'invitation', remind: 'reminder', overdue: 'reminder', changes: 'notice' } as const

/**
 * Asks an exhibit's team to write it, reminds them of what is missing, or tells them what to change. Where the office wants
 * a second person, the mails wait in the outbox as drafts. Refused: a cancelled event (`eventCancelled`), `notFound` for an
 * exhibit of another event, and `nobody` where there is no such member, or none who is to be reminded by itself.
 */
export async function writeToTeam(database: Database, scope: EventScope, asking: TeamAsking) {
  const { read } = database
  const { kind, exhibitId } = asking
  const facts = await readEventFacts(read, scope.eventId)
  if (facts.state === 'cancelled') return { ok: false, reason: 'eventCancelled' } as const
  const exhibit = await readExhibit(read, scope, exhibitId)
  if (!exhibit) return { ok: false, reason: 'notFound' } as const
  const team = (await readMembers(read, scope, exhibitId)).filter((member) => isMeant(member, asking))
  if (!team.length) return { ok: false, reason: 'nobody' } as const
  const texts = await readTexts(read, facts, boothTemplateOf[kind])
  const letters = team.map((member) => ({ member, mail: mailTo(member, { facts, texts, exhibit, asking }) }))
  const mailed = await database.write((tx) => send(tx, scope, letters, asking))
  return { ok: true, mailed } as const
}

/** A reminder is for those who were asked, by itself once for its day; what is to be changed is told to all. */
function isMeant(
  { id, invitedAt, remindedFor }: Member,
  { kind, memberIds, byItselfOn }: TeamAsking,
): boolean {
  if (memberIds && !memberIds.includes(id)) return false
  if (byItselfOn && byItselfOn === remindedFor) return false
  return !isReminder(kind) || invitedAt !== null
}

function isReminder(kind: BoothLetterKind): boolean {
  return mailKinds[kind] === 'reminder'
}

type About = { facts: EventFacts; texts: MailingTexts; exhibit: Exhibit; asking: TeamAsking }

function mailTo(member: Member, { facts, texts, exhibit, asking }: About): TeamMail | null {
  const { id, kind, word, site, now } = asking
  const { language } = member
  const to = recipient(member.name, member.email)
  if (!to) return null
  const address = { officeId: facts.officeId, kind: mailKinds[kind], address: to.address }
  return {
    ...boothLetter({
      ...{ kind, texts, event: facts, exhibit, member, word },
      link: boothLink(site, member),
      leave: leaveOf(site, address),
    }),
    ...sender(facts, language),
    ...{ kind: mailKinds[kind], to, language, now },
    dedupeKey: `${mailsOf(member.id)}${member.tokenVersion}:${kind}:${id}`,
    messageIdHost: messageIdHost(site.appUrl),
  }
}

function mailsOf(memberId: string): string {
  return `booth:${memberId}:`
}

type Letter = { member: Member; mail: TeamMail | null }

async function send(tx: Tx, scope: EventScope, letters: Letter[], asking: TeamAsking) {
  const { exhibitId } = asking
  await lockEvent(tx, scope.eventId)
  // Somebody may have been taken off the team meanwhile, been given a new link, or been reminded by another process.
  const present = new Map((await readMembers(tx, scope, exhibitId)).map((one) => [one.id, one]))
  const due = letters.filter(({ member }) => {
    const one = present.get(member.id)
    return one?.tokenVersion === member.tokenVersion && isMeant(one, asking)
  })
  const state = (await needsSecondPerson(tx, scope)) ? 'draft' : 'queued'
  const mailed = await enqueueMany(
    tx,
    due.flatMap(({ mail }) => (mail ? { ...mail, state } : [])),
  )
  const ids = due.map(({ member }) => member.id)
  await markWritten(tx, scope, { ids, mailed }, asking)
  return mailed
}

/** What a letter of each kind leaves with those it was written to; who gets no such mail is not tried again that day. */
async function markWritten(
  tx: Tx,
  scope: EventScope,
  { ids, mailed }: { ids: string[]; mailed: number },
  { kind, exhibitId, byItselfOn, now }: TeamAsking,
): Promise<void> {
  if (kind === 'changes' || !ids.length || !(mailed || byItselfOn)) return
  await tx
    .update(exhibitTeams)
    .set({
      ...(kind === 'ask' && { invitedAt: now }),
      ...(isReminder(kind) && mailed && { remindedAt: now }),
      ...(byItselfOn && { remindedFor: byItselfOn }),
      updatedAt: now,
    })
    .where(and(eq(exhibitTeams.eventId, scope.eventId), inArray(exhibitTeams.id, ids)))
  await note(tx, scope, { action: `exhibit.team.${kind}`, subjectId: exhibitId, after: { ids, mailed }, now })
}

type Which = { exhibitId: string; memberId: string; now: Date }

/** Takes somebody off a team; mails with their link that have not left never will. See `removeMember`. */
export async function takeOffTeam(tx: Tx, scope: EventScope, which: Which) {
  const removed = await removeMember(tx, scope, which)
  if (removed.ok) await withdrawMails(tx, scope, which)
  return removed
}

/** Gives somebody of a team a new link; mails with the old one that have not left never will. See `renewMemberLink`. */
export async function replaceMemberLink(tx: Tx, scope: EventScope, which: Which & { secret: string }) {
  const renewed = await renewMemberLink(tx, scope, which)
  if (renewed.ok) await withdrawMails(tx, scope, which)
  return renewed
}

async function withdrawMails(tx: Tx, scope: EventScope, { memberId, now }: Which): Promise<void> {
  const unsent = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.eventId, scope.eventId),
        like(messages.dedupeKey, `${mailsOf(memberId)}%`),
        inArray(messages.state, [...actionsFrom.withdraw]),
      ),
    )
  const chosen = { ids: unsent.map(({ id }) => id) }
  if (unsent.length) await withdrawMessages(tx, scope, { chosen, now })
}

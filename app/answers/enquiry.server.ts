import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { type EventFacts, readEventFacts, sender } from '#app/events/facts.server.ts'
import { keepEnquiry } from '#app/exhibition/voices/enquiries.server.ts'
import type { Localized } from '#app/i18n/languages.ts'
import { boothLink, type Site } from '#app/invitations/token.server.ts'
import { recipient } from '#app/mail/address.ts'
import { enqueueMany, messageIdHost, type OutgoingMessage } from '#app/mail/outbox.server.ts'
import type { Database, Reader, Tx } from '#db/client.server.ts'
import { exhibitTeams } from '#db/schema/exhibit-teams.server.ts'
import { concernedAmong, readColleagues } from './colleagues.server.ts'
import { type EnquiryWords, enquiryLetter } from './enquiry-letter.ts'

type Asking = {
  /** That of the form: sent twice, it is kept and told once. */
  id: string
  eventId: string
  exhibit: { id: string; title: Localized; booth: string | null }
  words: EnquiryWords
  site: Site
  now: Date
}

/** How the keys of all mails about an enquiry begin. */
export function enquiryKey(enquiryId: string): string {
  return `enquiry:${enquiryId}:`
}

/**
 * Keeps what a visitor asks of a booth, and tells its team by mail in the same transaction; whoever answers writes to the
 * visitor. Where no team was invited, the event's own editors are told, or all of the office who may edit. How many mails.
 */
export async function askBooth(database: Database, asking: Asking): Promise<number> {
  const { read } = database
  const facts = await readEventFacts(read, asking.eventId)
  const team = await readInvited(read, asking.exhibit.id)
  const letters = team.length
    ? team.map((member) => letterTo({ member }, asking, facts))
    : (await readDesk(read, facts)).map((colleague) => letterTo({ colleague }, asking, facts))
  return database.write((tx) => keepAndTell(tx, asking, letters))
}

function readInvited(read: Reader, exhibitId: string) {
  return read
    .select()
    .from(exhibitTeams)
    .where(and(eq(exhibitTeams.exhibitId, exhibitId), isNotNull(exhibitTeams.invitedAt)))
}

async function readDesk(read: Reader, facts: EventFacts) {
  const colleagues = await readColleagues(read, facts, 'exhibition.edit')
  return concernedAmong(colleagues, ({ isAssigned }) => isAssigned)
}

type Whom =
  | { member: typeof exhibitTeams.$inferSelect }
  | { colleague: Awaited<ReturnType<typeof readColleagues>>[number] }
type Letter = { memberId: string | null; mail: OutgoingMessage | null }

function letterTo(reader: Whom, asking: Asking, facts: EventFacts): Letter {
  const { id, exhibit, words, site, now } = asking
  const member = 'member' in reader ? reader.member : null
  const whom = 'member' in reader ? reader.member : reader.colleague
  const to = recipient(whom.name, whom.email)
  const page = member
    ? `${boothLink(site, member)}/visitors`
    : `${site.appUrl}/desk/events/${facts.slug}/exhibition/enquiries`
  const mail: OutgoingMessage | null = to && {
    ...enquiryLetter({
      event: facts,
      exhibit,
      enquiry: words,
      reader: whom,
      page,
      isTheirs: member !== null,
    }),
    ...sender(facts, whom.language),
    ...(words.email && { replyTo: words.email }),
    ...{ kind: 'notice', to, language: whom.language, state: 'queued', now },
    dedupeKey: `${enquiryKey(id)}${whom.id}`,
    messageIdHost: messageIdHost(site.appUrl),
  }
  return { memberId: member?.id ?? null, mail }
}

async function keepAndTell(tx: Tx, { id, eventId, exhibit, words, now }: Asking, letters: readonly Letter[]) {
  const enquiry = { ...words, id, eventId, exhibitId: exhibit.id, createdAt: now }
  if (!(await keepEnquiry(tx, enquiry))) return 0
  const ids = letters.flatMap(({ memberId }) => memberId ?? [])
  // Somebody may have been taken off the team meanwhile.
  const present = ids.length
    ? await tx
        .select({ id: exhibitTeams.id })
        .from(exhibitTeams)
        .where(and(eq(exhibitTeams.exhibitId, exhibit.id), inArray(exhibitTeams.id, ids)))
    : []
  const isThere = ({ memberId }: Letter) => memberId === null || present.some((one) => one.id === memberId)
  return enqueueMany(
    tx,
    letters.filter(isThere).flatMap(({ mail }) => mail ?? []),
  )
}

import { organisationKeys, personKeys } from '#app/directory/keys.ts'
import { writeGuestWords } from '#app/invitations/guest-words.server.ts'
import { chunked } from '#app/invitations/inviting.server.ts'
import { tokenHash } from '#app/invitations/token.server.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { type OrganisationKind, organisations, persons } from '#db/schema/directory.server.ts'
import {
  type AttendanceStatus,
  answers,
  attendances,
  attendees,
  invitationParts,
  invitations,
} from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { aMember } from '#tests/support/accounts.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'

const givens = [
  'Ali',
  'Narin',
  'Hassan',
  'Sara',
  'Omar',
  'Zainab',
  'Karwan',
  'Shilan',
  'Yousif',
  'Maryam',
  'Dilshad',
  'Huda',
  'James',
  'Claire',
  'Anna',
  'Ahmed',
  'Noor',
  'Rebin',
  'Layla',
  'Mustafa',
]
const families = [
  'Jubouri',
  'Barzani',
  'Zebari',
  'Dulaimi',
  'Shammari',
  'Talabani',
  'Khoury',
  'Saadi',
  'Rikabi',
  'Obaidi',
  'Hamdani',
  'Bayati',
  'Martin',
  'Dubois',
  'Okafor',
  'Lindqvist',
]
const kinds: OrganisationKind[] = [
  'ministry',
  'donor',
  'un_agency',
  'ngo',
  'local_authority',
  'embassy',
  'academia',
  'media',
  'private_sector',
  'other',
]

/** Events of one office by their slugs, each with the guests of these numbers: answered, waiting, silent, with mails and needs. */
export async function aCrowd<Slug extends string>(
  database: Database,
  guestsOf: Record<Slug, readonly number[]>,
) {
  const office = await anOffice(database)
  const administrator = (await aMember(database, office.id)).email
  const part = {} as Record<Slug, string>
  for (const slug of Object.keys(guestsOf) as Slug[]) {
    const numbers = guestsOf[slug]
    const capacity = Math.ceil(numbers.length * 0.8)
    const event = await anEvent(database, { officeId: office.id, slug, capacity })
    part[slug] = event.meeting.id
    await fill(database, event, numbers)
  }
  return { administrator, part }
}

/** The first fifty guests of whom this is true, and fifty of whom it is not. */
export function fiftyAndFifty(isTrue: (i: number) => boolean): number[] {
  const all = Array.from({ length: 100_000 }, (_, i) => i)
  return [...all.filter(isTrue).slice(0, 50), ...all.filter((i) => !isTrue(i)).slice(0, 50)]
}

type Event = Awaited<ReturnType<typeof anEvent>>

async function fill(database: Database, event: Event, numbers: readonly number[]): Promise<void> {
  const hosts = Array.from({ length: Math.max(20, numbers.length / 100) }, (_, i) => organisation(event, i))
  await database.write(async (tx) => {
    for (const some of chunked(hosts)) await tx.insert(organisations).values(some)
    await institutions(tx, event, hosts.slice(0, hosts.length / 10))
  })
  for (const some of chunked(numbers, 1000)) await database.write((tx) => guests(tx, event, hosts, some))
}

function organisation(event: Event, i: number) {
  const name = { en: `${kindOf(i)} office ${event.slug} ${i}`, ar: `مؤسسة ${i}` }
  const text = { name, acronym: null, aliases: [], email: null, phone: null, tags: [] }
  const { searchKey, sortKey } = organisationKeys(text)
  return {
    ...text,
    ...{
      id: newId(),
      officeId: event.officeId,
      kind: kindOf(i),
      searchKey,
      sortKey,
    },
    ...{ createdAt: now, updatedAt: now },
  }
}

async function institutions(tx: Tx, event: Event, hosts: readonly { id: string }[]): Promise<void> {
  const rows = hosts.map(({ id: organisationId }) => ({ ...invitation(event), organisationId, seats: 2 }))
  for (const some of chunked(rows)) {
    await tx.insert(invitations).values(some)
    await tx
      .insert(invitationParts)
      .values(some.map(({ id }) => ({ invitationId: id, partId: event.meeting.id })))
  }
}

function invitation({ id: eventId }: Event) {
  const id = newId()
  return {
    ...{ id, eventId, language: 'en' as const, policy: 'bound' as const, seats: 1, state: 'sent' as const },
    ...{ tokenHash: tokenHash(id), createdAt: now, updatedAt: now },
  }
}

/** Nine in ten answer; one in twenty declines, one in two thousand waits, whatever the name. */
export function statusOf(i: number): AttendanceStatus {
  const lot = (i * 7919) % 2003
  if (lot === 7) return 'waitlisted'
  if (lot % 20 === 3) return 'declined'
  if (lot % 10 === 4) return 'invited'
  return lot % 15 === 2 ? 'tentative' : 'accepted'
}

export function nameOf(i: number): string {
  return `${givens[((i * 31) % 397) % givens.length]} ${givens[((i * 17) % 211) % givens.length]} ${families[((i * 13) % 101) % families.length]}`
}

/** Whose access needs help: one in two thousand. */
export function hasNeeds(i: number): boolean {
  return i % 2000 === 5
}

/** What the organisation is that sends them. */
export function kindOf(i: number): OrganisationKind {
  return kinds[i % kinds.length] ?? 'other'
}

async function guests(
  tx: Tx,
  event: Event,
  hosts: ReturnType<typeof organisation>[],
  some: readonly number[],
) {
  const made = some.map((i) => {
    const host = hosts[i % hosts.length]
    const name = nameOf(i)
    const names = { latin: { full: i % 2000 === 11 ? `${name} Qaraqosh${i}` : name } }
    const person = { names, honorific: {}, position: { en: 'Adviser' }, phone: null, tags: [] }
    const email = `guest${i}@${event.slug}.example`
    const keys = personKeys({ ...person, addresses: [email] })
    const its = {
      ...invitation(event),
      personId: newId(),
      answeredAt: statusOf(i) === 'invited' ? null : now,
    }
    return { i, host, person, email, keys, its, attendeeId: newId() }
  })
  for (const few of chunked(made)) await insert(tx, event, few)
}

type Made = {
  i: number
  host: ReturnType<typeof organisation> | undefined
  person: Pick<typeof persons.$inferInsert, 'names' | 'honorific' | 'position' | 'phone' | 'tags'>
  email: string
  keys: ReturnType<typeof personKeys>
  its: ReturnType<typeof invitation> & { personId: string; answeredAt: Date | null }
  attendeeId: string
}

async function insert(tx: Tx, event: Event, made: readonly Made[]): Promise<void> {
  const dates = { createdAt: now, updatedAt: now }
  await tx.insert(persons).values(
    made.map(({ person, its, host, keys: { searchKey, sortKey } }) => ({
      ...person,
      ...{ id: its.personId, officeId: event.officeId, organisationId: host?.id ?? null, searchKey, sortKey },
      ...dates,
    })),
  )
  await tx.insert(invitations).values(made.map(({ its }) => its))
  const people = made.map(({ i, person: { tags: _, ...person }, its, host, keys, email, attendeeId }) => ({
    ...person,
    ...{ id: attendeeId, eventId: event.id, invitationId: its.id, personId: its.personId },
    ...{
      organisationId: host?.id ?? null,
      organisationName: host?.name ?? {},
      source: 'invitation' as const,
    },
    ...{ email, language: 'en' as const, needs: hasNeeds(i) ? { access: 'Wheelchair' } : {} },
    ...{ searchKey: `${keys.searchKey} ${host?.searchKey}`, sortKey: keys.sortKey },
    ...dates,
  }))
  await tx.insert(attendees).values(people)
  await writeGuestWords(tx, people)
  await tx.insert(attendances).values(
    made.map(({ i, attendeeId, its }) => ({
      ...{ attendeeId, partId: event.meeting.id, eventId: event.id, status: statusOf(i) },
      ...{ answeredVia: its.answeredAt && ('link' as const), answeredAt: its.answeredAt },
      waitingSince: statusOf(i) === 'waitlisted' ? now : null,
    })),
  )
  await tx.insert(answers).values(
    made.map(({ i, attendeeId, its }) => ({
      ...{ id: newId(), eventId: event.id, invitationId: its.id, attendeeId, partId: event.meeting.id },
      ...{ status: statusOf(i), via: 'link' as const, at: new Date(now.getTime() - (i % 20) * 86_400_000) },
    })),
  )
  await tx.insert(messages).values(
    made.map(({ i, its, email }) => ({
      ...{ id: newId(), officeId: event.officeId, eventId: event.id, invitationId: its.id },
      ...{ kind: 'invitation' as const, dedupeKey: its.id, messageId: `<${its.id}@majlis.example>` },
      ...{ to: { name: '', address: email }, from: { name: '', address: 'events@majlis.example' } },
      ...{ language: 'en' as const, subject: 'Invitation', text: 'Dear guest', html: '<p>Dear guest</p>' },
      ...{ state: i % 2000 === 9 ? ('bounced' as const) : ('sent' as const), dueAt: now, createdAt: now },
    })),
  )
}

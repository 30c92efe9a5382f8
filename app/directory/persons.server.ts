import { and, asc, eq, notInArray, sql } from 'drizzle-orm'
import { audit } from '#db/audit.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { organisations, type PersonNames, personEmails, persons } from '#db/schema/directory.server.ts'
import { attendees, invitations } from '#db/schema/invitations.server.ts'
import { lockOffice } from '../accounts/office.server.ts'
import type { OfficeScope } from '../accounts/scope.server.ts'
import type { SpeakerScope } from '../accounts/speaker-scope.server.ts'
import type { Language, Localized } from '../i18n/languages.ts'
import { personKeys } from './keys.ts'
import { askRecountOf, keepPersonPrecedence } from './precedence-keys.server.ts'

export type PersonContent = {
  names: PersonNames
  honorific: Localized
  position: Localized
  organisationId: string | null
  /** The first is the one written to. */
  addresses: string[]
  phone: string | null
  language: Language | null
  precedence: number | null
  tags: string[]
  notes: string
}

/** Who enters somebody: an office's own people, or a speaker who was only written into an agenda and confirms. */
type Entering = OfficeScope | SpeakerScope

/**
 * Refused as `noOrganisation` when the office has no such organisation. The `id` of a form that comes again answers as it
 * did, and writes nothing.
 */
export async function addPerson(
  tx: Tx,
  scope: Entering,
  { id = newId(), content, now }: Change & { id?: string },
) {
  await lockOffice(tx, scope)
  const before = await madeBefore(tx, persons, { id, ours: eq(persons.officeId, scope.officeId) })
  if (before) return before
  if (!(await hasOrganisation(tx, scope, content))) return { ok: false, reason: 'noOrganisation' } as const
  await tx
    .insert(persons)
    .values({ id, officeId: scope.officeId, ...columns(content), createdAt: now, updatedAt: now })
  await saveAddresses(tx, scope, { personId: id, addresses: content.addresses })
  await note(tx, scope, { action: 'person.add', subjectId: id, after: content, now })
  return { ok: true, id } as const
}

type Change = { content: PersonContent; now: Date }

/** Refused as `notFound`, or as `noOrganisation` when the office has no such organisation. */
export async function editPerson(
  tx: Tx,
  scope: OfficeScope,
  { personId, content, now }: Change & { personId: string },
) {
  const before = await findPerson(tx, scope, personId)
  if (!before) return { ok: false, reason: 'notFound' } as const
  if (!(await hasOrganisation(tx, scope, content))) return { ok: false, reason: 'noOrganisation' } as const
  await tx
    .update(persons)
    .set({ ...columns(content), updatedAt: now })
    .where(within(scope, personId))
  await saveAddresses(tx, scope, { personId, addresses: content.addresses })
  await keepPersonPrecedence(tx, personId, now)
  await note(tx, scope, { action: 'person.edit', subjectId: personId, before, after: content, now })
  return { ok: true } as const
}

/** Refused as `isInvited` while an event has an invitation to this person: its history names them. */
export async function removePerson(
  tx: Tx,
  scope: OfficeScope,
  { personId, now }: { personId: string; now: Date },
) {
  const before = await findPerson(tx, scope, personId)
  if (!before) return { ok: false, reason: 'notFound' } as const
  const [invitation] = await tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(eq(invitations.personId, personId))
    .limit(1)
  if (invitation) return { ok: false, reason: 'isInvited' } as const
  await askRecountOf(tx, eq(attendees.personId, personId), now)
  await tx.delete(persons).where(within(scope, personId))
  await note(tx, scope, { action: 'person.remove', subjectId: personId, before, now })
  return { ok: true } as const
}

/** A person of this office with their addresses, the first being the one written to; null when there is none. */
export async function findPerson(read: Reader, scope: OfficeScope, personId: string) {
  const [person] = await read.select().from(persons).where(within(scope, personId))
  if (!person) return null
  const rows = await read
    .select({ address: personEmails.address, isFailing: personEmails.isFailing })
    .from(personEmails)
    .where(eq(personEmails.personId, personId))
    .orderBy(asc(personEmails.rank))
  const { searchKey: _, sortKey: __, latinSound: ___, arabicSound: ____, ...shown } = person
  return { ...shown, addresses: rows }
}

function within(scope: OfficeScope, personId: string) {
  return and(eq(persons.id, personId), eq(persons.officeId, scope.officeId))
}

function columns({ addresses, ...content }: PersonContent) {
  return { ...content, ...personKeys({ ...content, addresses }) }
}

async function hasOrganisation(tx: Tx, scope: Entering, { organisationId }: PersonContent) {
  if (!organisationId) return true
  const [known] = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.id, organisationId), eq(organisations.officeId, scope.officeId)))
  return known !== undefined
}

/** An address that stays keeps what is known of it, such as that mail to it fails. */
async function saveAddresses(
  tx: Tx,
  scope: Entering,
  { personId, addresses }: { personId: string; addresses: string[] },
) {
  const keys = addresses.map((address) => address.toLowerCase())
  await tx
    .delete(personEmails)
    .where(
      and(
        eq(personEmails.personId, personId),
        keys.length ? notInArray(personEmails.addressKey, keys) : undefined,
      ),
    )
  if (!addresses.length) return
  await tx
    .insert(personEmails)
    .values(
      addresses.map((address, rank) => ({
        id: newId(),
        officeId: scope.officeId,
        personId,
        address,
        addressKey: address.toLowerCase(),
        rank,
      })),
    )
    .onConflictDoUpdate({
      target: [personEmails.personId, personEmails.addressKey],
      set: { address: sql`excluded.address`, rank: sql`excluded.rank` },
    })
}

type Note = { action: string; subjectId: string; before?: unknown; after?: unknown; now: Date }

function note(tx: Tx, scope: Entering, fact: Note) {
  return audit(tx, scope.actor, { officeId: scope.officeId, ...fact })
}

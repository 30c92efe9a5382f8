import { and, asc, eq } from 'drizzle-orm'
import { audit } from '#db/audit.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { type OrganisationKind, organisations, personEmails, persons } from '#db/schema/directory.server.ts'
import { attendees, invitations } from '#db/schema/invitations.server.ts'
import { lockOffice } from '../accounts/office.server.ts'
import type { OfficeScope } from '../accounts/scope.server.ts'
import type { Language, Localized } from '../i18n/languages.ts'
import { organisationKeys } from './keys.ts'
import { askRecountOf, keepOrganisationPrecedence } from './precedence-keys.server.ts'

export type OrganisationContent = {
  kind: OrganisationKind
  name: Localized
  acronym: string | null
  aliases: string[]
  parentId: string | null
  email: string | null
  phone: string | null
  language: Language | null
  precedence: number | null
  tags: string[]
  notes: string
}

type Change = { content: OrganisationContent; now: Date }

/** Refused as `noParent` when the office has no such organisation. A form that comes again is answered as in `addPerson`. */
export async function addOrganisation(
  tx: Tx,
  scope: OfficeScope,
  { id = newId(), content, now }: Change & { id?: string },
) {
  await lockOffice(tx, scope)
  const before = await madeBefore(tx, organisations, { id, ours: eq(organisations.officeId, scope.officeId) })
  if (before) return before
  if (content.parentId && !(await findRow(tx, scope, content.parentId)))
    return { ok: false, reason: 'noParent' } as const
  await tx.insert(organisations).values({
    id,
    officeId: scope.officeId,
    ...content,
    ...organisationKeys(content),
    createdAt: now,
    updatedAt: now,
  })
  await note(tx, scope, { action: 'organisation.add', subjectId: id, after: content, now })
  return { ok: true, id } as const
}

/** Refused as `notFound`; as `noParent`; as `ownParent` when it would stand below itself. */
export async function editOrganisation(
  tx: Tx,
  scope: OfficeScope,
  { organisationId, content, now }: Change & { organisationId: string },
) {
  const before = await findRow(tx, scope, organisationId)
  if (!before) return { ok: false, reason: 'notFound' } as const
  const refusal = await refuseParent(tx, scope, organisationId, content.parentId)
  if (refusal) return { ok: false, reason: refusal } as const
  await tx
    .update(organisations)
    .set({ ...content, ...organisationKeys(content), updatedAt: now })
    .where(within(scope, organisationId))
  await keepOrganisationPrecedence(tx, organisationId, now)
  await note(tx, scope, {
    action: 'organisation.edit',
    subjectId: organisationId,
    before,
    after: content,
    now,
  })
  return { ok: true } as const
}

async function refuseParent(tx: Tx, scope: OfficeScope, id: string, parentId: string | null) {
  const passed = new Set<string>()
  for (let next = parentId; next; ) {
    // A circle further up is not of this change's making; it only must not hold us for ever.
    if (passed.has(next)) return null
    if (next === id) return 'ownParent' as const
    passed.add(next)
    const row = await findRow(tx, scope, next)
    if (!row) return next === parentId ? ('noParent' as const) : null
    next = row.parentId
  }
  return null
}

/**
 * Removes an organisation; its persons stay, without one. Refused as `isInvited` while an event has an invitation to
 * it: the event's history names it.
 */
export async function removeOrganisation(
  tx: Tx,
  scope: OfficeScope,
  { organisationId, now }: { organisationId: string; now: Date },
) {
  const before = await findRow(tx, scope, organisationId)
  if (!before) return { ok: false, reason: 'notFound' } as const
  const [invitation] = await tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(eq(invitations.organisationId, organisationId))
    .limit(1)
  if (invitation) return { ok: false, reason: 'isInvited' } as const
  await tx
    .update(organisations)
    .set({ parentId: null })
    .where(and(eq(organisations.parentId, organisationId), eq(organisations.officeId, scope.officeId)))
  await askRecountOf(tx, eq(attendees.organisationId, organisationId), now)
  await tx.delete(organisations).where(within(scope, organisationId))
  await note(tx, scope, { action: 'organisation.remove', subjectId: organisationId, before, now })
  return { ok: true } as const
}

async function findRow(read: Reader, scope: OfficeScope, organisationId: string) {
  const [row] = await read.select().from(organisations).where(within(scope, organisationId))
  return row ?? null
}

/** An organisation of this office with its persons by rank and name; null when there is none. */
export async function findOrganisation(read: Reader, scope: OfficeScope, organisationId: string) {
  const row = await findRow(read, scope, organisationId)
  if (!row) return null
  const { searchKey: _, sortKey: __, emailKey: ___, ...organisation } = row
  const people = await read
    .select({
      id: persons.id,
      names: persons.names,
      honorific: persons.honorific,
      position: persons.position,
      email: personEmails.address,
    })
    .from(persons)
    .leftJoin(personEmails, and(eq(personEmails.personId, persons.id), eq(personEmails.rank, 0)))
    .where(and(eq(persons.organisationId, organisationId), eq(persons.officeId, scope.officeId)))
    .orderBy(asc(persons.sortKey), asc(persons.id))
    .limit(200)
  const parent = row.parentId ? await findRow(read, scope, row.parentId) : null
  const parts = await read
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(and(eq(organisations.parentId, organisationId), eq(organisations.officeId, scope.officeId)))
    .orderBy(asc(organisations.sortKey))
  return { ...organisation, parent: parent && { id: parent.id, name: parent.name }, parts, people }
}

function within(scope: OfficeScope, organisationId: string) {
  return and(eq(organisations.id, organisationId), eq(organisations.officeId, scope.officeId))
}

type Note = { action: string; subjectId: string; before?: unknown; after?: unknown; now: Date }

function note(tx: Tx, scope: OfficeScope, fact: Note) {
  return audit(tx, scope.actor, { officeId: scope.officeId, ...fact })
}

import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { personKeys } from '#app/directory/keys.ts'
import type { Language } from '#app/i18n/languages.ts'
import { changeAttendees } from '#app/invitations/attendees.server.ts'
import type { Policy } from '#app/invitations/rules.ts'
import { checked } from '#db/checked.server.ts'
import type { Tx } from '#db/client.server.ts'
import type { UndoRow } from '#db/schema/desk.server.ts'
import { personEmails, persons } from '#db/schema/directory.server.ts'
import { attendances, attendees, invitationParts, invitations } from '#db/schema/invitations.server.ts'

/** Writes what each row is to become; where `after` is null, what was added goes again. */
export async function writeValues(
  tx: Tx,
  scope: EventScope,
  rows: readonly (Omit<UndoRow, 'after'> & { after: UndoRow['after'] | null })[],
  now: Date,
): Promise<void> {
  for (const [field, some] of Map.groupBy(rows, (row) => row.field)) {
    if (field === 'person.tags') {
      for (const row of some) await setTags(tx, scope, { id: row.id, tags: row.after as string[], now })
      continue
    }
    // Few values, many rows: one statement a value.
    for (const [value, same] of Map.groupBy(some, ({ after, before }) => `${after ?? `-${before}`}`))
      await setValue(tx, scope, { field, ids: same.map(({ id }) => id), value, now })
  }
}

type Setting = { field: UndoRow['field']; ids: string[]; value: string; now: Date }

async function setValue(tx: Tx, { eventId }: EventScope, { field, ids, value, now }: Setting): Promise<void> {
  const invitation = and(checked(eq(invitations.eventId, eventId)), inArray(invitations.id, ids))
  switch (field) {
    case 'attendee.language':
      await changeAttendees(tx, {
        which: and(checked(eq(attendees.eventId, eventId)), inArray(attendees.id, ids)),
        set: { language: value as Language, updatedAt: now },
      })
      return
    case 'invitation.language':
      await tx
        .update(invitations)
        .set({ language: value as Language, updatedAt: now })
        .where(invitation)
      return
    case 'invitation.policy':
      await tx
        .update(invitations)
        .set({ policy: value as Policy, updatedAt: now })
        .where(invitation)
      return
    case 'invitation.reminders':
      await tx
        .update(invitations)
        .set({ remindersStoppedAt: value ? new Date(value) : null, updatedAt: now })
        .where(invitation)
      return
    case 'attendance':
      return setAttendances(tx, eventId, ids, value)
    case 'invitationPart':
      return setInvitationParts(tx, ids, value)
  }
}

/** `-{part}` takes back what nobody has answered. */
async function setAttendances(tx: Tx, eventId: string, ids: string[], value: string): Promise<void> {
  if (!value.startsWith('-')) {
    await tx
      .insert(attendances)
      .values(ids.map((attendeeId) => ({ attendeeId, partId: value, eventId, status: 'invited' as const })))
      .onConflictDoNothing()
    return
  }
  await tx
    .delete(attendances)
    .where(
      and(
        eq(attendances.partId, value.slice(1)),
        inArray(attendances.attendeeId, ids),
        eq(attendances.status, 'invited'),
        isNull(attendances.answeredAt),
      ),
    )
}

async function setInvitationParts(tx: Tx, ids: string[], value: string): Promise<void> {
  if (!value.startsWith('-')) {
    await tx
      .insert(invitationParts)
      .values(ids.map((invitationId) => ({ invitationId, partId: value })))
      .onConflictDoNothing()
    return
  }
  await tx
    .delete(invitationParts)
    .where(
      and(
        eq(invitationParts.partId, value.slice(1)),
        inArray(invitationParts.invitationId, ids),
        eq(invitationParts.status, 'invited'),
      ),
    )
}

async function setTags(
  tx: Tx,
  { officeId }: EventScope,
  { id, tags, now }: { id: string; tags: string[]; now: Date },
) {
  const isTheirs = and(eq(persons.id, id), eq(persons.officeId, officeId))
  const [person] = await tx.select().from(persons).where(isTheirs)
  if (!person) return
  const emails = await tx
    .select({ address: personEmails.address })
    .from(personEmails)
    .where(eq(personEmails.personId, id))
  const { searchKey } = personKeys({ ...person, tags, addresses: emails.map(({ address }) => address) })
  await tx.update(persons).set({ tags, searchKey, updatedAt: now }).where(isTheirs)
}

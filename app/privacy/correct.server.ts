import { and, asc, eq } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { fold } from '#app/directory/fold.ts'
import { personKeys } from '#app/directory/keys.ts'
import { keepPersonPrecedence } from '#app/directory/precedence-keys.server.ts'
import { changeAttendees } from '#app/invitations/attendees.server.ts'
import { audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { type PersonNames, personEmails, persons } from '#db/schema/directory.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import type { WantedCorrection } from '#db/schema/privacy.server.ts'

type Correcting = { attendeeId: string; wanted: WantedCorrection; inDirectory: boolean; now: Date }

/** Writes what a person says their name and telephone are, in this event and, where wanted, in the directory. */
export async function correctPerson(
  tx: Tx,
  scope: EventScope,
  { attendeeId, wanted, inDirectory, now }: Correcting,
): Promise<void> {
  const isIt = and(eq(attendees.id, attendeeId), eq(attendees.eventId, scope.eventId))
  const [before] = await tx.select().from(attendees).where(isIt)
  if (!before) return
  const after = corrected(before, wanted)
  const { searchKey, sortKey } = personKeys({
    ...{ ...before, ...after, tags: [], addresses: before.email ? [before.email] : [] },
  })
  const organisation = fold(Object.values(before.organisationName).join(' '))
  const keys = { searchKey: [searchKey, organisation].filter(Boolean).join(' '), sortKey }
  await changeAttendees(tx, { which: isIt, set: { ...after, ...keys, updatedAt: now } })
  if (inDirectory && before.personId)
    await correctInDirectory(tx, scope, { personId: before.personId, wanted, now })
  const { officeId, eventId, actor } = scope
  const change = { before: { names: before.names, phone: before.phone }, after }
  await audit(tx, actor, {
    officeId,
    eventId,
    action: 'privacy.correct',
    subjectId: attendeeId,
    ...change,
    now,
  })
}

async function correctInDirectory(
  tx: Tx,
  { officeId }: EventScope,
  { personId, wanted, now }: { personId: string; wanted: WantedCorrection; now: Date },
): Promise<void> {
  const isIt = and(eq(persons.id, personId), eq(persons.officeId, officeId))
  const [person] = await tx.select().from(persons).where(isIt)
  if (!person) return
  const emails = await tx
    .select({ address: personEmails.address })
    .from(personEmails)
    .where(eq(personEmails.personId, personId))
    .orderBy(asc(personEmails.rank))
  const after = corrected(person, wanted)
  const keys = personKeys({ ...person, ...after, addresses: emails.map(({ address }) => address) })
  await tx
    .update(persons)
    .set({ ...after, ...keys, updatedAt: now })
    .where(isIt)
  await keepPersonPrecedence(tx, personId, now)
}

/** The spelling in the other script stays: they wrote in one. */
function corrected(known: { names: PersonNames; phone: string | null }, { name, phone }: WantedCorrection) {
  const script = /\p{Script=Arabic}/u.test(name) ? 'arabic' : 'latin'
  const names = name ? { ...known.names, [script]: { full: name } } : known.names
  return { names, phone: phone || known.phone }
}

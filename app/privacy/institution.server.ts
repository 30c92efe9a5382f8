import { eq } from 'drizzle-orm'
import { attendeesOf } from '#app/answers/attendees.server.ts'
import type { GuestScope } from '#app/answers/scope.server.ts'
import type { Reader } from '#db/client.server.ts'
import { organisations } from '#db/schema/directory.server.ts'
import { invitations } from '#db/schema/invitations.server.ts'
import type { Fact } from './chapter.ts'
import { isSaid } from './fact-text.ts'
import type { HeldChapter } from './held.server.ts'

/** What an institution's link shows: the institution's own entry, and the people it named as it named them. */
export async function readHeldOfInstitution(read: Reader, scope: GuestScope): Promise<HeldChapter[]> {
  const [row] = await read
    .select({ organisation: organisations, invitation: invitations })
    .from(invitations)
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
    .where(eq(invitations.id, scope.invitationId))
  const people = await attendeesOf(read, scope)
  if (!row) return []
  const { organisation, invitation } = row
  const own: Fact[] = [
    { label: 'organisation', value: organisation.name },
    { label: 'email', value: organisation.email ?? '' },
    { label: 'phone', value: [organisation.phone ?? '', invitation.focalName, invitation.focalPhone] },
    { label: 'language', value: organisation.language ? { language: organisation.language } : '' },
    { label: 'message', value: invitation.message },
  ]
  const named = people.map(
    ({ names, email }): Fact => ({
      label: 'name',
      value: [...Object.values(names).flatMap((script) => script?.full ?? []), email ?? ''],
    }),
  )
  return [
    { name: 'institution', facts: own.filter(({ value }) => isSaid(value)) },
    ...(named.length ? [{ name: 'delegates' as const, facts: named }] : []),
  ]
}

import { and, asc, count, eq, isNull, or, type SQL } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import {
  type OrganisationFilter,
  organisationConditions,
  type PersonFilter,
  personConditions,
} from '#app/directory/read.server.ts'
import type { Reader } from '#db/client.server.ts'
import { organisations, personEmails, persons } from '#db/schema/directory.server.ts'
import { invitations } from '#db/schema/invitations.server.ts'

/** A filter of the directory, with those who have a live invitation to this event or without them. */
export type PersonChoice = PersonFilter & { withInvited: boolean }
export type OrganisationChoice = OrganisationFilter & { withInvited: boolean }

export const candidatesPerPage = 25

/** Persons of the directory who may be invited to this event, a page at a time, and how many in all. */
export async function readPersonCandidates(
  read: Reader,
  scope: EventScope,
  choice: PersonChoice,
  page: number,
) {
  const where = personsChosen(scope, choice)
  const [rows, [all]] = await Promise.all([
    read
      .select({
        id: persons.id,
        names: persons.names,
        honorific: persons.honorific,
        position: persons.position,
        language: persons.language,
        organisationName: organisations.name,
        email: personEmails.address,
        invitation: invitations.state,
      })
      .from(persons)
      .leftJoin(organisations, eq(organisations.id, persons.organisationId))
      .leftJoin(personEmails, and(eq(personEmails.personId, persons.id), eq(personEmails.rank, 0)))
      .leftJoin(invitations, invitationOf(scope, persons.id))
      .where(where)
      .orderBy(asc(persons.sortKey), asc(persons.id))
      .limit(candidatesPerPage)
      .offset((page - 1) * candidatesPerPage),
    read
      .select({ total: count() })
      .from(persons)
      .leftJoin(organisations, eq(organisations.id, persons.organisationId))
      .leftJoin(invitations, invitationOf(scope, persons.id))
      .where(where),
  ])
  return { rows, total: Number(all?.total ?? 0) }
}

/** The ids of all persons that a choice means, on all its pages. */
export async function readPersonIds(
  read: Reader,
  scope: EventScope,
  choice: PersonChoice,
): Promise<string[]> {
  const rows = await read
    .select({ id: persons.id })
    .from(persons)
    .leftJoin(organisations, eq(organisations.id, persons.organisationId))
    .leftJoin(invitations, invitationOf(scope, persons.id))
    .where(personsChosen(scope, choice))
    .orderBy(asc(persons.sortKey), asc(persons.id))
  return rows.map(({ id }) => id)
}

/** Organisations of the directory that may be invited to this event, a page at a time, and how many in all. */
export async function readOrganisationCandidates(
  read: Reader,
  scope: EventScope,
  choice: OrganisationChoice,
  page: number,
) {
  const where = organisationsChosen(scope, choice)
  const [rows, [all]] = await Promise.all([
    read
      .select({
        id: organisations.id,
        kind: organisations.kind,
        name: organisations.name,
        acronym: organisations.acronym,
        language: organisations.language,
        email: organisations.email,
        invitation: invitations.state,
      })
      .from(organisations)
      .leftJoin(invitations, invitationOf(scope, organisations.id))
      .where(where)
      .orderBy(asc(organisations.sortKey), asc(organisations.id))
      .limit(candidatesPerPage)
      .offset((page - 1) * candidatesPerPage),
    read
      .select({ total: count() })
      .from(organisations)
      .leftJoin(invitations, invitationOf(scope, organisations.id))
      .where(where),
  ])
  return { rows, total: Number(all?.total ?? 0) }
}

/** The ids of all organisations that a choice means, on all its pages. */
export async function readOrganisationIds(
  read: Reader,
  scope: EventScope,
  choice: OrganisationChoice,
): Promise<string[]> {
  const rows = await read
    .select({ id: organisations.id })
    .from(organisations)
    .leftJoin(invitations, invitationOf(scope, organisations.id))
    .where(organisationsChosen(scope, choice))
    .orderBy(asc(organisations.sortKey), asc(organisations.id))
  return rows.map(({ id }) => id)
}

function personsChosen(scope: EventScope, { withInvited, ...filter }: PersonChoice): SQL | undefined {
  return and(...personConditions(scope, filter), withInvited ? undefined : isNotInvited)
}

function organisationsChosen(
  scope: EventScope,
  { withInvited, ...filter }: OrganisationChoice,
): SQL | undefined {
  return and(...organisationConditions(scope, filter), withInvited ? undefined : isNotInvited)
}

// Who was withdrawn may be invited again.
const isNotInvited = or(isNull(invitations.id), eq(invitations.state, 'revoked'))

function invitationOf(scope: EventScope, id: typeof persons.id | typeof organisations.id): SQL | undefined {
  const column = id === persons.id ? invitations.personId : invitations.organisationId
  return and(eq(column, id), eq(invitations.eventId, scope.eventId))
}

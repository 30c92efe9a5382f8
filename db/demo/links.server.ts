import { and, eq } from 'drizzle-orm'
import type { GivenAnswer } from '../../app/answers/rules.ts'
import { findInvitationByToken, type GuestScope } from '../../app/answers/scope.server.ts'
import { submitAnswer, submitOnBehalf } from '../../app/answers/submit.server.ts'
import { answerToken, attendeeToken } from '../../app/invitations/token.server.ts'
import type { Database } from '../client.server.ts'
import { invitations } from '../schema/invitations.server.ts'
import { granted } from './granted.server.ts'
import type { DemoGuests } from './invitations.server.ts'
import type { DemoReply } from './persons/person.server.ts'

/** What somebody who opens the link of this invitation may do. */
export function linkOf(database: Database, secret: string, invitationId: string): Promise<GuestScope> {
  return opened(database, answerToken(secret, invitationId, 1))
}

/** What one who was named may do with their own link. */
export function ownLinkOf(database: Database, secret: string, attendeeId: string): Promise<GuestScope> {
  return opened(database, attendeeToken(secret, attendeeId, 1))
}

async function opened(database: Database, token: string): Promise<GuestScope> {
  const scope = await findInvitationByToken(database.read, token)
  if (!scope) throw new Error('A link of the demo leads nowhere')
  return scope
}

type Invited = { personId?: string | undefined; organisationId?: string | undefined }

export async function invitationOf(
  database: Database,
  { scope }: DemoGuests,
  invited: Invited,
): Promise<string> {
  const { personId, organisationId } = invited
  const isTheirs = personId
    ? eq(invitations.personId, personId)
    : eq(invitations.organisationId, organisationId ?? '')
  const [invitation] = await database.read
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.eventId, scope.eventId), isTheirs))
  if (!invitation) throw new Error('Somebody of the demo answers without an invitation')
  return invitation.id
}

type Recording = Pick<DemoReply, 'via' | 'note'> & { invitationId: string; given: GivenAnswer; now: Date }

/** Records an answer, by its link or as the desk enters it. */
export async function record(
  database: Database,
  { scope, site }: DemoGuests,
  { invitationId, given, via, note = '', now }: Recording,
): Promise<void> {
  const entered = via
    ? await submitOnBehalf(database, scope, {
        ...{ invitationId, given, via, note, site, now },
        beyondCapacity: false,
      })
    : await submitAnswer(database, await linkOf(database, site.secret, invitationId), { given, site, now })
  granted(entered)
}

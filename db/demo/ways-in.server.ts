import { and, asc, eq, isNotNull, ne } from 'drizzle-orm'
import { answerLink, answerToken, answerUrl, boothLink } from '../../app/invitations/token.server.ts'
import type { Reader } from '../client.server.ts'
import { exhibitTeams } from '../schema/exhibit-teams.server.ts'
import { exhibits } from '../schema/exhibition.server.ts'
import { attendees, invitations } from '../schema/invitations.server.ts'
import { messages } from '../schema/mail.server.ts'
import { organiser } from './office.server.ts'

/** The link of somebody whose letter has arrived and who has not answered, an English reader if there is one. */
export async function guestUrl(
  read: Reader,
  { appUrl, secret }: { appUrl: string; secret: string },
): Promise<string | null> {
  const written = await read
    .select({
      id: invitations.id,
      version: invitations.tokenVersion,
      language: invitations.language,
      answeredAt: invitations.answeredAt,
      wrongRecipientAt: invitations.wrongRecipientAt,
    })
    .from(invitations)
    .innerJoin(attendees, eq(attendees.invitationId, invitations.id))
    .innerJoin(messages, and(eq(messages.invitationId, invitations.id), eq(messages.kind, 'invitation')))
    .where(and(isNotNull(invitations.personId), eq(invitations.state, 'sent'), eq(messages.state, 'sent')))
    .orderBy(asc(attendees.sortKey))
  const silent = written.filter(({ answeredAt, wrongRecipientAt }) => !answeredAt && !wrongRecipientAt)
  const guest = silent.find(({ language }) => language === 'en') ?? silent[0] ?? written[0]
  return guest ? answerUrl(appUrl, answerToken(secret, guest.id, guest.version)) : null
}

/** The link of an institution that has named delegates. */
export async function institutionUrl(
  read: Reader,
  site: { appUrl: string; secret: string },
): Promise<string | null> {
  const [found] = await read
    .select({
      id: invitations.id,
      tokenVersion: invitations.tokenVersion,
      organisationId: invitations.organisationId,
    })
    .from(invitations)
    .innerJoin(attendees, and(eq(attendees.invitationId, invitations.id), eq(attendees.source, 'delegation')))
    .where(and(isNotNull(invitations.organisationId), ne(invitations.state, 'revoked')))
    .orderBy(asc(invitations.id))
    .limit(1)
  return found ? answerLink(site, found) : null
}

/** The link of one of a team that is writing its exhibit. */
export async function boothUrl(
  read: Reader,
  site: { appUrl: string; secret: string },
): Promise<string | null> {
  const [found] = await read
    .select({ id: exhibitTeams.id, tokenVersion: exhibitTeams.tokenVersion })
    .from(exhibitTeams)
    .innerJoin(exhibits, eq(exhibits.id, exhibitTeams.exhibitId))
    .where(eq(exhibits.state, 'draft'))
    .orderBy(asc(exhibitTeams.createdAt), asc(exhibitTeams.id))
    .limit(1)
  return found ? boothLink(site, found) : null
}

type Ways = {
  url: string
  eventUrl: string
  guestUrl: string | null
  institutionUrl: string | null
  boothUrl: string | null
  password: string
}

/** One line per way in: the role, then the address, then the account where one is needed. */
export function waysIn({ url, eventUrl, guestUrl, institutionUrl, boothUrl, password }: Ways): string[] {
  return [
    `visitor ${eventUrl}`,
    `organiser ${url}/sign-in ${organiser.email} ${password}`,
    ...(guestUrl ? [`guest ${guestUrl}`] : []),
    ...(institutionUrl ? [`institution ${institutionUrl}`] : []),
    ...(boothUrl ? [`team ${boothUrl}`] : []),
    'ready',
  ]
}

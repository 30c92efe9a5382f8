import { linkToken } from '#app/accounts/token.server.ts'

/** The token of an invitation's link. */
export function answerToken(secret: string, invitationId: string, version: number): string {
  return linkToken(secret, 'answer', invitationId, version)
}

/** The same for one attendee's own link: a delegate's, an alternate's, a substitute's. */
export function attendeeToken(secret: string, attendeeId: string, version: number): string {
  return linkToken(secret, 'delegate', attendeeId, version)
}

/** Where links lead, what they are derived from, and the mailbox that reads what calendars answer, if there is one. */
export type Site = { appUrl: string; secret: string; mailbox?: string | undefined }

export function siteOf(env: {
  APP_URL: string
  APP_SECRET: string
  MAILBOX_ADDRESS?: string | undefined
}): Site {
  return { appUrl: env.APP_URL, secret: env.APP_SECRET, mailbox: env.MAILBOX_ADDRESS }
}

type Linked = { id: string; tokenVersion: number }

/** The link of an invitation as it stands now: `/r/…` for a person, `/o/…` for an organisation. */
export function answerLink(
  site: Site,
  { id, tokenVersion, organisationId }: Linked & { organisationId: string | null },
): string {
  const token = answerToken(site.secret, id, tokenVersion)
  return organisationId ? delegationUrl(site.appUrl, token) : answerUrl(site.appUrl, token)
}

/** The own link of somebody who was named: on it they answer for themselves and for nobody else. */
export function attendeeLink(site: Site, { id, tokenVersion }: Linked): string {
  return answerUrl(site.appUrl, attendeeToken(site.secret, id, tokenVersion))
}

/** A guest's own link. Always built from APP_URL, never from a request. */
export function answerUrl(appUrl: string, token: string): string {
  return `${appUrl}/r/${token}`
}

/** The link on which an organisation names its delegates. */
export function delegationUrl(appUrl: string, token: string): string {
  return `${appUrl}/o/${token}`
}

/** The own link of somebody who writes an exhibit: what visitors will see of their booth. */
export function boothLink(site: Site, { id, tokenVersion }: Linked): string {
  return `${site.appUrl}/b/${linkToken(site.secret, 'booth', id, tokenVersion)}`
}

/** A speaker's own link: their roles, what is printed of them, their papers. */
export function speakerLink(site: Site, { id, tokenVersion }: Linked): string {
  return `${site.appUrl}/s/${linkToken(site.secret, 'speaker', id, tokenVersion)}`
}

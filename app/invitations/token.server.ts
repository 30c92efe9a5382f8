import { createHash, createHmac } from 'node:crypto'

/**
 * The secret part of a guest's link, 22 characters (132 bits), derived from the secret and the invitation, so that it
 * can be shown and mailed again although only its hash is stored. `version` is raised to revoke it.
 */
export function answerToken(secret: string, invitationId: string, version: number): string {
  return createHmac('sha256', secret)
    .update(`answer:${invitationId}:${version}`)
    .digest('base64url')
    .slice(0, 22)
}

/** What a token is looked up by. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** A guest's own link. Always built from APP_URL, never from a request. */
export function answerUrl(appUrl: string, token: string): string {
  return `${appUrl}/r/${token}`
}

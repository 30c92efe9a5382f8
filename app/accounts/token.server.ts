import { createHash, createHmac } from 'node:crypto'

/** What a private link is for: one made for one purpose opens nothing else. */
export type LinkPurpose = 'answer' | 'delegate' | 'speaker' | 'booth'

/**
 * The secret part of a private link, 22 characters (132 bits), derived from the secret and whom it is for, so that it can
 * be shown and mailed again although only its hash is stored. `version` is raised to revoke it.
 */
export function linkToken(secret: string, purpose: LinkPurpose, id: string, version: number): string {
  return createHmac('sha256', secret).update(`${purpose}:${id}:${version}`).digest('base64url').slice(0, 22)
}

/** What a token is looked up by. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

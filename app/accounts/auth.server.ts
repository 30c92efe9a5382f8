import type { Language } from '../i18n/languages.ts'

/** Who is signed in. */
export type SignedInUser = { id: string; name: string; email: string; language: Language }

/** Accounts as the rest of Majlis sees them; better-auth stays behind this face. */
export type Auth = {
  /** Who holds the session cookie in `headers`, if it is a valid one. */
  currentUser(headers: Headers): Promise<SignedInUser | null>
}

import type { Database } from '../db/client.server.ts'
import type { Auth, SignedInUser } from './accounts/auth.server.ts'
import type { Env } from './env.server.ts'
import type { FileStore } from './files/store.server.ts'
import type { Limits } from './http/limits.server.ts'

/**
 * What `server.ts` makes once and hands to every loader and action. Nothing of this may be module state: the modules
 * exist twice in the process, once natively and once inside Remix's bundle.
 */
export type MajlisContext = {
  env: Env
  database: Database
  auth: Auth
  files: FileStore
  limits: Limits
  /** The time now; tests set their own. */
  now(): Date
  /** Tells the outbox worker in this process that a message is due. */
  wakeWorker(): void
  /** This request's content-security nonce. */
  nonce: string
  /** The client's address after trusted proxies, IPv6 cut to its /64. */
  clientKey: string
  /** Who is signed in, looked up at most once a request. */
  user(): Promise<SignedInUser | null>
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends MajlisContext {}
  // Loader and action data keep their types through single fetch: a Date stays a Date.
  interface Future {
    v3_singleFetch: true
  }
}

import { betterAuth } from 'better-auth/minimal'
import { and, eq, lt } from 'drizzle-orm'
import type { Database } from '#db/client.server.ts'
import { sessions } from '#db/schema/accounts.server.ts'
import { isLanguage, type Language } from '../i18n/languages.ts'
import { authAdapter } from './auth-adapter.server.ts'
import { longestPassword, shortestPassword } from './rules.ts'

/** Who is signed in. */
export type SignedInUser = { id: string; name: string; email: string; language: Language }

/** Accounts as the rest of Majlis sees them; better-auth stays behind this face. */
export type Auth = {
  /** Who holds the session cookie in `headers`, if it is a valid one. Writes nothing. */
  currentUser(headers: Headers): Promise<SignedInUser | null>
  /** The `Set-Cookie` values of a new session; null when address and password do not fit. */
  signIn(account: { email: string; password: string; userAgent?: string | null }): Promise<string[] | null>
  /** Ends the session in `headers` and answers the `Set-Cookie` values that remove its cookie. */
  signOut(headers: Headers): Promise<string[]>
}

const fortnight = 14 * 24 * 60 * 60

/** Part of the session cookie's name, whatever prefix https demands. */
export const sessionCookie = 'majlis.session_token'

export function createAuth(database: Database, env: { APP_URL: string; APP_SECRET: string }): Auth {
  const auth = startBetterAuth(database, env)
  return {
    async currentUser(headers) {
      if (!headers.get('Cookie')?.includes(sessionCookie)) return null
      const found = await auth.api.getSession({ headers })
      if (!found) return null
      const { id, name, email, language } = found.user
      return { id, name, email, language: isLanguage(language) ? language : 'en' }
    },

    async signIn({ email, password, userAgent }) {
      try {
        const { headers, response } = await auth.api.signInEmail({
          body: { email: email.trim().toLowerCase(), password },
          headers: new Headers(userAgent ? { 'User-Agent': userAgent.slice(0, 300) } : {}),
          returnHeaders: true,
        })
        await forgetExpired(database, response.user.id)
        return headers.getSetCookie()
      } catch (error) {
        if (isRefusal(error)) return null
        throw error
      }
    },

    async signOut(headers) {
      const { headers: answer } = await auth.api.signOut({ headers, returnHeaders: true })
      return answer.getSetCookie()
    },
  }
}

function startBetterAuth(database: Database, env: { APP_URL: string; APP_SECRET: string }) {
  return betterAuth({
    appName: 'Majlis',
    baseURL: env.APP_URL,
    secret: env.APP_SECRET,
    database: authAdapter(database),
    user: {
      modelName: 'users',
      additionalFields: { language: { type: 'string', required: false, input: false } },
    },
    account: { modelName: 'credentials' },
    verification: { modelName: 'verifications' },
    session: {
      modelName: 'sessions',
      expiresIn: fortnight,
      // A GET must not write: sessions end a fortnight after signing in, and are cleared away at the next sign-in.
      disableSessionRefresh: true,
      deferSessionRefresh: true,
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
    },
    // Ours stands before it, per account and client (app/http/limits.server.ts).
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: 'majlis',
      useSecureCookies: env.APP_URL.startsWith('https:'),
      ipAddress: { disableIpTracking: true },
    },
  })
}

async function forgetExpired(database: Database, userId: string): Promise<void> {
  await database.write((tx) =>
    tx.delete(sessions).where(and(eq(sessions.userId, userId), lt(sessions.expiresAt, new Date()))),
  )
}

/** better-auth says "wrong password" by throwing an APIError with a 4xx status; anything else is a fault of ours. */
function isRefusal(error: unknown): boolean {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  return status >= 400 && status < 500
}

import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { Pool } from 'pg'
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible'
import { ignoreLostConnections } from '#db/client.server.ts'

/** How often something may be tried. Each call counts one attempt and answers false when there were too many. */
export type Limits = {
  signIn(account: string, client: string): Promise<boolean>
  /** Signing in worked: this client is known to this account from now on, and its slips are forgotten. */
  signedIn(account: string, client: string): Promise<void>
  passwordReset(account: string, client: string): Promise<boolean>
  /** `key` names the invitation, not the client: hundreds may answer from behind one ministry's address. */
  answer(key: string): Promise<boolean>
  /** A visitor leaves something for a booth. A whole hall may stand behind one address. */
  enquiry(client: string, exhibit: string): Promise<boolean>
  /** Somebody says what they think of an exhibit, or of the whole exhibition. */
  feedback(client: string, about: string): Promise<boolean>
  /** A paper that has to be made, since nobody has asked for it yet. */
  paper(client: string): Promise<boolean>
  /** Whether this client has asked for too many links that do not exist. Counts nothing. */
  isGuessing(client: string): Promise<boolean>
  /** This client asked for a link that does not exist. */
  wrongLink(client: string): Promise<void>
}

const minute = 60
const hour = 60 * minute
// Timers count to 24 days.
const day = 24 * hour
const mostKeysInMemory = 50_000

type Limiter = {
  /** Counts one; false when that was more than allowed. */
  take(key: string): Promise<boolean>
  isSpent(key: string): Promise<boolean>
  forget(key: string): Promise<void>
}

/** Counters in memory, or in PostgreSQL when several processes share one. `close` gives its connections back. */
export async function openLimits(databaseUrl: string): Promise<Limits & { close(): Promise<void> }> {
  if (!/^postgres(ql)?:/.test(databaseUrl)) {
    return { ...signInLimits(memoryLimiter), ...otherLimits(memoryLimiter), close: async () => {} }
  }
  const pool = new Pool({ connectionString: databaseUrl, max: 2 })
  ignoreLostConnections(pool)
  await pool.query(rateLimitsTable)
  const limiter: MakeLimiter = (name, points, seconds) => sharedLimiter(pool, name, points, seconds)
  return { ...signInLimits(limiter), ...otherLimits(limiter), close: () => pool.end() }
}

/** As the library would create it, by itself and too late for the first requests. */
const rateLimitsTable = `create table if not exists rate_limits (
  key varchar(255) primary key, points integer not null default 0, expire bigint)`

type MakeLimiter = (name: string, points: number, seconds: number) => Limiter

/**
 * Hard on one client trying one account, softer on a client and on an account as such. A client that has signed in to
 * the account before is not bound by what others try on it from elsewhere, so nobody can lock a colleague out.
 */
function signInLimits(limiter: MakeLimiter): Pick<Limits, 'signIn' | 'signedIn'> {
  const pair = limiter('sign-in-pair', 10, 15 * minute)
  const client = limiter('sign-in-client', 60, 15 * minute)
  const account = limiter('sign-in-account', 100, hour)
  const known = limiter('sign-in-known', 0, 20 * day)
  return {
    async signIn(accountName, clientName) {
      const both = `${accountName}|${clientName}`
      if (!(await pair.take(both))) return false
      if (await known.isSpent(both)) return true
      return (await client.take(clientName)) && (await account.take(accountName))
    },
    async signedIn(accountName, clientName) {
      const both = `${accountName}|${clientName}`
      await pair.forget(both)
      await known.take(both)
    },
  }
}

function otherLimits(limiter: MakeLimiter): Omit<Limits, 'signIn' | 'signedIn'> {
  const resetPair = limiter('reset-pair', 3, hour)
  const resetClient = limiter('reset-client', 20, hour)
  const resetAccount = limiter('reset-account', 10, hour)
  const answers = limiter('answer', 60, 10 * minute)
  const enquiries = limiter('enquiry', 20, hour)
  const enquiriesOfClient = limiter('enquiry-client', 100, hour)
  const opinions = limiter('feedback', 120, hour)
  const papers = limiter('paper', 60, 10 * minute)
  const guesses = limiter('wrong-link', 60, 10 * minute)
  return {
    passwordReset: async (account, client) =>
      (await resetPair.take(`${account}|${client}`)) &&
      (await resetClient.take(client)) &&
      (await resetAccount.take(account)),
    answer: (key) => answers.take(key),
    enquiry: async (client, exhibit) =>
      (await enquiries.take(`${client}|${exhibit}`)) && (await enquiriesOfClient.take(client)),
    feedback: (client, about) => opinions.take(`${client}|${about}`),
    paper: (client) => papers.take(client),
    isGuessing: (client) => guesses.isSpent(client),
    wrongLink: async (client) => {
      await guesses.take(client)
    },
  }
}

/** The library's memory grows with every new key; here the key untouched for longest makes room. */
function memoryLimiter(name: string, points: number, duration: number): Limiter {
  const counters = new RateLimiterMemory({ keyPrefix: name, points, duration })
  const recent = new LRUCache<string, true>({
    max: mostKeysInMemory,
    dispose: (_, key, reason) => void (reason === 'evict' && counters.delete(key)),
  })
  return limiterOver(counters, (key) => recent.set(key, true))
}

function sharedLimiter(pool: Pool, name: string, points: number, duration: number): Limiter {
  const counters = new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration,
    // A counter must not be able to keep people out: when its table cannot be reached, memory counts.
    insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, points, duration }),
  })
  return limiterOver(counters)
}

function limiterOver(counters: RateLimiterAbstract, touch: (key: string) => void = () => {}): Limiter {
  return {
    async take(name) {
      const key = shortKey(name)
      touch(key)
      const { consumedPoints } = await counters.penalty(key)
      return consumedPoints <= counters.points
    },
    async isSpent(name) {
      const count = await counters.get(shortKey(name))
      return count !== null && count.consumedPoints > counters.points
    },
    async forget(name) {
      await counters.delete(shortKey(name))
    },
  }
}

/** However long what was typed is; and no table of mail addresses comes to be. */
function shortKey(name: string): string {
  return createHash('sha256').update(name).digest('base64url').slice(0, 24)
}

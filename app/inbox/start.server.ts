import { siteOf } from '#app/invitations/token.server.ts'
import type { Database } from '#db/client.server.ts'
import { type Mailbox, openMailbox } from './mailbox.server.ts'

type Settings = {
  APP_URL: string
  APP_SECRET: string
  MAILBOX_ADDRESS?: string | undefined
  MAILBOX_URL?: string | undefined
  MAILBOX_AUTHSERV?: string | undefined
}
type Starting = Omit<Parameters<typeof openMailbox>[0], 'url' | 'receiver'> & {
  env: Settings
  database: Database
  now(): Date
}

/** The mailbox of this process; null when MAILBOX_URL is not set: nobody then reads what guests' calendars answer. */
export function startMailbox({ env, database, now, ...rest }: Starting): Mailbox | null {
  if (!env.MAILBOX_URL) return null
  const vouching = { authserv: env.MAILBOX_AUTHSERV }
  const receiver = { database, site: siteOf(env), vouching, now }
  return openMailbox({ url: env.MAILBOX_URL, receiver, ...rest })
}

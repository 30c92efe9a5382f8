import { z } from 'zod'
import { isMailAddress } from './mail/address.ts'
import { longestMailboxName } from './mail/envelope.ts'

const url = (protocols: string[], hint: string) =>
  z
    .string()
    .trim()
    .refine((value) => protocols.some((protocol) => value.startsWith(protocol)), hint)

function namesHost(value: string): boolean {
  return URL.canParse(value) && new URL(value).hostname !== ''
}

/** Whether `rsvp@meet.example.org` leaves room for what follows `rsvp+` in the addresses made from it. */
function isMailbox(value: string): boolean {
  const [name = ''] = value.split('@')
  return isMailAddress(value) && !name.includes('+') && name.length <= longestMailboxName
}

const count = (fallback: number) => z.coerce.number().int().positive().default(fallback)

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  APP_URL: z.url({ protocol: /^https?$/ }).optional(),
  APP_SECRET: z.string().min(32, 'needs at least 32 characters').optional(),
  DATABASE_URL: url(
    ['file:', 'sqlite:', 'postgres://', 'postgresql://'],
    'must start with file: or postgres://',
  ).default('file:data/majlis.db'),
  MAIL_URL: url(['smtp://', 'smtps://'], 'must start with smtp:// or smtps://')
    .refine(namesHost, 'must name a mail server, e.g. smtp://mail.example.org:587')
    .optional(),
  MAIL_PER_MINUTE: count(30),
  MAIL_PER_DAY: count(10_000),
  MAIL_CONNECTIONS: count(3),
  /** The mailbox that gets bounces and calendar answers, at `rsvp+…@` too. */
  MAILBOX_ADDRESS: z
    .string()
    .trim()
    .refine(
      isMailbox,
      `must be an address such as rsvp@meet.example.org, with no plus and at most ${longestMailboxName} characters before the @`,
    )
    .optional(),
  FILES_URL: url(['file:'], 'must name a folder, e.g. file:data/files').default('file:data/files'),
  WORKER: z.enum(['on', 'off']).default('on'),
  /** How many reverse proxies stand before us; their forwarding header is believed for exactly that many hops. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

export type Env = Omit<z.infer<typeof schema>, 'APP_URL' | 'APP_SECRET'> & {
  APP_URL: string
  APP_SECRET: string
}

/** A setting is missing or wrong; `message` is the one line to print before stopping. */
export class SettingError extends Error {}

/**
 * Reads and checks every setting, once. In production APP_URL and APP_SECRET are demanded; elsewhere the address is
 * the local one and the secret a fixed one that nobody should rely on. Throws `SettingError`.
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = schema.safeParse(given)
  if (!result.success) {
    const issue = result.error.issues[0]
    throw new SettingError(`${issue?.path.join('.')}: ${issue?.message}`)
  }
  const env = result.data
  if (env.NODE_ENV === 'production') {
    if (!env.APP_URL)
      throw new SettingError(
        'APP_URL: say under which address people reach Majlis, e.g. https://meet.example.org',
      )
    if (!env.APP_SECRET)
      throw new SettingError(
        'APP_SECRET: set a random text of at least 32 characters, e.g. from `openssl rand -base64 33`',
      )
  }
  return {
    ...env,
    APP_URL: (env.APP_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    APP_SECRET: env.APP_SECRET ?? 'development-only-secret-development-only',
  }
}

import { z } from 'zod'
import { readMailboxUrl } from './inbox/mailbox-url.ts'
import { isMailAddress } from './mail/address.ts'
import { type DkimKey, readDkimKey } from './mail/dkim.server.ts'
import { longestMailboxName } from './mail/envelope.ts'
import { type PresetName, presetNames, presets } from './mail/limits.ts'

const url = (protocols: string[], hint: string) =>
  z
    .string()
    .trim()
    .refine((value) => protocols.some((protocol) => value.startsWith(protocol)), hint)

function namesHost(value: string): boolean {
  return URL.canParse(value) && new URL(value).hostname !== ''
}

function namesMailbox(value: string): boolean {
  return readMailboxUrl(value) !== null
}

const clearanceKey = z
  .string()
  .refine(
    (keys) => keys.split(',').every((key) => Buffer.from(key.trim(), 'base64').length === 32),
    'must be 32 random bytes in base64, e.g. from `openssl rand -base64 32`',
  )

/** Whether `rsvp@meet.example.org` leaves room for what follows `rsvp+` in the addresses made from it. */
function isMailbox(value: string): boolean {
  const [name = ''] = value.split('@')
  return isMailAddress(value) && !name.includes('+') && name.length <= longestMailboxName
}

const count = z.coerce.number().int().positive().optional()

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
  /** Which provider's limits hold, where the three below say nothing else. */
  MAIL_PRESET: z.enum(presetNames as [PresetName, ...PresetName[]]).default('exchange-online'),
  MAIL_PER_MINUTE: count,
  MAIL_PER_DAY: count,
  MAIL_CONNECTIONS: count,
  /** Whether the mail server lets bounces come back to an address of each message's own. */
  MAIL_VERP: z.enum(['on', 'off']).optional(),
  DKIM_DOMAIN: z.string().trim().optional(),
  DKIM_SELECTOR: z.string().trim().optional(),
  /** A private RSA key (PEM), line breaks as they are or as `\n`; or the file it is in. */
  DKIM_KEY: z.string().optional(),
  DKIM_KEY_FILE: z.string().optional(),
  /** The mailbox that gets bounces and calendar answers, at `rsvp+…@` too. */
  MAILBOX_ADDRESS: z
    .string()
    .trim()
    .refine(
      isMailbox,
      `must be an address such as rsvp@meet.example.org, with no plus and at most ${longestMailboxName} characters before the @`,
    )
    .optional(),
  /** The same mailbox, to be read: `imaps://user:password@mail.example.org/INBOX`. */
  MAILBOX_URL: url(['imap://', 'imaps://'], 'must start with imap:// or imaps://')
    .refine(
      namesMailbox,
      'must name a user, a password and a mail server, e.g. imaps://rsvp:secret@mail.example.org/INBOX',
    )
    .optional(),
  /** The name by which the host of that mailbox signs its Authentication-Results; unset: signatures are verified here. */
  MAILBOX_AUTHSERV: z.string().trim().max(253).optional(),
  FILES_URL: url(['file:'], 'must name a folder, e.g. file:data/files').default('file:data/files'),
  /** Seals what guests write for the gate. `_OLD`: what it was before, one or several after commas. */
  CLEARANCE_KEY: clearanceKey.refine((key) => !key.includes(','), 'must be one key').optional(),
  CLEARANCE_KEY_OLD: clearanceKey.optional(),
  WORKER: z.enum(['on', 'off']).default('on'),
  /** How many reverse proxies stand before us; their forwarding header is believed for exactly that many hops. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

type Read = z.infer<typeof schema>
type Sending = {
  MAIL_PER_MINUTE: number
  MAIL_PER_DAY: number
  MAIL_CONNECTIONS: number
  MAIL_VERP: 'on' | 'off'
}

/** The settings as they hold, a key already read from its file. */
export type Env = Omit<Read, 'APP_URL' | 'APP_SECRET' | `DKIM_${string}` | keyof Sending> &
  Sending & { APP_URL: string; APP_SECRET: string; dkim: DkimKey | null }

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
    ...withoutKey(env),
    ...sendingOf(env),
    dkim: dkimOf(env),
    APP_URL: (env.APP_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    APP_SECRET: env.APP_SECRET ?? 'development-only-secret-development-only',
  }
}

function sendingOf(env: Read): Sending {
  const { takesOwnEnvelope, ...limits } = presets[env.MAIL_PRESET]
  return {
    MAIL_PER_MINUTE: env.MAIL_PER_MINUTE ?? limits.perMinute,
    MAIL_PER_DAY: env.MAIL_PER_DAY ?? limits.perDay,
    MAIL_CONNECTIONS: env.MAIL_CONNECTIONS ?? limits.connections,
    MAIL_VERP: env.MAIL_VERP ?? (takesOwnEnvelope ? 'on' : 'off'),
  }
}

function withoutKey({ DKIM_DOMAIN, DKIM_SELECTOR, DKIM_KEY, DKIM_KEY_FILE, ...others }: Read) {
  return others
}

function dkimOf(env: Read): DkimKey | null {
  const read = readDkimKey(env)
  if (!read.ok) throw new SettingError(read.line)
  return read.dkim
}

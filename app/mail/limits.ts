/** Limits of the mail server we hand messages to, for all workers together. */
export type SendingLimits = { perMinute: number; perDay: number; connections: number }

type Preset = SendingLimits & {
  /** Whether it takes an envelope sender of ours for each message. Exchange refuses any but the mailbox itself (SendAs). */
  takesOwnEnvelope: boolean
}

/**
 * What providers take. `exchange-online`: SMTP AUTH submission, 30 messages a minute, 10,000 recipients a day, 3
 * connections. `ses`: the usual first quota out of the sandbox, 14 a second. `relay`: a mail server of one's own.
 */
export const presets = {
  'exchange-online': { perMinute: 30, perDay: 10_000, connections: 3, takesOwnEnvelope: false },
  ses: { perMinute: 840, perDay: 50_000, connections: 10, takesOwnEnvelope: true },
  relay: { perMinute: 3_000, perDay: 1_000_000, connections: 5, takesOwnEnvelope: true },
} as const satisfies Record<string, Preset>

export type PresetName = keyof typeof presets
export const presetNames = Object.keys(presets) as PresetName[]

export function sendingLimits(env: {
  MAIL_PER_MINUTE: number
  MAIL_PER_DAY: number
  MAIL_CONNECTIONS: number
}): SendingLimits {
  return { perMinute: env.MAIL_PER_MINUTE, perDay: env.MAIL_PER_DAY, connections: env.MAIL_CONNECTIONS }
}

/**
 * What of the limits mailings may use. The rest, a sixth of each minute and a twentieth of each day, is kept for what one
 * person waits for, so that a confirmation leaves at once while 5,000 invitations are on their way.
 */
export function limitsOfMailings(limits: SendingLimits): SendingLimits {
  const less = (limit: number, parts: number) =>
    limit < 2 ? limit : limit - Math.max(1, Math.floor(limit / parts))
  return { ...limits, perMinute: less(limits.perMinute, 6), perDay: less(limits.perDay, 20) }
}

/** How many were sent in the last minute and in the last 24 hours. */
export type Used = { minute: number; day: number }

/** How many more may go now. */
export function leftNow(limits: SendingLimits, used: Used): number {
  return Math.max(0, Math.min(limits.perMinute - used.minute, limits.perDay - used.day))
}

/** Milliseconds until `waiting` messages are out under the limits. What exceeds today's rest waits for whole days. */
export function timeToSend(waiting: number, { perMinute, perDay }: SendingLimits, used: Used): number {
  if (!waiting) return 0
  const today = Math.min(waiting, Math.max(0, perDay - used.day))
  const later = waiting - today
  const minutes = (count: number) => Math.ceil((count / perMinute) * 60) * 1000
  if (!later) return minutes(today + Math.min(used.minute, perMinute))
  const fullDays = Math.ceil(later / perDay)
  return fullDays * 86_400_000 + minutes(later - (fullDays - 1) * perDay)
}

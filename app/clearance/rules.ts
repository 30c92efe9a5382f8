import type { AskedField, ListColumn } from '#db/schema/clearance.server.ts'

export const documentKinds = ['passport', 'national_id', 'un_laissez_passer', 'other'] as const
export type DocumentKind = (typeof documentKinds)[number]

export const askedFields = [
  'bothNames',
  'birthOn',
  'vehicle',
  'driver',
  'arrival',
] as const satisfies readonly AskedField[]

/** In the order in which a guard reads them, until somebody says otherwise. */
export const listColumns = [
  'number',
  'arabicName',
  'latinName',
  'documentKind',
  'documentNumber',
  'nationality',
  'birthOn',
  'organisation',
  'position',
  'plate',
  'vehicle',
  'driverName',
  'driverDocument',
  'arrival',
  'check',
] as const satisfies readonly ListColumn[]

export const usualColumns: readonly ListColumn[] = [
  'number',
  'arabicName',
  'latinName',
  'documentKind',
  'documentNumber',
  'nationality',
  'organisation',
  'plate',
  'vehicle',
  'driverName',
  'arrival',
  'check',
]

/** What stands under the seal. Empty: not given. */
export type ClearanceContent = {
  latinName: string
  arabicName: string
  documentKind: DocumentKind
  documentNumber: string
  /** ISO 3166-1 alpha-2, or `XX` for nobody's national. */
  nationality: string
  /** `YYYY-MM-DD`. */
  birthOn: string
  plate: string
  make: string
  colour: string
  driverName: string
  driverDocument: string
  /** `YYYY-MM-DD` and two `HH:mm` in the event's zone. */
  arrivesOn: string
  arrivesFrom: string
  arrivesTo: string
}

/** What may be demanded and whether it is there; told apart from the rest, so that a gap shows without the seal. */
export type Held = { hasBothNames: boolean; hasBirthOn: boolean }

export function heldBy({ latinName, arabicName, birthOn }: ClearanceContent): Held {
  return { hasBothNames: Boolean(latinName && arabicName), hasBirthOn: Boolean(birthOn) }
}

export const formStates = ['missing', 'incomplete', 'complete'] as const
export type FormState = (typeof formStates)[number]

/** Where somebody's form stands: `incomplete` when something is demanded today that was not when they wrote it. */
export function formState(held: Held | null, asked: readonly AskedField[]): FormState {
  if (!held) return 'missing'
  const lacks =
    (asked.includes('bothNames') && !held.hasBothNames) || (asked.includes('birthOn') && !held.hasBirthOn)
  return lacks ? 'incomplete' : 'complete'
}

const day = 86_400_000
/** Guards want lists two days before. In milliseconds. */
export const usualNotice = 2 * day

type Timed = { endsAt: Date }

/** The end of the event's last part; null when it has none. */
export function lastEnd(parts: readonly Timed[]): Date | null {
  return parts.length ? new Date(Math.max(...parts.map(({ endsAt }) => endsAt.getTime()))) : null
}

/** From when on everything is destroyed: `purgeDays` after the event, or after it was cancelled if that came first. */
export function purgeInstant(event: { cancelledAt: Date | null; endsAt: Date }, purgeDays: number): Date {
  const over = Math.min(event.endsAt.getTime(), event.cancelledAt?.getTime() ?? Number.POSITIVE_INFINITY)
  return new Date(over + purgeDays * day)
}

/** `••••789`: enough to know one's own document by, no more. */
export function maskedNumber(number: string): string {
  const shown = Math.min(3, Math.floor(number.length / 3))
  return `••••${shown ? number.slice(-shown) : ''}`
}

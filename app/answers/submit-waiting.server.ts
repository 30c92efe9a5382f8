import type { EventScope } from '#app/accounts/scope.server.ts'
import type { Site } from '#app/invitations/token.server.ts'
import type { Database, Reader } from '#db/client.server.ts'
import { withLetters } from './submit.server.ts'
import { giveFreeSeats, type LineMoves, planFreeSeats } from './waiting.server.ts'
import {
  type Giving,
  giveSeat,
  planGiving,
  planOfferWithdrawal,
  planServing,
  type Serving,
  serveInOrder,
  type Withdrawing,
  withdrawOffer,
} from './waiting-desk.server.ts'

/* The verbs about waiting lists, each with its mails written before it; see `submit.server.ts`. */

type At = { site: Site }

function expected<Plan extends { ok: true } & LineMoves>({ eventId }: EventScope, plan: Plan) {
  return { ...plan, eventId, standing: null, given: null }
}

/** Serves the waiting lists by their parts' rules, and tells whoever is concerned. See `giveFreeSeats`. */
export function submitFreeSeats(database: Database, scope: EventScope, { site, now }: At & { now: Date }) {
  const plan = async (read: Reader) =>
    expected(scope, { ok: true as const, ...(await planFreeSeats(read, scope, now)) })
  return withLetters<Awaited<ReturnType<typeof giveFreeSeats>>, never>(
    database,
    { site, now },
    plan,
    (tx, letters) => giveFreeSeats(tx, scope, { letters, now }),
  )
}

/** Gives or offers one who waits a seat. See `giveSeat` for what is refused. */
export function submitSeat(database: Database, scope: EventScope, { site, ...given }: Giving & At) {
  const plan = async (read: Reader) => {
    const planned = await planGiving(read, scope, given)
    return planned.ok ? expected(scope, planned) : planned
  }
  return withLetters(database, { site, now: given.now }, plan, (tx, letters) =>
    giveSeat(tx, scope, { ...given, letters }),
  )
}

/** Gives or offers all free seats of a part in order. See `serveInOrder`. */
export function submitServing(database: Database, scope: EventScope, { site, ...given }: Serving & At) {
  const plan = async (read: Reader) => {
    const planned = await planServing(read, scope, given)
    return planned.ok ? expected(scope, planned) : planned
  }
  return withLetters(database, { site, now: given.now }, plan, (tx, letters) =>
    serveInOrder(tx, scope, { ...given, letters }),
  )
}

/** Takes an offer back. See `withdrawOffer`. */
export function submitOfferWithdrawal(
  database: Database,
  scope: EventScope,
  { site, ...given }: Withdrawing & At,
) {
  const plan = async (read: Reader) => {
    const planned = await planOfferWithdrawal(read, scope, given)
    return planned.ok ? expected(scope, planned) : planned
  }
  return withLetters(database, { site, now: given.now }, plan, (tx, letters) =>
    withdrawOffer(tx, scope, { ...given, letters }),
  )
}

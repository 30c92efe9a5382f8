import { z } from 'zod'
import { mostSeats } from '#app/invitations/rules.ts'
import { oneLine } from '#app/mail/address.ts'

const id = z.string().max(64)

/**
 * Takes a seat that was offered, gives it up, or asks for one again; `attendee` where an institution says so for one of
 * its people.
 */
export const offerForm = z.object({
  requestId: id,
  part: id,
  attendee: id.optional(),
  says: z.enum(['take', 'giveUp', 'again']),
})

/** What the organiser decides about one who waits for a seat, and why. */
export const lineForm = z.object({
  part: id,
  attendee: id,
  act: z.enum(['give', 'offer', 'first', 'up', 'down', 'back', 'takeBack']),
  anyway: z.boolean().default(false),
  note: z.string().overwrite(oneLine).max(500, 'tooLong').default(''),
})

export const serveForm = z.object({ part: id, how: z.enum(['give', 'offer']) })

/** Empty: as many seats as the part's rule says. */
export const organisationQuotaForm = z.object({
  part: id,
  organisation: id,
  seats: z.coerce
    .number<string | undefined>()
    .int('number')
    .min(0, 'number')
    .max(mostSeats, 'number')
    .optional(),
})

import type { Described, GivenAnswer, PartReply } from '../../app/answers/rules.ts'
import { submitAnswer } from '../../app/answers/submit.server.ts'
import { submitSubstitute } from '../../app/answers/submit-people.server.ts'
import type { Database } from '../client.server.ts'
import { newId } from '../id.server.ts'
import { granted } from './granted.server.ts'
import type { DemoGuests } from './invitations.server.ts'
import { invitationOf, linkOf, ownLinkOf, record } from './links.server.ts'
import type { DemoNamed } from './persons/person.server.ts'
import { type DemoDelegation, delegations, persons } from './persons.server.ts'
import type { Step } from './replies.server.ts'

/** What institutions say and whom they name, what those say themselves, and whom guests send in their place. */
export function namedSteps(database: Database, guests: DemoGuests): Step[] {
  return [
    ...delegations.flatMap((delegation, index) => delegationSteps(database, guests, delegation, index)),
    ...substituteSteps(database, guests),
  ]
}

function described({ latin, arabic, position, email = '', phone = '' }: DemoNamed): Described {
  return { latin, arabic, position, email, phone, honorific: '', language: '' }
}

function delegationSteps(
  database: Database,
  guests: DemoGuests,
  { organisation, delegates, reply, reason = '', ...how }: DemoDelegation,
  index: number,
): Step[] {
  if (!reply) return []
  const { days, parts, directory, site } = guests
  const at = days.ago(8 - 3 * index, '12:26')
  const say = (said: PartReply['reply']): Omit<GivenAnswer, 'names'> => ({
    requestId: newId(),
    replies: [{ partId: parts.meeting, reply: said, reason }],
    language: 'ar',
  })
  const named = delegates.map((delegate, place) => ({ ...delegate, id: newId(), place }))
  const names = named.map(({ id, place, ...delegate }) => ({
    ...described(delegate),
    ...{ id: '', spareId: id, place: null, seen: null, isRemoved: false, isHead: place === 0 },
    seat: delegate.isAlternate ? ('alternate' as const) : ('delegate' as const),
  }))
  const take = async () => {
    const organisationId = directory.organisations.get(organisation)
    const invitationId = await invitationOf(database, guests, { organisationId })
    const { focal } = how
    await record(database, guests, {
      ...how,
      invitationId,
      given: { ...say(reply), names, ...(focal && { focal }) },
      now: at,
    })
  }
  const later = named
    .filter(({ confirms }) => confirms)
    .map(({ id, place }) => {
      const when = days.ago(6 - 3 * index - place, '10:08')
      const confirm = async () => {
        const scope = await ownLinkOf(database, site.secret, id)
        granted(await submitAnswer(database, scope, { given: say('accepted'), site, now: when }))
      }
      return { at: when, take: confirm }
    })
  return [{ at, take }, ...later]
}

function substituteSteps(database: Database, guests: DemoGuests): Step[] {
  const { site, days, directory } = guests
  return persons.flatMap(({ key, language, substitute }, index) => {
    if (!substitute) return []
    const at = days.ago(3, `1${index % 10}:18`)
    const take = async () => {
      const invitationId = await invitationOf(database, guests, { personId: directory.persons.get(key) })
      const scope = await linkOf(database, site.secret, invitationId)
      const given = { id: newId(), person: described(substitute), language, site, now: at }
      granted(await submitSubstitute(database, scope, given))
    }
    return [{ at, take }]
  })
}

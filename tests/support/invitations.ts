import type { EventScope } from '#app/accounts/scope.server.ts'
import { fold } from '#app/directory/fold.ts'
import type { Language } from '#app/i18n/languages.ts'
import { createMailing, type MailingContent } from '#app/invitations/mailing.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import {
  type OrganisationKind,
  organisations,
  type PersonNames,
  personEmails,
  persons,
} from '#db/schema/directory.server.ts'
import type { MailingKind } from '#db/schema/mail.server.ts'
import { now } from './builders.ts'

export const secret = 'test-secret-test-secret-test-secret'

type PersonGiven = {
  names?: PersonNames
  email?: string | null
  language?: Language | null
  organisationId?: string
  honorific?: string
}

/** Persons of the directory with a mail address each, `name1@guest.example` and so on. */
export async function somePersons(
  database: Database,
  officeId: string,
  count: number,
  given: PersonGiven = {},
): Promise<string[]> {
  const rows = Array.from({ length: count }, (_, i) => {
    const names = given.names ?? { latin: { full: `Guest ${String(i + 1).padStart(4, '0')}` } }
    const key = fold(names.latin?.full ?? names.arabic?.full ?? '')
    return {
      id: newId(),
      officeId,
      organisationId: given.organisationId ?? null,
      honorific: given.honorific ? { en: given.honorific } : {},
      names,
      position: { en: 'Adviser' },
      language: given.language === undefined ? ('en' as const) : given.language,
      tags: [],
      searchKey: key,
      sortKey: key,
      createdAt: now,
      updatedAt: now,
    }
  })
  await database.write(async (tx) => {
    for (let start = 0; start < rows.length; start += 500) {
      const some = rows.slice(start, start + 500)
      await tx.insert(persons).values(some)
      if (given.email === null) continue
      await tx.insert(personEmails).values(
        some.map(({ id }, i) => {
          const address = given.email ?? `name${start + i + 1}@guest.example`
          return { id: newId(), officeId, personId: id, address, addressKey: address, rank: 0 }
        }),
      )
    }
  })
  return rows.map(({ id }) => id)
}

type OrganisationGiven = {
  name?: string
  kind?: OrganisationKind
  email?: string | null
  language?: Language | null
}

/** A ministry in the directory. */
export async function anOrganisation(
  database: Database,
  officeId: string,
  given: OrganisationGiven = {},
): Promise<string> {
  const id = newId()
  const name = given.name ?? 'Ministry of Migration'
  const email = given.email === undefined ? 'office@ministry.example' : given.email
  await database.write((tx) =>
    tx.insert(organisations).values({
      id,
      officeId,
      kind: given.kind ?? 'ministry',
      name: { en: name },
      aliases: [],
      email,
      emailKey: email,
      language: given.language === undefined ? 'en' : given.language,
      tags: [],
      searchKey: fold(name),
      sortKey: fold(name),
      createdAt: now,
      updatedAt: now,
    }),
  )
  return id
}

/** What an organiser asks for when inviting. */
export function inviting(partIds: string[]) {
  return { partIds, policy: 'bound' as const, secret, now }
}

export const site = { appUrl: 'https://majlis.example', secret }

/** A letter as an organiser writes it, in English unless told otherwise. */
export function aLetter(given: Partial<MailingContent> = {}): MailingContent {
  return {
    name: 'Invitation',
    audience: { who: 'unwritten' },
    subject: { en: 'Invitation: {{ event.name }}' },
    body: { en: '{{ guest.salutation }}\n\nplease come to **{{ event.name }}** on {{ event.date }}.' },
    ...given,
  }
}

type Event = { scope: EventScope }

/** A mailing being written. */
export async function aMailing(
  database: Database,
  event: Event,
  given: Partial<MailingContent> & { kind?: MailingKind } = {},
): Promise<{ id: string }> {
  const { kind = 'invitation', ...content } = given
  const letter = { kind, content: aLetter(content), now }
  const made = await database.write((tx) => createMailing(tx, event.scope, letter))
  if (!made.ok) throw new Error(made.reason)
  return made
}

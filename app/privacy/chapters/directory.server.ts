import { asc, eq } from 'drizzle-orm'
import { organisations, personEmails, persons } from '#db/schema/directory.server.ts'
import { invitations } from '#db/schema/invitations.server.ts'
import { type Chapter, type Fact, none } from '../chapter.ts'
import { nameFacts } from '../names.ts'

/** The office's address book, which outlives events. */
export const directoryChapter: Chapter = {
  name: 'directory',
  async held(read, { personId }, audience) {
    if (!personId) return []
    const [person] = await read
      .select({ person: persons, organisation: organisations.name })
      .from(persons)
      .leftJoin(organisations, eq(organisations.id, persons.organisationId))
      .where(eq(persons.id, personId))
    if (!person) return []
    const addresses = await read
      .select({ address: personEmails.address })
      .from(personEmails)
      .where(eq(personEmails.personId, personId))
      .orderBy(asc(personEmails.rank))
    const { phone, language, tags, notes } = person.person
    // Notes speak of people in the office's words, and whoever a link was forwarded to would read them.
    const internal: Fact[] =
      audience === 'identified'
        ? [
            { label: 'tags', value: tags },
            { label: 'notes', value: notes },
          ]
        : []
    return [
      ...nameFacts(person.person),
      { label: 'organisation', value: person.organisation ?? '' },
      { label: 'email', value: addresses.map(({ address }) => address) },
      { label: 'phone', value: phone ?? '' },
      { label: 'language', value: language ? { language } : '' },
      ...internal,
    ]
  },
  async erase(tx, { personId, reach }) {
    if (!personId || reach === 'event') return none
    await tx.update(invitations).set({ personId: null }).where(eq(invitations.personId, personId))
    const gone = await tx.delete(persons).where(eq(persons.id, personId)).returning({ id: persons.id })
    return { directory: gone.length }
  },
}

import { and, eq } from 'drizzle-orm'
import { substituteForm } from '#app/answers/forms.ts'
import { describedAs } from '#app/answers/people.ts'
import type { Described } from '#app/answers/rules.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Reader } from '#db/client.server.ts'
import { personEmails, persons } from '#db/schema/directory.server.ts'

const nobody = { latin: '', arabic: '', honorific: '', position: '', email: '', phone: '', language: '' }

/**
 * Whom a calendar sends in its owner's place, as a guest's page would describe them: as the office's directory knows the
 * address, else by the name in the file. Null when neither says a name: an address is none.
 */
export async function readDelegate(
  read: Reader,
  officeId: string,
  { address, name, language }: { address: string; name: string; language: Language },
): Promise<Described | null> {
  if (!address) return null
  const [known] = await read
    .select({ person: persons })
    .from(personEmails)
    .innerJoin(persons, eq(persons.id, personEmails.personId))
    .where(and(eq(personEmails.officeId, officeId), eq(personEmails.addressKey, address)))
    .limit(1)
  const described = known
    ? { ...describedAs({ ...known.person, email: address, language }, language), phone: '' }
    : { ...nobody, latin: name, email: address }
  const parsed = substituteForm.safeParse(described)
  return parsed.success ? parsed.data : null
}

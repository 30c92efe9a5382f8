import { and, eq } from 'drizzle-orm'
import { substituteForm } from '#app/answers/forms.ts'
import { describedAs } from '#app/answers/people.ts'
import type { Described } from '#app/answers/rules.ts'
import { isArabicScript } from '#app/directory/names.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Reader } from '#db/client.server.ts'
import { personEmails, persons } from '#db/schema/directory.server.ts'

const nobody: Described = {
  ...{ latin: '', arabic: '', honorific: '', position: '', email: '', phone: '' },
  language: '',
}

type Delegation = { address: string; name: string; language: Language }

/**
 * Whom a calendar sends in its owner's place, as a guest's page would describe them. Null when neither the directory nor
 * the file says a name that a guest might write: an address is none.
 */
export async function readDelegate(
  read: Reader,
  officeId: string,
  delegation: Delegation,
): Promise<Described | null> {
  if (!delegation.address) return null
  const parsed = substituteForm.safeParse(await describeDelegate(read, officeId, delegation))
  return parsed.success ? parsed.data : null
}

/** What is known of them, little as it may be: as the office's directory knows the address, else by the file. */
export async function describeDelegate(
  read: Reader,
  officeId: string,
  { address, name, language }: Delegation,
): Promise<Described> {
  const [known] = await read
    .select({ person: persons })
    .from(personEmails)
    .innerJoin(persons, eq(persons.id, personEmails.personId))
    .where(and(eq(personEmails.officeId, officeId), eq(personEmails.addressKey, address)))
    .limit(1)
  return known
    ? { ...describedAs({ ...known.person, email: address, language }, language), phone: '' }
    : { ...nobody, [isArabicScript(name) ? 'arabic' : 'latin']: name, email: address }
}

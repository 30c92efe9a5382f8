import { inviteMember } from '../../app/accounts/members.server.ts'
import { hashPassword, newPasswordLink } from '../../app/accounts/password.server.ts'
import { welcomeMail } from '../../app/accounts/password-mail.ts'
import type { EventRole, OfficeRole } from '../../app/accounts/permission.ts'
import { findOfficeScope, type OfficeScope } from '../../app/accounts/scope.server.ts'
import { setUpOffice } from '../../app/accounts/setup.server.ts'
import { type Language, languages } from '../../app/i18n/languages.ts'
import type { Database } from '../client.server.ts'
import type { DemoDays } from './days.server.ts'
import { office } from './event.server.ts'
import { granted } from './granted.server.ts'

/** The account that whoever starts the demo signs in with. */
export const organiser = {
  name: 'Noor Al-Hashimi',
  email: 'organiser@majlis.example',
  language: 'en',
} as const

type Colleague = { name: string; email: string; language: Language; role: OfficeRole; eventRole?: EventRole }

/** Their colleagues, who have been written to and have not chosen a password. */
export const colleagues: Colleague[] = [
  { name: 'Elena Marchetti', email: 'e.marchetti@majlis.example', language: 'fr', role: 'viewer' },
  {
    name: 'Dilshad Karim',
    email: 'd.karim@majlis.example',
    language: 'ckb',
    role: 'viewer',
    eventRole: 'exhibition_editor',
  },
  {
    name: 'Sara Al-Najjar',
    email: 's.najjar@majlis.example',
    language: 'ar',
    role: 'organiser',
    eventRole: 'agenda_editor',
  },
]

/** The office with its administrator and members, as `/setup` and the members' page make them. */
export async function buildOffice(
  database: Database,
  { password, appUrl, days }: { password: string; appUrl: string; days: DemoDays },
): Promise<OfficeScope> {
  const passwordHash = await hashPassword(password)
  const made = await database.write((tx) =>
    setUpOffice(tx, {
      office: { ...office, languages: [...languages], isDemo: true },
      administrator: { ...organiser, passwordHash },
      now: days.ago(40, '09:05'),
    }),
  )
  const { userId, officeId } = granted(made)
  const scope = await findOfficeScope(database.read, userId, 'office.manage')
  if (!scope) throw new Error('The administrator of the demo has no office')

  const now = days.ago(38, '10:30')
  const sender = { officeId, officeName: office.name, replyTo: null, ...office }
  for (const { role, eventRole: _, ...person } of colleagues) {
    const link = newPasswordLink('welcome', now)
    const mail = welcomeMail({ sender, to: person, link, appUrl, inviter: organiser.name, now })
    granted(
      await database.write((tx) => inviteMember(tx, scope, { person, role, welcome: { link, mail }, now })),
    )
  }
  return scope
}

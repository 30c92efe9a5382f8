import type { Language } from '#app/i18n/languages.ts'
import type { OrganisationKind } from '#db/schema/directory.server.ts'
import type { AttendanceStatus } from '#db/schema/invitations.server.ts'
import type { MailingKind } from '#db/schema/mail.server.ts'

/**
 * By what was written before. `unwritten`: no invitation; `unanswered`: it went out, and some part waits for their
 * answer; `untouched`: no letter at all; `notThisKind`: none of this kind.
 */
export const audienceSets = ['unwritten', 'unanswered', 'untouched', 'notThisKind', 'all'] as const
/** `delegates`: whom institutions have named, and substitutes, who have addresses of their own. */
export const audienceSides = ['persons', 'organisations', 'delegates'] as const
/** How guests stand, as a letter may ask. Nobody is written to about a part that was taken from them. */
export const audienceStatuses = [
  'invited',
  'accepted',
  'tentative',
  'declined',
  'waitlisted',
  'offered',
  'proposed',
  'attended',
] as const satisfies readonly AttendanceStatus[]

/** Whom a mailing is for: live invitations of its event that fit everything that is set. */
export type Audience = {
  who: (typeof audienceSets)[number]
  side?: (typeof audienceSides)[number]
  partId?: string
  /** In that part, or in any when none is set. */
  status?: (typeof audienceStatuses)[number]
  language?: Language
  kind?: OrganisationKind
  organisationId?: string
  tag?: string
  /** Only those who were chosen in the guest table when it was begun, see `mailing_picks`; then `side` is not asked. */
  isChosen?: true
}

/**
 * Why somebody in the audience gets no mail: no address, mails to it come back, they asked for no reminders, or there is
 * none of the letters that go with it.
 */
export const leftOutReasons = ['noAddress', 'failing', 'suppressed', 'stopped', 'noLetter'] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

/** Whom a letter of this kind is meant for, until somebody chooses otherwise. */
export function usualAudience(kind: MailingKind): Audience {
  switch (kind) {
    case 'save_the_date':
      return { who: 'untouched' }
    case 'invitation':
      return { who: 'unwritten' }
    case 'reminder':
      return { who: 'unanswered' }
    case 'thanks':
      return { who: 'all', status: 'accepted' }
    default:
      return { who: 'all' }
  }
}

import type { Language, Localized } from '#app/i18n/languages.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import type { PrivacyCounts } from '#db/schema/privacy.server.ts'
import type { Subject } from './subject.server.ts'

/** A code that the reader's language has a word for. */
export type Coded =
  | { status: string }
  | { channel: string }
  | { language: Language }
  | { listing: boolean }
  | { message: string }

export type FactValue = string | Localized | Date | Coded | readonly FactValue[]

/** One thing that is held: a label of ours (`name`, `phone` …) or a question in the organiser's words, and what is said. */
export type Fact = {
  label: FactLabel | Localized
  value: FactValue
  at?: Date
}
export type FactLabel =
  | 'name'
  | 'honorific'
  | 'position'
  | 'organisation'
  | 'email'
  | 'phone'
  | 'language'
  | 'tags'
  | 'notes'
  | 'needs'
  | 'message'
  | 'answer'
  | 'answerNote'
  | 'listing'
  | 'mail'
  | 'role'
  | 'biography'
  | 'picture'
  | 'paper'
  | 'signUp'
  | 'request'
  | 'letter'
  | 'clearance'

/** For whom it is written: who holds the link, or the officer who has seen who asks. */
export type Audience = 'link' | 'identified'

/**
 * What one module holds about people. Each module that names people has one in `chapters.server.ts`: it then shows on
 * the guest's page, in the copies, and goes with an erasure.
 */
export type Chapter = {
  name:
    | 'directory'
    | 'invitation'
    | 'questions'
    | 'messages'
    | 'agenda'
    | 'speaking'
    | 'team'
    | 'enquiries'
    | 'history'
    | 'imports'
    | 'requests'
    | 'inbox'
    | 'letters'
    | 'clearance'
    | 'suppression'
    | 'notes'
  held(read: Reader, subject: Subject, audience: Audience): Promise<Fact[]>
  /** Takes it away, keeping rows that are counted; how many rows of each kind it touched. Twice is once. */
  erase(tx: Tx, subject: Subject, now: Date): Promise<PrivacyCounts>
}

/** Nothing of this kind was there. */
export const none: PrivacyCounts = {}

import type { EventScope } from '#app/accounts/scope.server.ts'
import { countWithoutLetter, type MailingAudience } from '#app/invitations/audience.server.ts'
import { readBatches } from '#app/letters/batches.server.ts'
import type { Reader } from '#db/client.server.ts'

/** What can go with a mailing's mails, and how many of its readers would get theirs without a letter. */
export async function readCarried(read: Reader, scope: EventScope, mailing: MailingAudience) {
  const [batches, without] = await Promise.all([
    readBatches(read, scope),
    countWithoutLetter(read, scope, mailing),
  ])
  return { batches, without }
}

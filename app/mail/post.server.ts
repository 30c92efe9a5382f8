import type { Env } from '#app/env.server.ts'
import { mailboxAddress } from './envelope.ts'
import type { Post } from './mime.ts'
import { messageIdHost } from './outbox.server.ts'
import { unsubscribeUrl } from './unsubscribe.ts'

/** Bounces come back to the mailbox under an address of the message's own (VERP), where the mail server takes that. */
export function postOf(env: Env): Post {
  const { MAILBOX_ADDRESS: mailbox, MAIL_VERP, APP_SECRET: secret, APP_URL: appUrl } = env
  return {
    bounceAddress: ({ id }) =>
      mailbox && MAIL_VERP === 'on' ? mailboxAddress(mailbox, { purpose: 'bounce', id, secret }) : null,
    unsubscribeUrl: ({ officeId, to }) =>
      unsubscribeUrl({ appUrl, secret }, { officeId, address: to.address }),
    host: messageIdHost(appUrl),
  }
}

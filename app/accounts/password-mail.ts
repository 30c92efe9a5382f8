import { type Language, type Localized, localize } from '../i18n/languages.ts'
import { translator } from '../i18n/translator.ts'
import { escapeHtml, frameMail } from '../mail/frame.ts'
import type { OutgoingMessage } from '../mail/outbox.server.ts'
import type { PasswordLink } from './password.server.ts'

/** The office as the sender of a mail. */
export type Sender = {
  officeId: string
  officeName: Localized
  senderName: Localized
  senderAddress: string
  replyTo: string | null
}
type Addressee = { name: string; email: string; language: Language }
type PasswordMail = {
  sender: Sender
  to: Addressee
  link: PasswordLink
  appUrl: string
  now: Date
}

/** The mail with the link to choose a new password. */
export function passwordResetMail(given: PasswordMail): OutgoingMessage {
  const t = translator(given.to.language)
  const office = localize(given.sender.officeName, given.to.language)
  return passwordMail(given, 'password_reset', {
    subject: t('accounts:mail.resetSubject'),
    body: t('accounts:mail.resetBody', { office }),
    end: t('accounts:mail.resetOnce'),
  })
}

/** The mail that greets a new member and lets them choose their first password. */
export function welcomeMail({ inviter, ...given }: PasswordMail & { inviter: string }): OutgoingMessage {
  const t = translator(given.to.language)
  const office = localize(given.sender.officeName, given.to.language)
  return passwordMail(given, 'welcome', {
    subject: t('accounts:mail.welcomeSubject', { office }),
    body: t('accounts:mail.welcomeBody', { office, inviter }),
    end: t('accounts:mail.welcomeOnce'),
  })
}

function passwordMail(
  { sender, to, link, appUrl, now }: PasswordMail,
  kind: 'password_reset' | 'welcome',
  { subject, body, end }: { subject: string; body: string; end: string },
): OutgoingMessage {
  const t = translator(to.language)
  const office = localize(sender.officeName, to.language)
  const url = `${appUrl}/reset/${link.token}`
  const greeting = t('accounts:mail.greeting', { name: to.name })
  return {
    officeId: sender.officeId,
    kind,
    dedupeKey: `${kind}:${link.expiresAt.getTime()}:${link.token.slice(0, 8)}`,
    to: { name: to.name, address: to.email },
    from: { name: localize(sender.senderName, to.language) || office, address: sender.senderAddress },
    replyTo: sender.replyTo,
    language: to.language,
    subject,
    text: [greeting, body, url, end, office].join('\n\n'),
    html: frameMail({
      language: to.language,
      subject,
      office,
      body: `<p>${escapeHtml(greeting)}</p><p>${escapeHtml(body)}</p>`,
      action: { label: t('accounts:mail.button'), url },
      footer: end,
    }),
    state: 'queued',
    holdsSecret: true,
    messageIdHost: new URL(appUrl).hostname,
    now,
  }
}

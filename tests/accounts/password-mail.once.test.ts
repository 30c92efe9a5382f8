import { expect, test } from 'vitest'
import { passwordResetMail, welcomeMail } from '#app/accounts/password-mail.ts'
import { now } from '#tests/support/builders.ts'

const sender = {
  officeId: 'office',
  officeName: { en: 'IOM Iraq', ar: 'المنظمة الدولية للهجرة في العراق' },
  senderName: { en: 'IOM Iraq Events' },
  senderAddress: 'events@majlis.example',
  replyTo: null,
}
const link = { token: 'abcdefghijklmnopqrstuvwxyz012345', expiresAt: now }
const given = { sender, link, appUrl: 'https://meet.example', now }

test('the mail speaks the language of the user and holds the link', () => {
  const mail = passwordResetMail({
    ...given,
    to: { name: 'نور حسن', email: 'noor@majlis.example', language: 'ar' },
  })
  expect(mail.text).toContain('https://meet.example/reset/abcdefghijklmnopqrstuvwxyz012345')
  expect(mail.html).toContain('lang="ar" dir="rtl"')
  expect(mail).toMatchObject({ kind: 'password_reset', language: 'ar', holdsSecret: true, state: 'queued' })
  expect(mail.dedupeKey).not.toContain(link.token)
})

test('names are text in the HTML, whatever they are', () => {
  const mail = welcomeMail({
    ...given,
    to: { name: '<img src=x onerror=alert(1)>', email: 'noor@majlis.example', language: 'en' },
    inviter: '"><script>',
  })
  expect(mail.html).not.toMatch(/<img|<script/)
  expect(mail.html).toContain('&lt;img')
})

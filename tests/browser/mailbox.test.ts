import { eq } from 'drizzle-orm'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { findInvitationByToken } from '#app/answers/scope.server.ts'
import { submitAnswer } from '#app/answers/submit.server.ts'
import { addVenue, editVenue } from '#app/events/venues.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { answerToken, siteOf, tokenHash } from '#app/invitations/token.server.ts'
import { mailboxAddress } from '#app/mail/envelope.ts'
import { calendarEntries } from '#db/schema/calendar.server.ts'
import { parts } from '#db/schema/events.server.ts'
import { attendances, invitations } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { aMember, password } from '#tests/support/accounts.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { dovecot, hasDovecot } from '#tests/support/dovecot.ts'
import { venueContent } from '#tests/support/events.ts'
import { aGuest, anAnswer } from '#tests/support/guests.ts'
import { vouchedFor } from '#tests/support/inbox.ts'
import { aWholeMajlis } from '#tests/support/majlis.ts'
import { bounceReport, outlookReply, writtenMail } from '#tests/support/mime.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

test.skipIf(!hasDovecot)(
  'through a real IMAP server: Outlook’s answer turns up, a changed place reaches calendars, a bounce marks the guest, a letter becomes an answer',
  { timeout: 180_000 },
  async () => {
    const server = await dovecot()
    onTestFinished(() => server.stop())
    const majlis = await aWholeMajlis({
      now: () => now,
      settings: {
        MAILBOX_URL: server.url,
        MAILBOX_ADDRESS: 'rsvp@majlis.example',
        MAILBOX_AUTHSERV: 'mx.majlis.example',
      },
    })
    onTestFinished(() => majlis.stop())
    const { database, env } = majlis.context
    const site = siteOf(env)
    const t = translator('en')
    const host = await anOffice(database)
    const { email } = await aMember(database, host.id, { role: 'organiser' })
    const event = await anEvent(database, { officeId: host.id, slug: 'partners' })
    const venue = await database.write((tx) => addVenue(tx, event.scope, { content: venueContent(), now }))
    const venueId = venue.ok ? venue.id : ''
    await database.write((tx) => tx.update(parts).set({ venueId }).where(eq(parts.id, event.meeting.id)))
    const guest = await aGuest(database, event)
    // The builder's links are made from another secret.
    const token = answerToken(site.secret, guest.id, 1)
    await database.write((tx) =>
      tx
        .update(invitations)
        .set({ tokenHash: tokenHash(token) })
        .where(eq(invitations.id, guest.id)),
    )
    const scope = await findInvitationByToken(database.read, token)
    if (!scope) throw new Error('The guest holds no link')
    await submitAnswer(database, scope, { given: anAnswer(event.meeting.id, 'tentative'), site, now })
    const [entry] = await database.read.select().from(calendarEntries)
    const to = mailboxAddress('rsvp@majlis.example', {
      purpose: 'answer',
      id: entry?.replyId ?? '',
      secret: site.secret,
    })
    const uid = `${entry?.attendeeId}.${entry?.partId}@localhost`

    const page = await browser.newPage()
    await page.goto(`${majlis.url}/sign-in?lang=en`)
    await page.getByLabel(t('accounts:field.email')).fill(email)
    await page.getByLabel(t('accounts:field.password')).fill(password)
    await page.getByRole('button', { name: t('accounts:signIn.submit') }).click()
    const home = `${majlis.url}/desk/events/partners`
    /** Loads a page again until a text is on it: what comes by mail comes when it comes. */
    const until = async (path: string, text: string) => {
      for (;;) {
        await page.goto(home + path)
        if (await page.getByText(text, { exact: false }).count()) return
        await page.waitForTimeout(200)
      }
    }

    const later = { headers: [vouchedFor()], stampedAt: '20261123T093000Z' }
    await server.append(
      outlookReply({ ...later, uid, to, comment: 'I arrive at ten' }),
      new Date(now.getTime() + 1_800_000),
    )
    await until(`/guests/${guest.id}`, 'I arrive at ten')
    const standing = page.locator('section[aria-labelledby="standing"]')
    expect(await standing.textContent()).toContain(t('answer:status.accepted'))

    const content = venueContent({ name: { en: 'Hall B' } })
    await database.write((tx) => editVenue(tx, event.scope, { venueId, content, now }))
    await page.goto(`${home}/settings`)
    await page.getByRole('button', { name: t('calendar:tell.button', { count: 1 }) }).click()
    await page.getByText(t('calendar:tell.done', { count: 1 })).waitFor()
    while (!majlis.mails.received.some(({ raw }) => /^Subject: Changed/m.test(raw)))
      await page.waitForTimeout(100)
    const mail = await majlis.mails.parsed(
      majlis.mails.received.findIndex(({ raw }) => /^Subject: Changed/m.test(raw)),
    )
    const file = mail.attachments[0]?.content.toString() ?? ''
    expect([
      file.match(/^SEQUENCE:(\d+)/m)?.[1],
      /METHOD:REQUEST/.test(file),
      file.includes('Hall B'),
    ]).toEqual(['1', true, true])

    const [message] = await database.read.select().from(messages).where(eq(messages.kind, 'change'))
    await server.append(
      bounceReport({
        to: 'rsvp@majlis.example',
        recipient: 'ali@guest.example',
        messageId: message?.messageId ?? '',
      }),
    )
    await until(`/guests/${guest.id}`, t('inbox:reason.hard'))

    await server.append(writtenMail({ from: 'sara@far.example', text: 'Mr Ali cannot come after all.' }))
    // Nobody knows the writer: the office gives the letter to the event, and the event to its guest.
    const office = `${majlis.url}/desk/inbox`
    do await page.goto(office)
    while (!(await page.getByRole('link', { name: 'Re: Invitation' }).count()))
    await page.getByRole('link', { name: 'Re: Invitation' }).click()
    await page.getByText('Mr Ali cannot come after all.').waitFor()
    await page.getByRole('button', { name: t('inbox:act.place') }).click()
    await page.getByText(t('inbox:done.placed')).waitFor()
    await page.getByRole('searchbox', { name: t('inbox:act.search') }).fill('ali')
    await page.getByRole('button', { name: t('inbox:act.find') }).click()
    await page.getByRole('button', { name: t('inbox:act.link') }).click()
    await page.getByText(t('inbox:done.linked')).waitFor()
    await page.getByLabel('Partner meeting').selectOption('declined')
    await page.getByRole('button', { name: t('inbox:act.record'), exact: true }).click()
    await page.getByText(t('inbox:done.recorded')).waitFor()
    const [attendance] = await database.read.select().from(attendances)
    expect([attendance?.status, attendance?.answeredVia]).toEqual(['declined', 'mail'])
    await until('', t('outlook:now.title'))
    expect(await page.getByText(t('inbox:toDo', { count: 1 })).count()).toBe(0)
  },
)

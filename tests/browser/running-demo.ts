import { rmSync } from 'node:fs'
import { eq, isNotNull, ne } from 'drizzle-orm'
import { newPasswordLink, sendPasswordLink } from '#app/accounts/password.server.ts'
import { systemEventScope, systemOfficeScope } from '#app/accounts/scope.server.ts'
import { linkToken } from '#app/accounts/token.server.ts'
import { addMember } from '#app/exhibition/team/team.server.ts'
import { copyTemplate, readTemplate, type TemplateScope } from '#app/letters/templates.server.ts'
import { unsubscribeToken } from '#app/mail/unsubscribe.ts'
import type { Reader } from '#db/client.server.ts'
import { event } from '#db/demo/event.server.ts'
import { organiser } from '#db/demo/office.server.ts'
import { type RunningDemo, startDemo } from '#db/demo/start.server.ts'
import { offices, users } from '#db/schema/accounts.server.ts'
import { agendaItems, speakers } from '#db/schema/agenda.server.ts'
import { clearanceForms, clearanceLists } from '#db/schema/clearance.server.ts'
import { organisations, persons } from '#db/schema/directory.server.ts'
import { events, parts } from '#db/schema/events.server.ts'
import { exhibits } from '#db/schema/exhibition.server.ts'
import { attendees, invitations } from '#db/schema/invitations.server.ts'
import { letters } from '#db/schema/letters.server.ts'
import { mailings, messages } from '#db/schema/mail.server.ts'
import { privacyRequests } from '#db/schema/privacy.server.ts'
import { indicators, programmes } from '#db/schema/programmes.server.ts'
import { questions } from '#db/schema/questions.server.ts'
import { aMail } from '#tests/support/accounts.ts'
import type { Ids } from '#tests/support/addresses.ts'
import { anAgendaImport } from '#tests/support/agenda.ts'
import { someFigures } from '#tests/support/displacement.ts'
import { newFolder } from '#tests/support/folder.ts'
import { aWaitingMail } from '#tests/support/inbox.ts'
import { someSheets } from '#tests/support/sheets.ts'
import { visitor } from '#tests/support/visitor.ts'
import { guestList } from './story.ts'

export type Demo = Awaited<ReturnType<typeof aRunningDemo>>

/** The model event, served; its organiser's cookies; and an id for every name in `app/routes.ts`. */
export async function aRunningDemo() {
  const folder = newFolder()
  const settings = {
    DATABASE_URL: `file:${folder}/demo.db`,
    FILES_URL: `file:${folder}/files`,
    LOG_LEVEL: 'silent',
    WORKER: 'off',
  }
  const demo = await startDemo({ port: 0, settings })
  const cookies = await organisersCookies(demo)
  const { read } = demo.context.database
  return {
    url: demo.url,
    cookies,
    ids: {
      ...(await idsIn(read)),
      ...(await mailsIn(demo)),
      ...(await textsFor(demo)),
      import: await anImport(demo, cookies),
      ...(await figuresIn(demo)),
      schedule: await aSchedule(demo),
      token: tokenIn(demo.guestUrl),
      subscriber: await aSubscriber(demo),
    },
    institutionToken: tokenIn(demo.institutionUrl),
    speakerToken: await aSpeakerToken(demo),
    boothToken: await aBoothToken(demo),
    resetToken: await aResetToken(demo),
    exhibitSlug:
      (await read.select().from(exhibits).where(eq(exhibits.state, 'published')).limit(1))[0]?.slug ?? '',
    async stop() {
      await demo.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function organisersCookies(demo: RunningDemo): Promise<string[]> {
  const account = { email: organiser.email, password: demo.password }
  const answer = await visitor(demo).post('/sign-in', account)
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
}

async function aSpeakerToken({ context: { database, env } }: RunningDemo): Promise<string> {
  const [row] = await database.read.select().from(speakers).limit(1)
  return row ? linkToken(env.APP_SECRET, 'speaker', row.id, row.tokenVersion) : 'no-speaker-in-the-demo'
}

async function aBoothToken({ context: { database, env, now } }: RunningDemo): Promise<string> {
  const [row] = await database.read
    .select({ exhibit: exhibits, officeId: events.officeId })
    .from(exhibits)
    .innerJoin(events, eq(events.id, exhibits.eventId))
    .where(eq(exhibits.state, 'published'))
    .limit(1)
  if (!row) return 'no-exhibit-in-the-demo'
  const { id: exhibitId, eventId: id, slug } = row.exhibit
  const scope = systemEventScope({ id, slug, officeId: row.officeId })
  const member = { name: 'Hana Aziz', email: 'hana@ngo.example', language: 'ar' as const }
  const given = { exhibitId, ...member, secret: env.APP_SECRET, now: now() }
  const added = await database.write((tx) => addMember(tx, scope, given))
  return added.ok ? linkToken(env.APP_SECRET, 'booth', added.id, 1) : 'no-member-in-the-demo'
}

/** The demo's dataset, and files that wait to be compared, with places that no code joins. */
async function figuresIn({ context: { database } }: RunningDemo) {
  const [office] = await database.read.select().from(offices).limit(1)
  const scope = systemOfficeScope(office?.id ?? '')
  const { figures, dataset } = await someFigures(database, scope)
  return { figures, dataset, ...(await someSheets(database, scope)) }
}

async function aSchedule({ context }: RunningDemo): Promise<string> {
  const [row] = await context.database.read.select().from(events).where(eq(events.slug, event.slug))
  if (!row) throw new Error('no event in the demo')
  return anAgendaImport(context.database, systemEventScope(row))
}

async function idsIn(read: Reader): Promise<Ids> {
  const [part] = await read.select().from(parts).orderBy(parts.position).limit(1)
  const [person] = await read.select().from(persons).limit(1)
  const [organisation] = await read.select().from(organisations).limit(1)
  const [invitation] = await read
    .select()
    .from(invitations)
    .where(isNotNull(invitations.organisationId))
    .limit(1)
  const [mailing] = await read.select().from(mailings).where(ne(mailings.state, 'sent')).limit(1)
  const [message] = await read.select().from(messages).where(isNotNull(messages.calendar)).limit(1)
  const [item] = await read.select().from(agendaItems).limit(1)
  const [exhibit] = await read.select().from(exhibits).where(eq(exhibits.state, 'published')).limit(1)
  const [form] = await read.select({ id: clearanceForms.attendeeId }).from(clearanceForms).limit(1)
  const [list] = await read.select().from(clearanceLists).limit(1)
  const [letter] = await read.select().from(letters).where(eq(letters.way, 'out')).limit(1)
  const [question] = await read.select().from(questions).where(eq(questions.kind, 'several')).limit(1)
  const [request] = await read
    .select()
    .from(privacyRequests)
    .where(eq(privacyRequests.state, 'open'))
    .limit(1)
  const inEvent = {
    attendee: form,
    list,
    letter,
    question,
    part,
    invitation,
    mailing,
    message,
    item,
    exhibit,
    request,
  }
  const [programme] = await read.select().from(programmes).limit(1)
  const [indicator] = await read.select().from(indicators).limit(1)
  const rows = { ...inEvent, person, organisation, programme, indicator }
  const ids = Object.entries(rows).map(([name, row]) => [name, row?.id ?? `no-${name}-in-the-demo`])
  return { ...Object.fromEntries(ids), event: event.slug, kind: 'invitation', version: '1', pcode: 'IQG15' }
}

/** A calendar's answer that waits at the event, with every fact a page can show, and a report nobody can place. */
async function mailsIn({ context: { database } }: RunningDemo): Promise<Ids> {
  const [guest] = await database.read
    .select({
      attendeeId: attendees.id,
      invitationId: invitations.id,
      eventId: invitations.eventId,
      officeId: events.officeId,
    })
    .from(attendees)
    .innerJoin(invitations, eq(invitations.id, attendees.invitationId))
    .innerJoin(events, eq(events.id, invitations.eventId))
    .where(isNotNull(invitations.personId))
    .limit(1)
  const [part] = await database.read.select().from(parts).orderBy(parts.position).limit(1)
  if (!guest || !part) throw new Error('The demo has no guest')
  // So that the page can offer what it would send somebody for.
  await database.write((tx) =>
    tx.update(invitations).set({ policy: 'substitute' }).where(eq(invitations.id, guest.invitationId)),
  )
  const mail = await aWaitingMail(database, guest, {
    ...{ kind: 'reply', reason: 'unauthenticated', partId: part.id, subject: 'قبول: اجتماع الشركاء' },
    attachments: [{ name: 'letter.pdf', type: 'application/pdf', bytes: 204_800 }],
    reply: {
      ...{
        method: 'COUNTER',
        uid: '',
        participation: 'delegated',
        attendee: 'sara@guest.example',
        sequence: 0,
      },
      ...{ comment: 'I arrive at ten', stampedAt: null, startsAt: '2026-12-14T07:00:00.000Z', endsAt: null },
      delegatedTo: 'ali@guest.example',
    },
  })
  await aWaitingMail(database, guest, { subject: 'Re: Invitation' })
  await aWaitingMail(database, guest, {
    kind: 'bounce',
    state: 'recorded',
    reason: 'hard',
    subject: 'Undelivered',
  })
  const unplaced = await aWaitingMail(
    database,
    { officeId: guest.officeId },
    {
      ...{ kind: 'bounce', reason: 'unproven', subject: 'Mail delivery failed' },
      report: {
        recipient: 'nobody@far.example',
        severity: 'hard',
        status: '5.1.1',
        diagnostic: '550 no such user',
      },
    },
  )
  return { mail, unplaced }
}

/** Texts of letters that the office and the event have written themselves, which the demo has none of. */
async function textsFor({ context: { database } }: RunningDemo) {
  const [row] = await database.read.select().from(events).where(eq(events.slug, event.slug))
  if (!row) throw new Error('The demo has no event')
  const make = async (scope: TemplateScope) => {
    const from = await readTemplate(database.read, scope, { id: 'formal', language: 'en' })
    const copied = from && (await database.write((tx) => copyTemplate(tx, scope, { from, now: new Date() })))
    return copied?.ok ? copied.id : ''
  }
  return {
    template: await make(systemEventScope(row)),
    letterTemplate: await make(systemOfficeScope(row.officeId)),
  }
}

async function anImport(demo: RunningDemo, cookies: string[]): Promise<string> {
  const { name, buffer, mimeType } = guestList()
  const body = new FormData()
  body.set('file', new File([new Uint8Array(buffer)], name, { type: mimeType }))
  const headers = { Origin: demo.url, Cookie: cookies.join('; ') }
  const answer = await fetch(`${demo.url}/desk/imports`, {
    method: 'POST',
    body,
    headers,
    redirect: 'manual',
  })
  return answer.headers.get('Location')?.split('/').at(-1) ?? ''
}

async function aResetToken({ context: { database } }: RunningDemo): Promise<string> {
  const now = new Date()
  const [office] = await database.read.select().from(offices).limit(1)
  const [user] = await database.read.select().from(users).where(eq(users.email, organiser.email)).limit(1)
  const link = newPasswordLink('reset', now)
  const mail = aMail(office?.id ?? '', organiser.email)
  await database.write((tx) => sendPasswordLink(tx, { userId: user?.id ?? '', link, mail, now }))
  return link.token
}

async function aSubscriber({ context: { database, env } }: RunningDemo): Promise<string> {
  const [office] = await database.read.select().from(offices).limit(1)
  return unsubscribeToken(env.APP_SECRET, { officeId: office?.id ?? '', address: 'guest@guest.example' })
}

function tokenIn(url: string | null): string {
  return url?.split('/').at(-1) ?? ''
}

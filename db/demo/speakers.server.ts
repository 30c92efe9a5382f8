import { eq } from 'drizzle-orm'
import type { EventScope } from '../../app/accounts/scope.server.ts'
import { findSpeakerByToken } from '../../app/accounts/speaker-scope.server.ts'
import { linkToken } from '../../app/accounts/token.server.ts'
import { addOutcome } from '../../app/agenda/outcomes.server.ts'
import { addPaper } from '../../app/agenda/papers.server.ts'
import { describeYourself } from '../../app/agenda/presenting.server.ts'
import { type ListedSpeaker, readSpeakers } from '../../app/agenda/speakers.server.ts'
import { submitSpeakerRequests } from '../../app/answers/ask-speakers.server.ts'
import { setSignUps } from '../../app/answers/sign-ups.server.ts'
import { submitSpeakerAnswer } from '../../app/answers/speaking.server.ts'
import type { Stores } from '../../app/files/unused.server.ts'
import type { Localized } from '../../app/i18n/languages.ts'
import type { Site } from '../../app/invitations/token.server.ts'
import { agendaItems } from '../schema/agenda.server.ts'
import { attendances, attendees } from '../schema/invitations.server.ts'
import type { DemoDays } from './days.server.ts'
import { granted } from './granted.server.ts'
import { deliverAll } from './post.server.ts'

type Given = { scope: EventScope; site: Site; days: DemoDays }

const biography: Localized = {
  en: 'Works with displaced families and their hosts since 2014.',
  fr: 'Travaille avec les familles déplacées et leurs hôtes depuis 2014.',
  ar: 'تعمل مع الأسر النازحة والمضيفة منذ عام ٢٠١٤.',
  ckb: 'لە ساڵی ٢٠١٤ەوە لەگەڵ خێزانە ئاوارە و میوانگرەکان کار دەکات.',
}

/** Speakers in every state, two papers, one item to sign up for, and what came out of another. */
export async function buildSpeakers(stores: Stores, { scope, site, days }: Given): Promise<void> {
  const { database } = stores
  const people = await readSpeakers(database.read, scope.eventId)
  const seated = await database.read
    .select({ id: attendances.attendeeId })
    .from(attendances)
    .where(eq(attendances.status, 'accepted'))
  const coming = new Set(seated.map(({ id }) => id))
  // Who comes anyway confirms, so that nobody's answer is made up here.
  const guests = await comingAmong(stores, people, coming)
  const [first, second, third] = guests
  const others = people.filter((one) => !guests.includes(one)).slice(0, 1)
  const asked = [first, second, third, ...others].flatMap((one) => one ?? [])
  const roleIds = asked.flatMap(({ roles }) => roles[0]?.id ?? [])
  const now = days.ago(9, '10:20')
  await submitSpeakerRequests(database, scope, { kind: 'ask', roleIds, word: {}, site, now })
  // They have it before they answer: what is still unsent then is withdrawn.
  await deliverAll(database, { at: days.ago(9, '10:25') })
  if (first) await answer(stores, { scope, site, days }, first, 'confirmed')
  if (second) await answer(stores, { scope, site, days }, second, 'declined')
  await addPapers(stores, { scope, site, days })
}

async function comingAmong(
  { database }: Stores,
  people: readonly ListedSpeaker[],
  coming: ReadonlySet<string>,
): Promise<ListedSpeaker[]> {
  const rows = await database.read.select({ id: attendees.id, personId: attendees.personId }).from(attendees)
  const persons = new Set(rows.flatMap(({ id, personId }) => (personId && coming.has(id) ? personId : [])))
  return people.filter(({ personId }) => personId !== null && persons.has(personId))
}

async function answer(
  { database }: Stores,
  { scope, site, days }: Given,
  { key }: ListedSpeaker,
  reply: 'confirmed' | 'declined',
): Promise<void> {
  const people = await readSpeakers(database.read, scope.eventId)
  const person = people.find((one) => one.key === key)
  if (!person?.speaker) return
  const { id, tokenVersion } = person.speaker
  const own = await findSpeakerByToken(database.read, linkToken(site.secret, 'speaker', id, tokenVersion))
  if (!own) return
  const now = days.ago(7, '15:45')
  const reason = reply === 'declined' ? 'On mission that day; my deputy could speak instead.' : ''
  const replies = person.roles.map((role) => ({ roleId: role.id, reply, reason, contribution: {} }))
  granted(await submitSpeakerAnswer(database, own, { replies, site, now }))
  if (reply === 'confirmed') await database.write((tx) => describeYourself(tx, own, { biography, now }))
}

/** The least that is a PDF: the demo brings no writings of its own. */
const emptyPdf = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)

const concept: Localized = {
  en: 'Concept note',
  fr: 'Note de cadrage',
  ar: 'مذكرة مفاهيمية',
  ckb: 'تێبینیی بیرۆکە',
}

async function addPapers(stores: Stores, { scope, days }: Given): Promise<void> {
  const { database } = stores
  const items = await database.read
    .select()
    .from(agendaItems)
    .where(eq(agendaItems.eventId, scope.eventId))
    .orderBy(agendaItems.startsAt)
  const session = items.find(({ kind }) => kind === 'session')
  const discussion = items.findLast(({ kind }) => kind === 'discussion')
  const now = days.ago(6, '11:10')
  const file = { bytes: emptyPdf, name: 'concept-note.pdf' }
  if (session) {
    const paper = { itemId: session.id, file, now }
    const common = { kind: 'concept_note', title: concept } as const
    await addPaper(stores, scope, {
      ...{ ...paper, language: 'en', content: { ...common, audience: 'public' } },
    })
    await addPaper(stores, scope, {
      ...{ ...paper, language: 'ar', content: { ...common, kind: 'agenda', audience: 'invited' } },
    })
    const decision = {
      ...{ kind: 'decision' as const, ownerId: null, ownerName: {}, dueOn: null, state: 'open' as const },
      text: { en: 'Figures are shared with governorates after each round.' },
    }
    await database.write((tx) => addOutcome(tx, scope, { itemId: session.id, content: decision, now }))
  }
  if (discussion)
    granted(
      await database.write((tx) =>
        setSignUps(tx, scope, { itemId: discussion.id, takesSignUps: true, seats: 20, now }),
      ),
    )
}

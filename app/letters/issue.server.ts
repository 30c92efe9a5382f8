import { and, eq, isNull } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { fold } from '#app/directory/fold.ts'
import { type EventFacts, readEventFacts } from '#app/events/facts.server.ts'
import type { Language, Localized } from '#app/i18n/languages.ts'
import { type Recipient, readRecipient, readRecipients } from '#app/invitations/audience.server.ts'
import type { Audience } from '#app/invitations/audience.ts'
import { chunked } from '#app/invitations/inviting.server.ts'
import { readInvitationOrder } from '#app/participants/invitation-order.server.ts'
import { makePause } from '#app/uploads/pause.server.ts'
import { audit } from '#db/audit.server.ts'
import type { Database, Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { type OrganisationKind, organisations } from '#db/schema/directory.server.ts'
import { attendees, invitations } from '#db/schema/invitations.server.ts'
import { type LetterLayout, letters } from '#db/schema/letters.server.ts'
import { type ComposedLetter, composeLetter, type LetterReader, type LetterRefusal } from './compose.ts'
import { readLetterhead, readSignatories } from './letterhead.server.ts'
import { drawNumbers } from './number.server.ts'

import { writeReference } from './rules.ts'
import { readTemplate, type Template } from './templates.server.ts'

/** How letters of one batch are to be. */
export type LetterTerms = {
  templateId: string
  layout: LetterLayout
  /** Empty: each guest's own. */
  language: Language | null
  /** The other language of a letter in two. */
  second: Language | null
  signatoryId: string | null
  /** `YYYY-MM-DD`. */
  datedOn: string
  hasCode: boolean
}
/** Guests by the filter of mailings, or one of them. `isFirst` leaves out whoever has a letter already. */
export type LetterAudience = { audience: Audience; invitationId: string | null; isFirst: boolean }

type Issuing = LetterAudience & {
  terms: LetterTerms
  batchId: string
  /** How many letters whoever asks for them was told of; null when nobody was. */
  expected: number | null
  now: Date
}
export type IssueRefusal = 'noTemplate' | 'noSigner' | 'nobody' | 'recounted' | LetterRefusal['reason']
export type Issued =
  | { ok: true; batchId: string; count: number }
  | { ok: false; reason: IssueRefusal; field?: string }

/** Everything a letter to some guest is made of; null when the template or the signatory is not there. */
export async function readWriting(read: Reader, scope: EventScope, terms: LetterTerms) {
  const [facts, style, signers, template] = await Promise.all([
    readEventFacts(read, scope.eventId),
    readLetterhead(read, scope),
    readSignatories(read, scope),
    readTemplate(read, scope, { id: terms.templateId, language: 'en' }),
  ])
  const signer = signers.find(({ id }) => id === terms.signatoryId) ?? null
  return { facts, style, template, signer }
}

/** Writes a letter for one guest as `terms` say. */
export function writeLetter(
  {
    facts,
    style,
    signer,
  }: Pick<Awaited<ReturnType<typeof readWriting>>, 'style' | 'signer'> & { facts: EventFacts },
  template: Pick<Template, 'kind' | 'subject' | 'body'>,
  { terms, reader }: { terms: LetterTerms; reader: LetterReader },
): ComposedLetter | LetterRefusal {
  const { layout, datedOn, hasCode } = terms
  return composeLetter({
    ...{ event: facts, style, words: template, reader, layout, datedOn, hasCode },
    languages: languagesFor(terms, reader.language),
    // A note verbale bears no name.
    signer: template.kind === 'verbale' ? null : signer,
  })
}

function languagesFor({ layout, language, second }: LetterTerms, own: Language): Language[] {
  const first = language ?? own
  return layout === 'single' || !second || second === first ? [first] : [first, second]
}

/** Whom letters would go to, in the order of precedence: so they are numbered and printed. */
export async function readReaders(read: Reader, scope: EventScope, given: LetterAudience) {
  const { audience, invitationId, isFirst } = given
  const found = invitationId
    ? [await readRecipient(read, scope, { invitationId })].filter((one) => one !== null)
    : await readRecipients(read, scope, { id: '', kind: 'invitation', audience })
  const written = isFirst && !invitationId ? await readWritten(read, scope) : new Set()
  const order = found.length > 1 ? await readInvitationOrder(read, scope) : new Map<string, string>()
  const keyOf = ({ invitationId }: (typeof found)[number]) => order.get(invitationId ?? '') ?? ''
  return found
    .filter((one) => !written.has(one.invitationId))
    .sort((a, b) => Number(keyOf(a) > keyOf(b)) - Number(keyOf(a) < keyOf(b)))
}

async function readWritten(read: Reader, { eventId }: EventScope): Promise<Set<string | null>> {
  const rows = await read
    .select({ id: letters.invitationId })
    .from(letters)
    .where(and(eq(letters.eventId, eventId), eq(letters.way, 'out'), isNull(letters.voidedAt)))
  return new Set(rows.map(({ id }) => id))
}

/** The kind of each guest's institution, by invitation. */
export async function readKinds(
  read: Reader,
  { eventId }: EventScope,
): Promise<Map<string, OrganisationKind | null>> {
  const ofPerson = and(eq(attendees.invitationId, invitations.id), eq(attendees.source, 'invitation'))
  const [institutions, persons] = await Promise.all([
    read
      .select({ id: invitations.id, kind: organisations.kind })
      .from(invitations)
      .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
      .where(eq(invitations.eventId, eventId)),
    read
      .select({ id: invitations.id, kind: organisations.kind })
      .from(invitations)
      .innerJoin(attendees, ofPerson)
      .innerJoin(organisations, eq(organisations.id, attendees.organisationId))
      .where(eq(invitations.eventId, eventId)),
  ])
  return new Map([...institutions, ...persons].map(({ id, kind }) => [id, kind]))
}

/**
 * Writes a letter to every guest of the audience and enters them in the register, all under numbers that follow each
 * other, or none at all. The same `batchId` again makes nothing. Refused: an event without such guests (`nobody`), more
 * or fewer than `expected` (`recounted`), a template or signatory that is not there, a text that cannot be merged.
 */
export async function issueLetters(database: Database, scope: EventScope, issuing: Issuing): Promise<Issued> {
  const { terms, batchId, expected } = issuing
  const done = await countBatch(database.read, scope, batchId)
  if (done) return { ok: true, batchId, count: done }
  const writing = await readWriting(database.read, scope, terms)
  const { template } = writing
  if (!template) return { ok: false, reason: 'noTemplate' }
  if (!writing.signer && template.kind !== 'verbale') return { ok: false, reason: 'noSigner' }
  const [readers, kinds] = await Promise.all([
    readReaders(database.read, scope, issuing),
    readKinds(database.read, scope),
  ])
  if (!readers.length) return { ok: false, reason: 'nobody' }
  if (expected !== null && expected !== readers.length) return { ok: false, reason: 'recounted' }
  const written: Written[] = []
  const pause = makePause()
  for (const recipient of readers) {
    const reader = { ...recipient, organisationKind: kinds.get(recipient.invitationId) ?? null }
    const letter = writeLetter(writing, template, { terms, reader })
    if (!letter.ok) return letter
    written.push({ recipient, letter })
    await pause()
  }
  return database.write((tx) =>
    enter(tx, scope, { ...issuing, written, pattern: writing.style.numberPattern }),
  )
}

type Written = { recipient: Recipient; letter: ComposedLetter }
type Entering = Issuing & { written: readonly Written[]; pattern: string }

async function enter(tx: Tx, scope: EventScope, entering: Entering): Promise<Issued> {
  const { officeId, eventId, actor } = scope
  const { batchId, written, terms, now } = entering
  const year = Number(terms.datedOn.slice(0, 4))
  const first = await drawNumbers(tx, { officeId, way: 'out', year, count: written.length })
  // The counter is held now, so that the same form sent twice at once meets its first copy here.
  const done = await countBatch(tx, scope, batchId)
  if (done) {
    await drawNumbers(tx, { officeId, way: 'out', year, count: -written.length })
    return { ok: true, batchId, count: done }
  }
  const rows = written.map((one, index) => rowOf(scope, entering, { ...one, number: first + index }))
  for (const some of chunked(rows, 25)) await tx.insert(letters).values(some)
  const after = { batchId, first, count: rows.length, terms }
  await audit(tx, actor, { officeId, eventId, action: 'letter.issue', subjectId: batchId, after, now })
  return { ok: true, batchId, count: rows.length }
}

function rowOf(
  { officeId, eventId, actor }: EventScope,
  { terms, pattern, batchId, now }: Entering,
  { recipient, letter, number }: Written & { number: number },
): typeof letters.$inferInsert {
  const year = Number(terms.datedOn.slice(0, 4))
  const reference = writeReference(pattern, { year, number })
  const { snapshot, subject, correspondent } = letter
  return {
    ...{ id: newId(), officeId, eventId, way: 'out', year, number, reference, batchId, snapshot, subject },
    ...{ datedOn: terms.datedOn, invitationId: recipient.invitationId, correspondent },
    searchKey: letterKey({ reference, correspondent, subject, also: recipient.organisationName }),
    createdBy: actor.kind === 'user' ? actor.id : null,
    createdAt: now,
  }
}

/** What the register's search reads. */
export function letterKey({
  reference,
  theirReference = '',
  correspondent,
  subject,
  also = {},
}: {
  reference: string
  theirReference?: string
  correspondent: Localized
  subject: Localized
  also?: Localized
}): string {
  const texts = [correspondent, also, subject].flatMap((text) => Object.values(text))
  return fold([reference, theirReference, ...texts].join(' '))
}

async function countBatch(read: Reader, { eventId }: EventScope, batchId: string): Promise<number> {
  return read.$count(letters, and(eq(letters.batchId, batchId), eq(letters.eventId, eventId)))
}

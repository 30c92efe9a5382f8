import type { EventScope, OfficeScope } from '#app/accounts/scope.server.ts'
import { renderDrawing, renderPdf } from '#app/documents/pdf.server.ts'
import { type EventFacts, readEventFacts } from '#app/events/facts.server.ts'
import type { Stores } from '#app/files/unused.server.ts'
import { type Language, languages } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import type { LetterEvent } from '#app/invitations/letter.ts'
import { readPreviewGuest } from '#app/invitations/preview.server.ts'
import { answerUrl, delegationUrl } from '#app/invitations/token.server.ts'
import type { LetterLayout } from '#db/schema/letters.server.ts'
import { composeLetter, type LetterReader, type LetterWords } from './compose.ts'
import { readKinds } from './issue.server.ts'
import { readLetterhead, readSignatories } from './letterhead.server.ts'
import { letterDocument } from './paper.ts'
import { readPictures } from './print.server.ts'
import { writeReference } from './rules.ts'

/** Where the code in a preview leads: to no guest at all, since whoever holds a real one can answer. */
const nobodysToken = 'example'

export type Previewed = {
  words: LetterWords
  layout: LetterLayout
  language: Language | null
  second: Language | null
  signatoryId: string | null
  hasCode: boolean
  /** An invitation's id, or `sample:ar` and `sample:ar:institution`. */
  guest: string
}
type Where = { stores: Stores; appUrl: string; now: Date }

/**
 * The letter as it would be on paper, as a drawing or PDF. It draws no number and its code leads nowhere. An event's for
 * one of its guests; the office's for a guest and an event that are made up.
 */
export async function previewLetter(
  { stores, appUrl, now }: Where,
  scope: EventScope | OfficeScope,
  { words, layout, language, second, signatoryId, guest, hasCode }: Previewed,
) {
  const { read } = stores.database
  const facts = 'eventId' in scope ? await readEventFacts(read, scope.eventId) : null
  const [style, signers] = await Promise.all([readLetterhead(read, scope), readSignatories(read, scope)])
  const reader =
    facts && 'eventId' in scope ? await readGuest(stores, scope, { facts, guest }) : sampleReader(guest)
  const first = language ?? reader.language
  const written = languages.filter((one) => words.subject[one]?.trim() && words.body[one]?.trim())
  const wanted = layout === 'single' || !second || second === first ? [first] : [first, second]
  const chosen = wanted.filter((one) => written.includes(one))
  const day = now.toISOString().slice(0, 10)
  const composed = composeLetter({
    ...{ event: facts ?? sampleEvent(style.name, now), style, words, reader, layout, datedOn: day, hasCode },
    languages: chosen.length ? chosen : written,
    signer:
      words.kind === 'verbale' ? null : (signers.find(({ id }) => id === signatoryId) ?? signers[0] ?? null),
  })
  if (!composed.ok) return composed
  const reference = writeReference(style.numberPattern, { year: Number(day.slice(0, 4)), number: 1 })
  const link = reader.person ? answerUrl(appUrl, nobodysToken) : delegationUrl(appUrl, nobodysToken)
  const pictures = await readPictures({ stores, scope }, [composed.snapshot])
  const set = { snapshot: composed.snapshot, reference, isVoid: false, link }
  const document = letterDocument([set], pictures)
  return {
    ok: true as const,
    drawing: () => renderDrawing(document),
    pdf: () => renderPdf(document),
  }
}

async function readGuest(
  { database }: Stores,
  scope: EventScope,
  { facts, guest }: { facts: EventFacts; guest: string },
): Promise<LetterReader> {
  const found = await readPreviewGuest(database.read, scope, facts, guest)
  const kinds = guest.startsWith('sample:') ? null : await readKinds(database.read, scope)
  return { ...found, organisationKind: kinds?.get(guest) ?? null }
}

function sampleReader(guest: string): LetterReader {
  const [, wanted, side] = guest.split(':')
  const language = languages.find((one) => one === wanted) ?? 'en'
  const text = (key: 'name' | 'honorific' | 'position' | 'organisation') =>
    Object.fromEntries(languages.map((one) => [one, translator(one)(`invitations:sample.${key}`)]))
  const person = {
    names: { latin: { full: text('name').en ?? '' }, arabic: { full: text('name').ar ?? '' } },
    honorific: text('honorific'),
    position: text('position'),
  }
  return {
    ...{ language, organisationName: text('organisation'), organisationKind: 'ministry', seats: 2 },
    person: side === 'institution' ? null : person,
    partIds: ['sample'],
  }
}

const month = 30 * 24 * 60 * 60 * 1000

function sampleEvent(name: LetterEvent['name'], now: Date): LetterEvent {
  const inEach = (key: 'event' | 'place') =>
    Object.fromEntries(languages.map((one) => [one, translator(one)(`letters:sample.${key}`)]))
  const startsAt = new Date(now.getTime() + month)
  return {
    name: inEach('event'),
    zone: 'Asia/Baghdad',
    office: { name },
    contact: { name: '', email: '', phone: '' },
    cancellationNote: {},
    parts: [
      {
        ...{ id: 'sample', name: inEach('event'), audience: 'invited', startsAt },
        endsAt: new Date(startsAt.getTime() + month / 90),
        answerBy: new Date(now.getTime() + month / 2),
        venue: { name: inEach('place'), address: {} },
      },
    ],
  }
}

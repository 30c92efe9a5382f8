import { and, asc, eq, inArray } from 'drizzle-orm'
import { Zip, ZipPassThrough } from 'fflate'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { renderPdf, startPdfMaker } from '#app/documents/pdf.server.ts'
import { readBytes } from '#app/files/document.server.ts'
import { asciiName } from '#app/files/document.ts'
import type { Stores } from '#app/files/unused.server.ts'
import { localize } from '#app/i18n/languages.ts'
import { breathe } from '#app/invitations/inviting.server.ts'
import { answerLink, type Site } from '#app/invitations/token.server.ts'
import { checked } from '#db/checked.server.ts'
import { invitations } from '#db/schema/invitations.server.ts'
import { type LetterSnapshot, letters } from '#db/schema/letters.server.ts'
import { findPictures } from './letterhead.server.ts'
import { type LetterPictures, type LetterToSet, letterDocument } from './paper.ts'
import { type RegisterFilter, readAllLetters } from './register.server.ts'

export type Print = { stores: Stores; scope: EventScope; site: Site }

/** Those letters as one PDF, in this order; null when none of them is a letter of this event that went out. */
export async function printLetters(print: Print, ids: readonly string[]): Promise<Uint8Array | null> {
  const set = await readToSet(print, ids)
  if (!set.length) return null
  const pictures = await readPictures(
    print,
    set.map(({ snapshot }) => snapshot),
  )
  return renderPdf(letterDocument(set, pictures))
}

/** `IOM-IQ-2026-014-ministry-of-migration.pdf`: what a letter's file is called. */
export function letterFileName({ reference, correspondent }: NamedLetter): string {
  const latin = asciiName(localize(correspondent, 'en')).toLowerCase().slice(0, 60)
  return `${[asciiName(reference), latin.replace(/-+$/, '')].filter(Boolean).join('-')}.pdf`
}
type NamedLetter = Pick<typeof letters.$inferSelect, 'reference' | 'correspondent'>

/** How many letters are fetched and set at a time: enough to keep the thread busy, little in memory. */
const atOnce = 50

/**
 * The letters that went out and that the filter finds, each as a PDF of its own in one ZIP, made while it is read: what
 * nobody takes any more is made no further.
 */
export function zipLetters(print: Print, filter: RegisterFilter): ReadableStream<Uint8Array> {
  const files = makeFiles(print, filter)
  const ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  return new ReadableStream(
    {
      async pull(controller) {
        while (!ready.length) {
          const next = await files.next()
          if (next.done) {
            zip.end()
            for (const chunk of ready.splice(0)) controller.enqueue(chunk)
            controller.close()
            return
          }
          // A PDF is packed already: packing it again takes time and saves nothing.
          const entry = new ZipPassThrough(next.value.name)
          zip.add(entry)
          entry.push(next.value.pdf, true)
        }
        for (const chunk of ready.splice(0)) controller.enqueue(chunk)
      },
      async cancel() {
        await files.return(undefined)
      },
    },
    { highWaterMark: 4 },
  )
}

async function* makeFiles(print: Print, filter: RegisterFilter) {
  // Two threads: setting a page is all that this takes time for.
  const makers = [startPdfMaker(), startPdfMaker()] as const
  const make = (letter: LetterToSet, pictures: LetterPictures, index: number) =>
    makers[index % 2 ? 1 : 0].make(letterDocument([letter], pictures))
  try {
    const names = new Set<string>()
    for await (const some of toPrint(print, filter, atOnce)) {
      const set = await readToSet(print, some)
      const pictures = await readPictures(
        print,
        set.map(({ snapshot }) => snapshot),
      )
      const made: { letter: ReadToSet; pdf: Promise<Uint8Array> }[] = []
      for (const [index, letter] of set.entries()) {
        // A letter with its code is a millisecond's work before a thread has it.
        if (index % 5 === 0) await breathe()
        const pdf = make(letter, pictures, index)
        // One that fails is met below; until then nobody listens to those after it.
        pdf.catch(() => undefined)
        made.push({ letter, pdf })
      }
      for (const { letter, pdf } of made) {
        const name = unusedName(letterFileName(letter), names)
        yield { name, pdf: await pdf }
      }
    }
  } finally {
    await Promise.all(makers.map((maker) => maker.close()))
  }
}

/** Two references may differ in nothing but signs that file names do not have. */
function unusedName(name: string, used: Set<string>): string {
  let free = name
  for (let copy = 2; used.has(free); copy++) free = name.replace(/\.pdf$/, `-${copy}.pdf`)
  used.add(free)
  return free
}

/** The letters that went out and that the filter finds, `size` ids at a time, in the order of their numbers. */
export async function* toPrint(
  { stores, scope }: Print,
  filter: RegisterFilter,
  size: number,
): AsyncGenerator<string[]> {
  let some: string[] = []
  for await (const { id, way } of readAllLetters(stores.database.read, scope, filter)) {
    if (way === 'out') some.push(id)
    if (some.length < size) continue
    yield some
    some = []
  }
  if (some.length) yield some
}

type ReadToSet = LetterToSet & NamedLetter & { id: string }

/** What these letters say and where their codes lead today; what came in is left out. */
export async function readToSet(
  { stores, scope, site }: Print,
  ids: readonly string[],
): Promise<ReadToSet[]> {
  const rows = await stores.database.read
    .select({
      letter: letters,
      version: invitations.tokenVersion,
      state: invitations.state,
      organisationId: invitations.organisationId,
    })
    .from(letters)
    .leftJoin(invitations, eq(invitations.id, letters.invitationId))
    .where(and(checked(eq(letters.eventId, scope.eventId)), inArray(letters.id, [...ids])))
    .orderBy(asc(letters.year), asc(letters.number))
  return rows.flatMap(({ letter, version, state, organisationId }) => {
    const { id: letterId, invitationId: id, snapshot, reference, correspondent, voidedAt } = letter
    if (!snapshot) return []
    const isLive = id && version !== null && state !== 'revoked'
    const link = isLive ? answerLink(site, { id, tokenVersion: version, organisationId }) : null
    return { id: letterId, snapshot, reference, correspondent, isVoid: voidedAt !== null, link }
  })
}

const extensions: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg' }

/** The pictures of these letters, each fetched once. */
export async function readPictures(
  { stores, scope }: { stores: Stores; scope: Pick<EventScope, 'officeId'> },
  snapshots: readonly Pick<LetterSnapshot, 'logoId' | 'signatureId'>[],
): Promise<LetterPictures> {
  const ids = [...new Set(snapshots.flatMap(({ logoId, signatureId }) => [logoId, signatureId]))]
  const wanted = ids.filter((id) => id !== null)
  const rows = wanted.length ? await findPictures(stores.database.read, scope, wanted) : []
  const found = await Promise.all(
    rows.map(async (row) => {
      const bytes = await readBytes(stores.files, row)
      return bytes ? ([row.id, { bytes, extension: extensions[row.mediaType] ?? 'png' }] as const) : null
    }),
  )
  return new Map(found.filter((one) => one !== null))
}

import { and, asc, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { type PdfMaker, startPdfMaker } from '#app/documents/pdf.server.ts'
import { type KeptDocument, keepDocuments } from '#app/files/document.server.ts'
import { documentKinds } from '#app/files/document.ts'
import type { Stores } from '#app/files/unused.server.ts'
import { type Enclose, mayGo } from '#app/invitations/enclosing.server.ts'
import { chunked } from '#app/invitations/inviting.server.ts'
import type { Site } from '#app/invitations/token.server.ts'
import { largestEnclosure } from '#app/mail/enclosures.ts'
import type { Reader } from '#db/client.server.ts'
import { documents } from '#db/schema/documents.server.ts'
import { invitations } from '#db/schema/invitations.server.ts'
import { letterPapers, letters } from '#db/schema/letters.server.ts'
import type { Enclosing, Enclosure } from '#db/schema/mail.server.ts'
import { letterDocument } from './paper.ts'
import { letterFileName, type Print, readPictures, readToSet } from './print.server.ts'

const paperFiles = alias(documents, 'paper_files')

/** How many letters are set and kept at a time; no more are in memory. */
const atOnce = 20

/**
 * What of the register goes with mails: the signed scan as it is, or a PDF that is set once for each link and kept. A
 * mailing that is discarded and prepared again finds the same files.
 */
export function encloseLetters({ stores, site }: { stores: Stores; site: Site }): Enclose {
  return async (scope, { enclosing, invitationIds, now }) => {
    const found = new Map<string, Enclosure>()
    const [toSet, scans]: [Chosen[], { letterId: string; documentId: string }[]] = [[], []]
    for (const some of chunked(invitationIds))
      for (const letter of await chooseLetters(stores.database.read, scope, enclosing, some)) {
        const scan = scanOf(letter, enclosing)
        const file = scan ?? letter.paper
        if (scan) scans.push({ letterId: letter.letterId, documentId: scan.id })
        if (file) found.set(letter.invitationId, enclosureOf(letter, file))
        else toSet.push(letter)
      }
    await keepScans(stores, scans, now)
    for await (const [invitationId, enclosure] of setLetters({ stores, scope, site }, toSet, now))
      found.set(invitationId, enclosure)
    return found
  }
}

type Chosen = Awaited<ReturnType<typeof readCandidates>>[number] & { invitationId: string }

/** Of each invitation the latest letter that may go. */
async function chooseLetters(
  read: Reader,
  scope: EventScope,
  enclosing: Enclosing,
  invitationIds: readonly string[],
): Promise<Chosen[]> {
  const rows = await readCandidates(read, scope, enclosing, invitationIds)
  const latest = new Map<string, Chosen>()
  for (const row of rows) {
    const { invitationId } = row
    if (invitationId) latest.set(invitationId, { ...row, invitationId })
  }
  return [...latest.values()]
}

function readCandidates(
  read: Reader,
  scope: EventScope,
  enclosing: Enclosing,
  invitationIds: readonly string[],
) {
  return read
    .select({
      letterId: letters.id,
      invitationId: letters.invitationId,
      reference: letters.reference,
      correspondent: letters.correspondent,
      linkVersion: invitations.tokenVersion,
      scan: documents,
      paper: paperFiles,
    })
    .from(letters)
    .innerJoin(invitations, eq(invitations.id, letters.invitationId))
    .leftJoin(documents, eq(documents.id, letters.scanId))
    .leftJoin(
      letterPapers,
      and(eq(letterPapers.letterId, letters.id), eq(letterPapers.linkVersion, invitations.tokenVersion)),
    )
    .leftJoin(paperFiles, eq(paperFiles.id, letterPapers.documentId))
    .where(and(mayGo(scope, enclosing), inArray(letters.invitationId, [...invitationIds])))
    .orderBy(asc(letters.year), asc(letters.number))
}

function scanOf({ scan }: Chosen, { form }: Enclosing): KeptDocument | null {
  const isFit = scan && scan.bytes > 0 && scan.bytes <= largestEnclosure
  return form !== 'issued' && isFit ? scan : null
}

function enclosureOf(letter: Chosen, { id, key, mediaType, bytes }: KeptDocument): Enclosure {
  const extension = documentKinds.find((kind) => kind.mediaType === mediaType)?.extension ?? 'bin'
  const name = letterFileName(letter).replace(/\.pdf$/, `.${extension}`)
  return { documentId: id, key, name, mediaType, bytes, linkVersion: letter.linkVersion }
}

/** A scan that went with a mail stays, also when a better one takes its place beside the letter. */
async function keepScans(
  { database }: Stores,
  scans: readonly { letterId: string; documentId: string }[],
  now: Date,
): Promise<void> {
  if (!scans.length) return
  await database.write(async (tx) => {
    for (const some of chunked(scans))
      await tx
        .insert(letterPapers)
        .values(some.map((scan) => ({ ...scan, linkVersion: null, createdAt: now })))
        .onConflictDoNothing()
  })
}

async function* setLetters(
  print: Print,
  chosen: readonly Chosen[],
  now: Date,
): AsyncGenerator<[string, Enclosure]> {
  if (!chosen.length) return
  const makers = [startPdfMaker(), startPdfMaker()]
  try {
    for (const some of chunked(chosen, atOnce)) {
      const files = await keepPapers(print, { some, pdfs: await setSome(print, some, makers), now })
      for (const [index, letter] of some.entries()) {
        const file = files[index]
        if (file) yield [letter.invitationId, enclosureOf(letter, file)]
      }
    }
  } finally {
    await Promise.all(makers.map((maker) => maker.close()))
  }
}

async function setSome(
  print: Print,
  some: readonly Chosen[],
  makers: readonly PdfMaker[],
): Promise<Uint8Array[]> {
  const ids = some.map(({ letterId }) => letterId)
  const set = new Map((await readToSet(print, ids)).map((letter) => [letter.id, letter]))
  const pictures = await readPictures(
    print,
    [...set.values()].map(({ snapshot }) => snapshot),
  )
  return Promise.all(
    ids.map((id, index) => {
      const letter = set.get(id)
      const maker = makers[index % makers.length]
      if (!letter || !maker) throw new Error(`No letter ${id}`)
      return maker.make(letterDocument([letter], pictures))
    }),
  )
}

type Kept = { some: readonly Chosen[]; pdfs: readonly Uint8Array[]; now: Date }

async function keepPapers({ stores, scope }: Print, { some, pdfs, now }: Kept): Promise<KeptDocument[]> {
  const files = some.map((letter, index) => ({
    name: letterFileName(letter),
    bytes: pdfs[index] ?? new Uint8Array(),
    mediaType: 'application/pdf',
  }))
  const kept = await keepDocuments(stores, scope, { files, now }, async (tx, documents) => {
    await tx.insert(letterPapers).values(
      documents.map(({ id }, index) => ({
        documentId: id,
        letterId: some[index]?.letterId ?? '',
        linkVersion: some[index]?.linkVersion ?? null,
        createdAt: now,
      })),
    )
    return { ok: true, documents } as const
  })
  return kept.documents
}

/** Whether a document is a letter of ours as it went with a mail. */
export async function isPaper(read: Reader, documentId: string): Promise<boolean> {
  return (await read.$count(letterPapers, eq(letterPapers.documentId, documentId))) > 0
}

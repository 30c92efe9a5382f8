import { mergePdfs } from '#app/documents/merge-pdfs.server.ts'
import type { PdfDocument } from '#app/documents/pdf.server.ts'
import { letterDocument } from './paper.ts'
import { type Print, readPictures, readToSet, toPrint } from './print.server.ts'
import type { RegisterFilter } from './register.server.ts'

/** How many letters are set as one document: Typst takes ever more time and memory for each further one. */
const together = 10

/**
 * The letters of the filter in one PDF for the printer, made while it is read; null when there is none. Some dozen
 * letters are in memory at a time, however many there are.
 */
export function mergeLetters(
  print: Print,
  filter: RegisterFilter,
): Promise<ReadableStream<Uint8Array> | null> {
  return mergePdfs(documentsOf(print, filter))
}

/** The letters in their order, some to a document. */
async function* documentsOf(print: Print, filter: RegisterFilter): AsyncGenerator<PdfDocument, void> {
  for await (const some of toPrint(print, filter, together)) {
    const set = await readToSet(print, some)
    if (!set.length) continue
    const snapshots = set.map(({ snapshot }) => snapshot)
    yield letterDocument(set, await readPictures(print, snapshots))
  }
}

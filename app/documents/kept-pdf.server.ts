import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { type PdfDocument, renderPdf } from './pdf.server.ts'

// One per module world, which does no harm: the same document is the same file.
const kept = new LRUCache<string, Uint8Array>({
  maxSize: 32 * 1024 * 1024,
  sizeCalculation: (pdf) => pdf.length + 100,
})
const underway = new Map<string, Promise<Uint8Array>>()

/**
 * The PDF of a document that many ask for: made once, however many ask at the same time, and kept for as long as there
 * is room, by what stands in it. `mayMake` is asked only when it has to be made; null when the answer was no.
 */
export async function keptPdf(
  document: PdfDocument,
  mayMake: () => Promise<boolean>,
): Promise<Uint8Array | null> {
  const key = createHash('sha256')
    .update(JSON.stringify([document.template, document.data]))
    .digest('base64')
  const known = kept.get(key) ?? underway.get(key)
  if (known) return known
  if (!(await mayMake())) return null
  // Somebody else may have begun it while we asked.
  const begun = underway.get(key) ?? make(key, document)
  return begun
}

function make(key: string, document: PdfDocument): Promise<Uint8Array> {
  const making = renderPdf(document)
    .then((pdf) => {
      kept.set(key, pdf)
      return pdf
    })
    .finally(() => underway.delete(key))
  underway.set(key, making)
  return making
}

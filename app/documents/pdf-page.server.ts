import { Worker } from 'node:worker_threads'
import sharp from 'sharp'
import { sourcePath } from './source-path.server.ts'

export type PdfPageRefusal = 'notAPdf' | 'lockedPdf' | 'noSuchPage' | 'tooLongPdf'

/** What the thread is told, and what it answers: pixels of four bytes each, from the upper left corner. */
export type PdfPageAsked = { bytes: Uint8Array; page: number; longest: number }
export type PdfPageAnswer =
  | { ok: true; pixels: Uint8Array; width: number; height: number }
  | { ok: false; reason: PdfPageRefusal; pages?: number }

/** The longer side of the picture, in pixels. */
const longest = 3200
/** In milliseconds. */
const patience = 20_000

/** Whether bytes say that they are a PDF (ISO 32000-1 §7.5.2). */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).equals(Buffer.from('%PDF-'))
}

/**
 * One page of a PDF, counted from 1, as a PNG. Read by PDFium compiled to WebAssembly, in a thread of its own that ends
 * with it: a stranger's file reaches nothing but that thread's memory, and no script in it is run. Refused: what is no
 * PDF, one with a password, a page it does not have (`pages` says how many there are), and what takes too long.
 */
export async function readPdfPage(
  bytes: Uint8Array,
  page: number,
): Promise<{ ok: true; png: Uint8Array } | { ok: false; reason: PdfPageRefusal; pages?: number }> {
  const drawn = await drawInThread(bytes, page)
  if (!drawn.ok) return drawn
  const { pixels, width, height } = drawn
  const png = await sharp(pixels, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png({ compressionLevel: 3 })
    .toBuffer()
  return { ok: true, png }
}

async function drawInThread(bytes: Uint8Array, page: number): Promise<PdfPageAnswer> {
  const thread = new Worker(sourcePath('app/documents/pdf-page-worker.server.ts'), {
    workerData: { bytes, page, longest } satisfies PdfPageAsked,
    resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 64 },
    execArgv: [],
    env: {},
  })
  const timer = setTimeout(() => void thread.terminate(), patience)
  try {
    return await new Promise((resolve) => {
      thread.on('message', (answer: PdfPageAnswer) => resolve(answer))
      // PDFium gave up in a way of its own, or its memory came to an end: for the reader it is the same.
      thread.on('error', () => resolve({ ok: false, reason: 'notAPdf' }))
      thread.on('exit', () => resolve({ ok: false, reason: 'tooLongPdf' }))
    })
  } finally {
    clearTimeout(timer)
    await thread.terminate()
  }
}

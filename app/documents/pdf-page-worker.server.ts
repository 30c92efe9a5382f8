import { parentPort, workerData } from 'node:worker_threads'
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'
import type { PdfPageAnswer, PdfPageAsked } from './pdf-page.server.ts'

// Entered by pdf-page.server.ts, never imported.

const { bytes, page, longest } = workerData as PdfPageAsked
const answer = await draw()
parentPort?.postMessage(answer, answer.ok ? [answer.pixels.buffer as ArrayBuffer] : [])

async function draw(): Promise<PdfPageAnswer> {
  const document = await open()
  if (typeof document === 'string') return { ok: false, reason: document }
  const pages = document.getPageCount()
  if (page > pages) return { ok: false, reason: 'noSuchPage', pages }
  const wanted = document.getPage(page - 1)
  const { originalWidth, originalHeight } = wanted.getOriginalSize()
  const larger = Math.max(originalWidth, originalHeight)
  // A page of no size, or a strip that has no pixel across.
  if (!(Math.min(originalWidth, originalHeight) >= 1)) return { ok: false, reason: 'notAPdf' }
  const { data, width, height } = await wanted.render({ scale: longest / larger, render: 'bitmap' })
  // A copy: what PDFium drew lies in the midst of its memory.
  return { ok: true, pixels: new Uint8Array(data), width, height }
}

async function open(): Promise<PDFiumDocument | 'notAPdf' | 'lockedPdf'> {
  const library = await PDFiumLibrary.init()
  try {
    return await library.loadDocument(bytes)
  } catch (error) {
    return /password|security/i.test(String(error)) ? 'lockedPdf' : 'notAPdf'
  }
}

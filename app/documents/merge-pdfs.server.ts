import { joinPdfs } from './join-pdfs.ts'
import { type PdfDocument, startPdfMaker } from './pdf.server.ts'

/**
 * Documents as one PDF for the printer, their pages in order, made while it is read; null when there is none. Some few of
 * them are in memory at a time, however many there are: what nobody takes any more is made no further.
 */
export async function mergePdfs(
  documents: AsyncIterable<PdfDocument>,
): Promise<ReadableStream<Uint8Array> | null> {
  const sheets = makeSheets(documents)
  const first = await sheets.next()
  if (first.done) return null
  const pieces = joinPdfs(withFirst(first.value, sheets))
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await pieces.return(undefined)
      await sheets.return(undefined)
    },
  })
}

async function* withFirst<Item>(first: Item, others: AsyncIterable<Item>) {
  yield first
  yield* others
}

/** While one is taken, the next two are being set. */
async function* makeSheets(documents: AsyncIterable<PdfDocument>): AsyncGenerator<Uint8Array, void> {
  const makers = [startPdfMaker(), startPdfMaker()] as const
  const ahead: Promise<Uint8Array>[] = []
  let begun = 0
  try {
    for await (const document of documents) {
      const made = makers[begun++ % 2 ? 1 : 0].make(document)
      // One that fails is met below; until then nobody listens.
      made.catch(() => undefined)
      ahead.push(made)
      const ready = ahead.length > 2 ? ahead.shift() : undefined
      if (ready) yield await ready
    }
    for (const rest of ahead) yield await rest
  } finally {
    await Promise.all(makers.map((maker) => maker.close()))
  }
}

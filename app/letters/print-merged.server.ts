import { joinPdfs } from '#app/documents/join-pdfs.ts'
import { startPdfMaker } from '#app/documents/pdf.server.ts'
import { letterDocument } from './paper.ts'
import { type Print, readPictures, readToSet, toPrint } from './print.server.ts'
import type { RegisterFilter } from './register.server.ts'

/** How many letters are set as one document: Typst takes ever more time and memory for each further one. */
const together = 10

/**
 * The letters of the filter in one PDF for the printer, made while it is read; null when there is none. Some dozen
 * letters are in memory at a time, however many there are.
 */
export async function mergeLetters(
  print: Print,
  filter: RegisterFilter,
): Promise<ReadableStream<Uint8Array> | null> {
  const sheets = makeSheets(print, filter)
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

/** The letters in their order, some to a document; while one is taken, the next two are being set. */
async function* makeSheets(print: Print, filter: RegisterFilter): AsyncGenerator<Uint8Array, void> {
  const makers = [startPdfMaker(), startPdfMaker()] as const
  const ahead: Promise<Uint8Array>[] = []
  let begun = 0
  try {
    for await (const some of toPrint(print, filter, together)) {
      const set = await readToSet(print, some)
      if (!set.length) continue
      const pictures = await readPictures(
        print,
        set.map(({ snapshot }) => snapshot),
      )
      const made = makers[begun++ % 2 ? 1 : 0].make(letterDocument(set, pictures))
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

import { Worker } from 'node:worker_threads'
import { sourcePath } from './source-path.server.ts'

/**
 * A document to be set by Typst. `template` is a file of ours below `app/`, e.g. `letters/letter.typ`; it finds `data`
 * by `json("/data.json")`, as values and never as markup, and a picture (PNG, JPEG, WebP, SVG of ours) under
 * `/pictures/{name}`. See docs/decisions/008-letters-by-typst.md.
 */
export type PdfDocument = {
  template: `${string}.typ`
  data: unknown
  pictures?: Readonly<Record<string, Uint8Array>>
}

/** What the thread is asked, and what it answers. A drawing shows all pages, one below the other. */
export type PdfAsked = PdfDocument & { id: number; as: 'pdf' | 'drawing' }
export type PdfAnswer = { id: number; made: Uint8Array } | { id: number; fault: string }

/** Makes PDFs one after the other in a thread of its own, as long as it is not closed. */
export type PdfMaker = {
  /** Throws for a fault in the template. */
  make(document: PdfDocument, as?: 'pdf' | 'drawing'): Promise<Uint8Array>
  close(): Promise<void>
}

/** The longest that one document may take, in milliseconds. */
const patience = 60_000
/** The shared thread ends when nobody has asked it for so long, in milliseconds. */
const idleFor = 30_000

/** A maker for a batch, beside the one that pages share. Close it. `longest` is what one document may take. */
export function startPdfMaker(longest = patience): PdfMaker {
  const worker = new Worker(sourcePath('app/documents/pdf-worker.server.ts'), { execArgv: [], env: {} })
  const waiting = new Map<number, PromiseWithResolvers<Uint8Array>>()
  let asked = 0
  let isOver = false
  // A thread that waits for work must not keep the process alive; one at work must.
  worker.unref()

  const settle = (id: number, how: (one: PromiseWithResolvers<Uint8Array>) => void) => {
    const one = waiting.get(id)
    waiting.delete(id)
    if (!waiting.size) worker.unref()
    if (one) how(one)
  }
  const giveUp = (error: Error) => {
    isOver = true
    for (const id of [...waiting.keys()]) settle(id, (one) => one.reject(error))
  }
  worker.on('message', (answer: PdfAnswer) =>
    settle(answer.id, (one) =>
      'made' in answer ? one.resolve(answer.made) : one.reject(new Error(answer.fault)),
    ),
  )
  worker.on('error', giveUp)
  worker.on('exit', () => giveUp(new Error('The thread that makes PDFs has ended')))

  return {
    async make(document, as = 'pdf') {
      if (isOver) throw new Error('The thread that makes PDFs has ended')
      const id = ++asked
      const one = Promise.withResolvers<Uint8Array>()
      waiting.set(id, one)
      worker.ref()
      worker.postMessage({ ...document, id, as } satisfies PdfAsked)
      const timer = setTimeout(() => void worker.terminate(), longest * waiting.size)
      return one.promise.finally(() => clearTimeout(timer))
    },
    close: async () => void (await worker.terminate()),
  }
}

type Shared = { maker: PdfMaker; idle: NodeJS.Timeout; underway: number }
// Not one per process but one per module world, which does no harm: it holds fonts and nothing else.
let shared: Shared | null = null

/** A PDF (1.7, A4, tagged) of one document. The calling thread stays free. Throws for a fault in the template. */
export function renderPdf(document: PdfDocument): Promise<Uint8Array> {
  return render(document, 'pdf')
}

/** The same pages as one SVG without links, fonts or scripts, for a preview in any browser. */
export async function renderDrawing(document: PdfDocument): Promise<string> {
  return new TextDecoder().decode(await render(document, 'drawing'))
}

async function render(document: PdfDocument, as: 'pdf' | 'drawing'): Promise<Uint8Array> {
  shared ??= { maker: startPdfMaker(), idle: setTimeout(() => undefined, 0), underway: 0 }
  const mine = shared
  mine.underway++
  clearTimeout(mine.idle)
  try {
    return await mine.maker.make(document, as)
  } catch (error) {
    // A thread that died takes nobody else with it: the next document starts another.
    if (shared === mine) shared = null
    await mine.maker.close()
    throw error
  } finally {
    if (--mine.underway === 0) mine.idle = setTimeout(() => rest(mine), idleFor).unref()
  }
}

function rest(mine: Shared) {
  if (shared === mine) shared = null
  void mine.maker.close()
}

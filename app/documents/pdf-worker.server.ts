import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PdfAnswer, PdfAsked, PdfDocument } from './pdf.server.ts'

// Entered by pdf.server.ts, never imported.

/** The root of Typst's world: no template reads a file outside of it. */
const app = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(import.meta.url)

const fontFiles = [
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf',
  'noto-sans/700Bold/NotoSans_700Bold.ttf',
  'noto-sans/700Bold_Italic/NotoSans_700Bold_Italic.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
  'noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf',
  'noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf',
]

const compiler = NodeCompiler.create({
  workspace: app,
  // The compiler also finds the machine's fonts; `fallback: false` in the frame keeps them out of the page.
  fontArgs: [
    { fontBlobs: fontFiles.map((file) => readFileSync(require.resolve(`@expo-google-fonts/${file}`))) },
  ],
})

/** For how many documents Typst remembers what nobody has asked for again. All threads share that memory. */
const remembered = 5

parentPort?.on('message', (asked: PdfAsked) => {
  const answer = answerTo(asked)
  parentPort?.postMessage(answer, 'made' in answer ? [answer.made.buffer as ArrayBuffer] : [])
  compiler.evictCache(remembered)
})

function answerTo({ id, as, ...document }: PdfAsked): PdfAnswer {
  try {
    return { id, made: new Uint8Array(make(document, as)) }
  } catch (error) {
    return { id, fault: error instanceof Error ? error.message : String(error) }
  } finally {
    compiler.resetShadow()
  }
}

function make({ template, data, pictures = {} }: PdfDocument, as: PdfAsked['as']): Uint8Array {
  compiler.mapShadow(join(app, 'data.json'), Buffer.from(JSON.stringify(data)))
  for (const [name, bytes] of Object.entries(pictures))
    compiler.mapShadow(join(app, 'pictures', name), Buffer.from(bytes))
  const compiled = compiler.compile({ mainFilePath: join(app, template) })
  const document = compiled.result
  const fault = compiled.takeError()
  if (!document || fault) throw new Error(`${template}: ${JSON.stringify(fault?.shortDiagnostics ?? [])}`)
  return as === 'pdf' ? compiler.pdf(document) : Buffer.from(compiler.plainSvg(document))
}

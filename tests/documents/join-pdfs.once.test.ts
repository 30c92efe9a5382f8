import { expect, test } from 'vitest'
import { joinPdfs } from '#app/documents/join-pdfs.ts'
import { renderPdf } from '#app/documents/pdf.server.ts'
import { pdfFacts, pdfText } from '../support/pdf.ts'

const list = (title: string, rows: number) =>
  renderPdf({
    template: 'documents/typst/list.typ',
    data: {
      ...{ language: 'ar', title, notes: [], columns: [{ heading: 'Name' }] },
      rows: Array.from({ length: rows }, (_, row) => [`${title} ${row}`]),
    },
  })

test('joined PDFs have all pages in order, whatever their texts look like, and keep their tags', async () => {
  // A text that looks like a reference, and brackets that would end a string.
  const titles = ['A 5 0 R', 'B ) endobj (', 'C <0041> stream']
  const files = await Promise.all(titles.map((title, index) => list(title, index * 60 + 1)))
  const whole = await joined(files)
  const pages = files.flatMap(pdfText)
  expect(pdfText(whole)).toEqual(pages)
  expect(pdfFacts(whole)).toEqual({ language: 'ar', title: 'A 5 0 R' })
  const text = whole.toString('latin1')
  const tagsOf = (one: string) => one.split('/Type /StructElem').length
  const inParts = files.map((file) => tagsOf(Buffer.from(file).toString('latin1')) - 1)
  expect(tagsOf(text) - 1).toBe(inParts.reduce((sum, count) => sum + count, 0))
  // Every page has its own place among the tags, and every entry of the table leads to its object.
  const places = [...text.matchAll(/\/StructParents (\d+)/g)].map(([, key]) => Number(key))
  expect(new Set(places).size).toBe(pages.length)
  const [, start = ''] = /startxref\n(\d+)/.exec(text) ?? []
  const entries = [...text.slice(Number(start)).matchAll(/^(\d{10}) \d{5} ([nf])/gm)]
  const wrong = entries.filter(
    ([, at, kind], number) => kind === 'n' && !text.startsWith(`${number} 0 obj\n`, Number(at)),
  )
  expect([entries.length > 100, wrong]).toEqual([true, []])
})

test('what Typst has not made is refused', async () => {
  await expect(joined([new Uint8Array(9)])).rejects.toThrow('no PDF of Typst')
  await expect(joined([])).rejects.toThrow('No PDF')
})

async function joined(files: readonly Uint8Array[]): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of joinPdfs(each(files))) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function* each(files: readonly Uint8Array[]) {
  yield* files
}

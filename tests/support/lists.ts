import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import { checkedZip } from '#app/directory/import/zip-check.ts'

const high = new TextDecoder('windows-1256').decode(Uint8Array.from({ length: 128 }, (_, i) => i + 128))
const bytesOf1256 = new Map([...high].map((letter, i) => [letter, i + 128]))

/** A text in the Arabic code page of Windows, which Node reads but does not write. */
export function in1256(text: string): Uint8Array {
  return Uint8Array.from([...text].map((letter) => bytesOf1256.get(letter) ?? letter.charCodeAt(0)))
}

export function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le')
  return new Uint8Array(littleEndian ? bytes : bytes.swap16())
}

/** An entry of an archive; what differs from its content is a lie. */
export type ZipPart = {
  name: string
  content: Uint8Array | string
  size?: number
  isListed?: boolean
  method?: number
  flags?: number
}

/** A zip archive, in which a directory may lie or leave out. */
export function aZip(given: ZipPart[]): Uint8Array {
  const local: Buffer[] = []
  const listed: Buffer[] = []
  let at = 0
  let count = 0
  for (const { name, content, size, isListed = true, method = 8, flags = 0 } of given) {
    const bytes = Buffer.from(content)
    const packed = method === 8 ? deflateRawSync(bytes) : bytes
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(method, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(size ?? bytes.length, 18)
    common.writeUInt16LE(name.length, 22)
    local.push(Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed)
    if (isListed) {
      count++
      const more = Buffer.alloc(14)
      more.writeUInt32LE(at, 10)
      listed.push(Buffer.from('PK\x01\x02\x14\x00'), common, more, Buffer.from(name))
    }
    at += 30 + name.length + packed.length
  }
  const directory = Buffer.concat(listed)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...local, directory, end]))
}

/** The parts of a workbook of one sheet, its rows as the XML they are. */
export function workbookParts(sheetData: string): ZipPart[] {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return [
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Guests" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`,
    },
  ]
}

/** A row of cells whose text stands in them. */
export function xmlRow(row: number, cells: string[]): string {
  const inside = cells.map(
    (text, i) =>
      `<c r="${String.fromCharCode(65 + i)}${row}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`,
  )
  return `<row r="${row}">${inside.join('')}</row>`
}

/** All texts of an archive, one after the other. */
export function unzipped(bytes: Uint8Array): string {
  const checked = checkedZip(bytes)
  if (!checked.ok) throw new Error(checked.reason)
  // Checked archives have every size in the header before the content.
  const archive = Buffer.from(checked.bytes)
  let texts = ''
  for (let at = 0; archive.readUInt32LE(at) === 0x04034b50; ) {
    const start = at + 30 + archive.readUInt16LE(at + 26)
    const end = start + archive.readUInt32LE(at + 18)
    const content = archive.subarray(start, end)
    texts += (archive.readUInt16LE(at + 8) === 8 ? inflateRawSync(content) : content).toString()
    at = end
  }
  return texts
}

/*
 * Typst writes plain objects and one cross-reference table (ISO 32000-1 §7.5). That is all that is read here: it is no
 * reader for PDFs of others.
 */

type PdfObject = { number: number; text: string; stream: Buffer | null }
/** How numbers of one file are written in the whole: of objects, and of what is tagged on a page. */
type Numbering = { object(number: number): number; parent(key: number): number }

const [pages, tags, catalog, first] = [1, 2, 3, 4]

/**
 * Joins PDFs of ours into one, their pages in order and with their tags, in pieces to be sent on. One file is in memory
 * at a time: a document of a thousand letters would take gigabytes and ever longer for each further page. Throws for a
 * file that Typst has not made, and for none at all.
 */
export async function* joinPdfs(files: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const whole = startWhole()
  yield* whole.take()
  for await (const file of files) {
    whole.add(Buffer.from(file.buffer, file.byteOffset, file.byteLength))
    yield* whole.take()
  }
  whole.end()
  yield* whole.take()
}

function startWhole() {
  const offsets = new Map<number, number>()
  const kids: string[] = []
  const tagged = { kids: [] as string[], parents: [] as string[], roles: new Map<string, string>() }
  let [count, next, nextParent, written] = [0, first, 0, 0]
  let head: { catalog: string; info: string } | null = null
  let ready: Buffer[] = []
  const put = (bytes: Buffer) => {
    ready.push(bytes)
    written += bytes.length
  }
  const putObject = (number: number, text: string, stream: Buffer | null = null) => {
    offsets.set(number, written)
    put(Buffer.from(`${number} 0 obj\n${text}`, 'latin1'))
    if (stream) put(stream)
    put(Buffer.from('endobj\n', 'latin1'))
  }
  put(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'))

  return {
    add(file: Buffer) {
      const { root, info, size, places } = readTable(file)
      const itsCatalog = objectAt(file, places, root, asItIs).text
      const [its, itsTags] = [numberIn(itsCatalog, 'Pages'), numberIn(itsCatalog, 'StructTreeRoot')]
      const [shift, parentShift] = [next - 1, nextParent]
      const numbering: Numbering = {
        object: (number) => (number === itsTags ? tags : number + shift),
        parent: (key) => key + parentShift,
      }
      for (const number of places.keys()) {
        const { text, stream } = objectAt(file, places, number, numbering)
        if (number === root) head ??= { catalog: text, info: `${info + shift} 0 R` }
        else if (number === itsTags) nextParent += gather(text, numbering)
        else if (number !== its) putObject(number + shift, text, stream)
        else {
          kids.push(`${number + shift} 0 R`)
          count += numberIn(text, 'Count')
          putObject(number + shift, text.replace('<<', `<< /Parent ${pages} 0 R`))
        }
      }
      next += size - 1
    },
    end() {
      if (!head) throw new Error('No PDF to join')
      const roles = [...tagged.roles].map(([from, to]) => `/${from} /${to}`).join(' ')
      putObject(pages, `<< /Type /Pages /Count ${count} /Kids [${kids.join(' ')}] >>\n`)
      putObject(
        tags,
        `<< /Type /StructTreeRoot /RoleMap << ${roles} >> /K [${tagged.kids.join(' ')}] /ParentTree << /Nums [${tagged.parents.join(' ')}] >> /ParentTreeNextKey ${nextParent} >>\n`,
      )
      putObject(catalog, head.catalog.replace(/\/Pages \d+ 0 R/, `/Pages ${pages} 0 R`))
      const start = written
      put(Buffer.from(`xref\n0 ${next}\n0000000000 65535 f\r\n${lines()}`, 'latin1'))
      put(
        Buffer.from(
          `trailer\n<< /Size ${next} /Root ${catalog} 0 R /Info ${head.info} >>\nstartxref\n${start}\n%%EOF\n`,
        ),
      )
    },
    *take() {
      const taken = ready
      ready = []
      if (taken.length) yield Buffer.concat(taken)
    },
  }

  /** What a file's own tree of tags says, added to the whole's; how many keys it uses. */
  function gather(text: string, { parent }: Numbering): number {
    const [, itsKids] = /\/K (\[[^\]]*\]|\d+ 0 R)/.exec(text) ?? []
    const [, nums] = /\/Nums \[([^[\]]*)\]/.exec(text) ?? []
    if (!itsKids || nums === undefined) throw new Error('A PDF to join has no tags')
    tagged.kids.push(itsKids.replace(/^\[|\]$/g, ''))
    for (const [, key, of] of nums.matchAll(/(\d+) (\d+ 0 R)/g))
      tagged.parents.push(`${parent(Number(key))} ${of}`)
    const [, roles = ''] = /\/RoleMap <<([^>]*)>>/.exec(text) ?? []
    for (const [, from = '', to = ''] of roles.matchAll(/\/(\w+) \/(\w+)/g)) tagged.roles.set(from, to)
    return numberIn(text, 'ParentTreeNextKey')
  }

  function lines(): string {
    return Array.from({ length: next - 1 }, (_, index) => {
      const offset = offsets.get(index + 1)
      const isFree = offset === undefined
      return `${String(offset ?? 0).padStart(10, '0')} ${isFree ? '65535 f' : '00000 n'}\r\n`
    }).join('')
  }
}

const asItIs: Numbering = { object: (number) => number, parent: (key) => key }

/** Where each object of a file stands, and where it ends. */
function readTable(file: Buffer) {
  const tail = file.subarray(-2048).toString('latin1')
  const [, start] = /startxref\n(\d+)/.exec(tail) ?? []
  const table = file.subarray(Number(start)).toString('latin1')
  const [, size] = /^xref\n0 (\d+)\n/.exec(table) ?? []
  if (!start || !size) throw new Error('This is no PDF of Typst')
  const entries = [...table.matchAll(/^(\d{10}) \d{5} ([nf])/gm)].slice(0, Number(size))
  const used = entries.flatMap(([, at, kind], number) => (kind === 'n' ? [{ number, at: Number(at) }] : []))
  const ends = [...used.map(({ at }) => at), Number(start)].sort((a, b) => a - b)
  const after = new Map(ends.map((at, index) => [at, ends[index + 1] ?? at]))
  return {
    root: numberIn(table, 'Root'),
    info: numberIn(table, 'Info'),
    size: Number(size),
    places: new Map(used.map(({ number, at }) => [number, { from: at, to: after.get(at) ?? at }])),
  }
}

type Places = ReturnType<typeof readTable>['places']

/** One object with the numbers of the whole; its stream is left as it is. */
function objectAt(file: Buffer, places: Places, number: number, numbering: Numbering): PdfObject {
  const { from, to } = places.get(number) ?? { from: 0, to: 0 }
  const bytes = file.subarray(from, to)
  const begun = `${number} 0 obj\n`
  const { text, end, hasStream } = renumber(bytes.toString('latin1'), begun.length, numbering)
  if (!hasStream) return { number, text, stream: null }
  const length = numberIn(text, 'Length')
  const tail = Buffer.from('\nendstream\n', 'latin1')
  return { number, text, stream: Buffer.concat([bytes.subarray(end, end + length), tail]) }
}

const marks = /\(|<<|<|\b(\d+) 0 R\b|\/(StructParents?) (\d+)|\bstream\n|\bendobj\b/g

/** The dictionary from `at` on, its references written anew. What stands in strings is text, whatever it looks like. */
function renumber(text: string, at: number, { object, parent }: Numbering) {
  let [written, from] = ['', at]
  marks.lastIndex = at
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    const [found, reference, key, value] = mark
    if (found === 'endobj')
      return { text: written + text.slice(from, mark.index), end: mark.index, hasStream: false }
    if (found === 'stream\n')
      return { text: written + text.slice(from, marks.lastIndex), end: marks.lastIndex, hasStream: true }
    if (found === '(') marks.lastIndex = endOfString(text, mark.index)
    else if (found === '<') marks.lastIndex = text.indexOf('>', mark.index) + 1
    else if (found !== '<<') {
      const anew = reference ? `${object(Number(reference))} 0 R` : `/${key} ${parent(Number(value))}`
      written += text.slice(from, mark.index) + anew
      from = marks.lastIndex
    }
  }
  throw new Error('An object of a PDF has no end')
}

/** Behind a literal string: brackets inside are balanced or escaped (§7.3.4.2). */
function endOfString(text: string, at: number): number {
  let depth = 0
  for (let index = at; index < text.length; index++) {
    if (text[index] === '\\') index++
    else if (text[index] === '(') depth++
    else if (text[index] === ')' && --depth === 0) return index + 1
  }
  return text.length
}

function numberIn(text: string, name: string): number {
  const [, number] = new RegExp(`/${name} (\\d+)`).exec(text) ?? []
  if (!number) throw new Error(`A PDF to join says no ${name}`)
  return Number(number)
}

import { markdownToHtml } from './markdown.ts'

/** A stretch of text in one manner. */
export type Run = { text: string; strong?: true; emphasis?: true }
/** What a document on paper is made of; `frame.typ` sets it (`blocks`). */
export type Block =
  | { kind: 'paragraph' | 'heading'; runs: Run[] }
  | { kind: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'rule' }

type Holder =
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'item'; blocks: Block[] }
  | { kind: 'list'; list: Extract<Block, { kind: 'list' }> }

/**
 * Markdown as paragraphs and lists of plain text, for a page that knows no HTML: an address stands behind the words
 * that lead to it, a picture becomes its description, a table one line to each row.
 */
export function toBlocks(markdown: string): Block[] {
  const writer = new BlockWriter()
  for (const [piece] of markdownToHtml(markdown).matchAll(/<[^>]*>|[^<]+/g))
    if (piece.startsWith('<')) writer.element(piece)
    else writer.say(decode(piece))
  return writer.finish()
}

class BlockWriter {
  private readonly out: Block[] = []
  private readonly holders: Holder[] = []
  private runs: Run[] | null = null
  private kind: 'paragraph' | 'heading' = 'paragraph'
  private strong = 0
  private emphasis = 0
  private address = ''
  private label = ''

  element(tag: string) {
    const [, end, name = ''] = /^<(\/?)([a-z]+[1-6]?)/.exec(tag) ?? []
    if (name === 'strong' || name === 'th') this.strong += end ? -1 : 1
    else if (name === 'em') this.emphasis += end ? -1 : 1
    else if (name === 'a') end ? this.endLink() : this.beginLink(tag)
    else if (name === 'br') this.say('\n')
    else if (name === 'img') this.say(decode(/alt="([^"]*)"/.exec(tag)?.[1] ?? ''))
    else if (name === 'hr') this.add({ kind: 'rule' })
    else if (/^(p|h[1-6]|pre|tr)$/.test(name)) end ? this.endText() : this.beginText(name)
    else if (name === 'td' && end) this.say('   ')
    else if (/^(ul|ol|li|blockquote)$/.test(name)) end ? this.close() : this.open(name, tag)
    if (name === 'th' && end) this.say('   ')
  }

  say(text: string) {
    // Between elements there is only the writer's own white space.
    if (!this.runs) {
      if (!text.trim()) return
      this.beginText('p')
    }
    this.label += text
    const manner = {
      ...(this.strong && { strong: true as const }),
      ...(this.emphasis && { emphasis: true as const }),
    }
    this.runs?.push({ text, ...manner })
  }

  finish(): Block[] {
    this.endText()
    return this.out
  }

  private beginText(name: string) {
    this.endText()
    this.runs = []
    this.kind = name.startsWith('h') ? 'heading' : 'paragraph'
  }

  private endText() {
    const runs = this.runs
    this.runs = null
    const last = runs?.at(-1)
    if (last) last.text = last.text.trimEnd()
    if (runs?.some(({ text }) => text)) this.add({ kind: this.kind, runs })
  }

  private add(block: Block) {
    const holder = this.holders.at(-1)
    if (!holder) this.out.push(block)
    else if (holder.kind !== 'list') holder.blocks.push(block)
  }

  private open(name: string, tag: string) {
    this.endText()
    if (name === 'blockquote') this.holders.push({ kind: 'quote', blocks: [] })
    else if (name === 'li') this.holders.push({ kind: 'item', blocks: [] })
    else {
      const start = Number(/start="(\d+)"/.exec(tag)?.[1] ?? 1)
      this.holders.push({ kind: 'list', list: { kind: 'list', ordered: name === 'ol', start, items: [] } })
    }
  }

  private close() {
    this.endText()
    const holder = this.holders.pop()
    if (!holder) return
    const around = this.holders.at(-1)
    if (holder.kind === 'list') this.add(holder.list)
    else if (holder.kind === 'quote') this.add({ kind: 'quote', blocks: holder.blocks })
    else if (around?.kind === 'list') around.list.items.push(holder.blocks)
  }

  private beginLink(tag: string) {
    this.address = decode(/href="([^"]*)"/.exec(tag)?.[1] ?? '')
    this.label = ''
  }

  private endLink() {
    const address = this.address.replace(/^mailto:/, '')
    if (address && this.label !== this.address && this.label !== address) this.say(` (${address})`)
  }
}

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
}

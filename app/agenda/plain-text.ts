import { LRUCache } from 'lru-cache'
import { markdownToHtml } from '../documents/markdown.ts'
import { htmlToText } from '../mail/plain-text.ts'

// A calendar is made anew after every change, of texts that are mostly the same.
const known = new LRUCache<string, string>({
  maxSize: 4_000_000,
  sizeCalculation: (text, markdown) => text.length + markdown.length,
})

/** What Markdown says, as plain text: lists as lines, links with their address behind them. */
export function plainText(markdown: string): string {
  if (!hasSigns(markdown)) return asWritten(markdown)
  const before = known.get(markdown)
  if (before !== undefined) return before
  const text = htmlToText(markdownToHtml(markdown))
  if (text) known.set(markdown, text)
  return text
}

const words = /^[\p{L}\p{M}\p{Nd}\s.,;:'"()?!%/–—…“”‘’«»،؛؟-]*$/u
const beginsBlock = /^(?: *-| *\d+[.)]|\t| {4})/m
const address = /www\.|:\/\//i

/** Whether anything in it could be Markdown; most descriptions that a file brings have nothing. */
function hasSigns(text: string): boolean {
  return !words.test(text) || beginsBlock.test(text) || address.test(text)
}

function asWritten(text: string): string {
  return text
    .replace(/[ \t]+$|^ +/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

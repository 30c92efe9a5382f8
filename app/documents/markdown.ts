import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

// Reading takes half a millisecond for each list or quotation, and grows with the square of the signs for emphasis.
const most = { blocks: 1000, signs: 2000 }
const blocks = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))+/gm
const block = />|[-+*]|\d[.)]/g
const signs = /[*_~[]+/g

/**
 * Markdown (CommonMark and GFM) to HTML. Raw HTML stays text, and no link or picture has an address that could run
 * script: what guests and booth teams write is shown to others. A text of more signs than words stays as it was typed,
 * since reading it would hold up everybody else for seconds.
 */
export function markdownToHtml(text: string): string {
  if (!isProse(text)) return `<p>${asTyped(text)}</p>`
  return micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] }).replaceAll(
    '<a href=',
    '<a rel="noopener nofollow ugc" href=',
  )
}

function isProse(text: string): boolean {
  const begun = (text.match(blocks) ?? []).reduce((sum, marks) => sum + (marks.match(block)?.length ?? 0), 0)
  return begun <= most.blocks && (text.match(signs)?.length ?? 0) <= most.signs
}

function asTyped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

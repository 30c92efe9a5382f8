import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

/**
 * Markdown (CommonMark and GFM) to HTML. Raw HTML stays text and only http, https and mailto links stay links: what
 * guests and booth teams write is shown to others.
 */
export function markdownToHtml(text: string): string {
  return micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] }).replaceAll(
    '<a href=',
    '<a rel="noopener nofollow ugc" href=',
  )
}

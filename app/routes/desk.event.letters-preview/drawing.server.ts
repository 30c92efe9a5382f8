import { answerFile } from '#app/http/document.server.ts'
import { direction, type Language } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { escapeHtml } from '#app/mail/frame.ts'

type Drawable =
  | { ok: true; drawing(): Promise<string>; pdf(): Promise<Uint8Array> }
  | { ok: false; reason: string; field: string }

// Shown inside a frame that may run nothing, load nothing but itself and send nothing, whatever it says.
const policy =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"

/** A document to look at before it is made: a drawing for a frame, or with `as=pdf` the file; else why there is none. */
export async function answerDrawing(
  preview: Drawable,
  { as, language }: { as: string | null; language: Language },
): Promise<Response> {
  if (preview.ok && as === 'pdf')
    return answerFile(await preview.pdf(), { mediaType: 'application/pdf', name: 'sample.pdf' })
  const said = preview.ok
    ? ''
    : translator(language)([preview.reason as 'errors:invalid'], { field: preview.field })
  const body = preview.ok ? await preview.drawing() : `<p>${escapeHtml(said)}</p>`
  const title = escapeHtml(translator(language)('letters:preview.title'))
  const style =
    'body{margin:0;background:#fff;font:16px/1.6 system-ui,sans-serif}p{padding:1rem}svg{inline-size:100%;block-size:auto}'
  const html = `<!doctype html><html lang="${language}" dir="${direction(language)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${style}</style><body>${body}</body></html>`
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}

import { direction, type Language } from '#app/i18n/languages.ts'
import { escapeHtml } from '#app/mail/frame.ts'

/** A whole letter with its subject above it, for a frame beside its editor. */
export function previewDocument(
  letter: { subject: string; html: string; language: Language },
  subject: string,
) {
  const dir = direction(letter.language)
  const head = `<div lang="${letter.language}" dir="${dir}" style="padding:12px 16px;background:#ffffff;color:#18222d;border-bottom:1px solid #e2ded4;font:16px/1.6 system-ui,sans-serif"><span style="color:#55616d">${escapeHtml(subject)}:</span> <strong>${escapeHtml(letter.subject)}</strong></div>`
  return letter.html.replace(/<body[^>]*>/, (body) => body + head)
}

/** What stands in the frame when there is no letter to show. */
export function emptyPreview(text: string, language: Language): string {
  return `<!doctype html><html lang="${language}" dir="${direction(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(text)}</title></head><body style="margin:0;padding:24px;color:#18222d;background:#fbfaf7;font:16px/1.6 system-ui,sans-serif"><p role="alert">${escapeHtml(text)}</p></body></html>`
}

import { direction, type Language } from '#app/i18n/languages.ts'

export type MailAction = { label: string; url: string }

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

const sans = "system-ui,'Segoe UI',Roboto,'Noto Sans','Noto Sans Arabic','Geeza Pro',Tahoma,Arial,sans-serif"

// Only what all mail readers know: inline styles, one table cell to hold the width where max-width is ignored.
const dark = `@media (prefers-color-scheme:dark){.page{background:#12181d!important}.sheet{background:#1a2229!important;color:#eef1f2!important}.soft{color:#a9b4bb!important;border-color:#2d3840!important}.sheet a{color:#7cc7cf!important}.act a{background:#7cc7cf!important;color:#0b1d21!important}}`

/** The letter sheet around a mail's text. `body` is HTML already; everything else is escaped here. */
export function frameMail({
  language,
  subject,
  office,
  body,
  action,
  footer,
}: {
  language: Language
  subject: string
  office: string
  body: string
  action?: MailAction
  footer?: string
}): string {
  const dir = direction(language)
  const align = dir === 'rtl' ? 'right' : 'left'
  const height = dir === 'rtl' ? '1.8' : '1.6'
  return `<!doctype html>
<html lang="${language}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>p,ul,ol,blockquote,table{margin:0 0 16px}h1,h2,h3,h4{margin:24px 0 8px;line-height:1.35}${dark}</style>
</head>
<body class="page" style="margin:0;padding:0;background:#fbfaf7">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" lang="${language}" dir="${dir}"><tr><td align="center" style="padding:16px 8px">
<div class="sheet" dir="${dir}" style="max-width:600px;margin:0 auto;padding:24px;border-top:6px solid #0b5563;background:#ffffff;color:#18222d;text-align:${align};font:16px/${height} ${sans};word-wrap:break-word;overflow-wrap:anywhere">
<p class="soft" style="margin:0 0 24px;color:#55616d;font-weight:600">${escapeHtml(office)}</p>
${body}${action ? button(action) : ''}${footer ? foot(footer) : ''}</div>
</td></tr></table>
</body>
</html>
`
}

/** A further copy of a mail of ours with a line above its text, which is plain text. */
export function withLineOnTop({ html, text }: { html: string; text: string }, line: string) {
  const top = `<p style="margin:0 0 24px;padding:12px 16px;border:1px solid #e2ded4;border-radius:10px">${escapeHtml(line)}</p>\n`
  return {
    html: html.replace(
      /<div class="sheet"[^>]*>\n<p class="soft"[^>]*>[^\n]*<\/p>\n/,
      (office) => office + top,
    ),
    text: `${line}\n\n${text}`,
  }
}

/** The one thing to do, and its address in full below: what is seen is what is opened. */
function button({ label, url }: MailAction): string {
  const href = escapeHtml(url)
  return `<p class="act" style="margin:24px 0 8px"><a href="${href}" style="display:inline-block;padding:12px 24px;border-radius:10px;background:#0b5563;color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(label)}</a></p>
<p class="soft" dir="ltr" style="margin:0 0 16px;color:#55616d;font-size:14px;text-align:inherit"><a href="${href}" style="color:#0b5563">${href}</a></p>
`
}

function foot(footer: string): string {
  return `<p class="soft" style="margin:24px 0 0;padding-top:16px;border-top:1px solid #e2ded4;color:#55616d;font-size:14px">${escapeHtml(footer).replaceAll('\n', '<br>')}</p>
`
}

import { header, type ReceivedMail } from './mail.ts'

/** How programs that tell nothing in their headers begin a subject, in our languages. */
const subjects =
  /^(automatic reply|auto[- ]?reply|out of (the )?office|réponse automatique|absence du bureau|رد تلقائي|الرد التلقائي|خارج المكتب|وەڵامی خۆکار|لە نووسینگە نیم)\b|^(رد تلقائي|الرد التلقائي|وەڵامی خۆکار)/iu

/** Whether a program answered, not a person: absent from the office, received, opened (RFC 3834 §5, RFC 8098). */
export function isAutoReply(mail: ReceivedMail): boolean {
  const submitted = header(mail, 'auto-submitted').toLowerCase()
  if (submitted && !submitted.startsWith('no')) return true
  const { value, params } = mail.contentType
  if (value === 'multipart/report' && params['report-type'] === 'disposition-notification') return true
  if (['x-autoreply', 'x-autorespond', 'x-auto-response', 'x-vacation'].some((name) => name in mail.headers))
    return true
  if (/auto[-_ ]?reply/i.test(header(mail, 'precedence'))) return true
  if (/vacation/i.test(header(mail, 'x-apple-action'))) return true
  return subjects.test(mail.subject)
}

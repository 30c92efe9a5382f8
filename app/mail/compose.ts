import { markdownToHtml } from '#app/documents/markdown.ts'
import { isolate } from '#app/i18n/format.ts'
import { direction, type Language } from '#app/i18n/languages.ts'
import { oneLine } from './address.ts'
import { escapeHtml, frameMail, type MailAction } from './frame.ts'
import { fill, fillAddress, type MergeRefusal, merge } from './merge.ts'
import { linkFields, type MergeField, type MergeValues } from './merge-fields.ts'
import { htmlToText } from './plain-text.ts'

export type ComposedMail = { ok: true; subject: string; text: string; html: string }
/** `where` says which of the two texts the writer has to mend. */
export type ComposeRefusal = MergeRefusal & { where: 'subject' | 'body' }

type MailToCompose = {
  language: Language
  /** With merge fields. */
  subject: string
  /** With merge fields. Raw HTML stays text, pictures become their description. */
  markdown: string
  values: MergeValues
  office: { name: string }
  /** One button with its address in full below it. */
  action?: MailAction
  /** Plain text under the line, e.g. why one gets this mail. */
  footer?: string
}

const longestSubject = 250

/**
 * A mail for one reader. Every value appears literally: it is never linked, never Markdown, never a template. The
 * same subject, text and HTML come out for the same input. Refused are unknown fields and mistakes in the template.
 */
export function composeMail(mail: MailToCompose): ComposedMail | ComposeRefusal {
  const subject = merge(mail.subject, mail.values)
  if (!subject.ok) return { ...subject, where: 'subject' }
  const body = merge(mail.markdown, mail.values)
  if (!body.ok) return { ...body, where: 'body' }
  const line = oneLine(fill(subject.text, mail.values, (value) => value))
    .slice(0, longestSubject)
    .toWellFormed()
  const html = withoutPictures(markdownToHtml(body.text))
  return {
    ok: true,
    subject: line,
    text: textPart(html, mail),
    html: frameMail({
      ...mail,
      subject: line,
      office: mail.office.name,
      body: `${fillHtml(html, mail.values)}\n`,
    }),
  }
}

/** Remote pictures tell the sender who reads what; a mail of ours has none. */
function withoutPictures(html: string): string {
  return html.replace(/<img [^>]*?alt="([^"]*)"[^>]*>/g, '$1').replaceAll(' rel="noopener nofollow ugc"', '')
}

function textPart(html: string, { values, language, office, action, footer }: MailToCompose): string {
  const addresses = html.replace(
    / href="([^"]*)"/g,
    (_, href) => ` href="${escapeHtml(fillAddress(attributeText(href), values))}"`,
  )
  const body = fill(htmlToText(addresses), values, (value, field) =>
    isLink(field) ? value : inOtherDirection(value, language) ? isolate(value) : value,
  )
  const parts = [
    body,
    action && `${action.label}:\n${action.url}`,
    ['-- ', office.name, footer].filter(Boolean).join('\n'),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

/** Puts the values into HTML: escaped in text and attributes, percent-encoded in addresses; our own links as links. */
function fillHtml(html: string, values: MergeValues): string {
  let isInLink = false
  return html.replace(/<[^>]*>|[^<]+/g, (piece) => {
    if (!piece.startsWith('<'))
      return fill(piece, values, (value, field) => shown(value, isLink(field) && !isInLink))
    if (/^<\/?a\b/.test(piece)) isInLink = !piece.startsWith('</')
    return fill(
      piece.replace(
        / (href)="([^"]*)"/,
        (_, name, address) => ` ${name}="${escapeHtml(fillAddress(attributeText(address), values))}"`,
      ),
      values,
      (value) => escapeHtml(value),
    )
  })
}

function shown(value: string, asLink: boolean): string {
  const escaped = escapeHtml(value)
  return asLink
    ? `<a href="${escaped}" dir="ltr" style="color:#0b5563">${escaped}</a>`
    : `<bdi>${escaped}</bdi>`
}

function isLink(field: MergeField): boolean {
  return linkFields.includes(field)
}

function attributeText(attribute: string): string {
  return attribute.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

/** Whether a name runs against the text around it; only then plain text needs invisible isolates. */
function inOtherDirection(value: string, language: Language): boolean {
  const isRightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u.test(value)
  const isLeftToRight = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(value)
  return direction(language) === 'rtl' ? isLeftToRight : isRightToLeft
}

import { markdownToHtml } from '#app/documents/markdown.ts'
import { isolate } from '#app/i18n/format.ts'
import { direction, type Language } from '#app/i18n/languages.ts'
import { oneLine } from './address.ts'
import { escapeHtml, frameMail, type MailAction } from './frame.ts'
import { fill, fillAddress, fillSome, type MergeRefusal, merge } from './merge.ts'
import { linkFields, type MergeField, type MergeValues } from './merge-fields.ts'
import { htmlToText } from './plain-text.ts'

export type ComposedMail = { ok: true; subject: string; text: string; html: string }
/** `where` says which of the two texts the writer has to mend. */
export type ComposeRefusal = MergeRefusal & { where: 'subject' | 'body' }

type Blocks = Partial<Record<MergeField, string>>

type MailToCompose = {
  language: Language
  /** With merge fields. */
  subject: string
  /** With merge fields. Raw HTML stays text, pictures become their description. */
  markdown: string
  values: MergeValues
  /** Fields that stand for whole paragraphs of ours: Markdown with merge fields. */
  blocks?: Blocks
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
  const sheet = readSheet(mail)
  return sheet.ok ? composeFrom(sheet, mail) : sheet
}

/** A template with its conditions carried out and its Markdown read; where values belong there are placeholders. */
export type Sheet = { ok: true; subject: string; html: string; plain: string | null }

/**
 * The dear half of composing. The same sheet does for every reader of whom the same fields are known (`fieldsKnown`),
 * whatever their values.
 */
export function readSheet({
  subject: subjectTemplate,
  markdown,
  values,
  blocks = {},
}: Pick<MailToCompose, 'subject' | 'markdown' | 'values' | 'blocks'>): Sheet | ComposeRefusal {
  const known = { ...values, ...blocks }
  const subject = merge(subjectTemplate, known)
  if (!subject.ok) return { ...subject, where: 'subject' }
  const body = merge(markdown, known)
  if (!body.ok) return { ...body, where: 'body' }
  const html = withoutPictures(markdownToHtml(withBlocks(body.text, values, blocks)))
  // Plain text says where links lead, which is the same for all unless a value stands in the address.
  const plain = / href="[^"]*%EE%80%80/.test(html) ? null : htmlToText(html)
  return { ok: true, subject: subject.text, html, plain }
}

/** Which fields say something: what conditions in a template can tell apart. */
export function fieldsKnown(values: MergeValues): string {
  return Object.entries(values)
    .flatMap(([field, value]) => (value ? field : []))
    .sort()
    .join(' ')
}

/** Puts one reader's values in. */
export function composeFrom(sheet: Sheet, mail: Omit<MailToCompose, 'subject' | 'markdown'>): ComposedMail {
  const subject = oneLine(fill(sheet.subject, mail.values, (value) => value))
    .slice(0, longestSubject)
    .toWellFormed()
  return {
    ok: true,
    subject,
    text: textPart(sheet, mail),
    html: frameMail({
      ...mail,
      subject,
      office: mail.office.name,
      body: `${fillHtml(sheet.html, mail.values)}\n`,
    }),
  }
}

/** Our own paragraphs take their place before Markdown is read; the values in them stay placeholders until the end. */
function withBlocks(text: string, values: MergeValues, blocks: Blocks): string {
  if (!Object.keys(blocks).length) return text
  return fillSome(text, (field) => {
    const block = blocks[field]
    if (block === undefined) return null
    const merged = merge(block, values)
    if (!merged.ok) throw new Error(`A paragraph of ours cannot be merged: ${merged.reason}`)
    return `\n\n${merged.text}\n\n`
  })
}

/** Remote pictures tell the sender who reads what; a mail of ours has none. */
function withoutPictures(html: string): string {
  return html.replace(/<img [^>]*?alt="([^"]*)"[^>]*>/g, '$1').replaceAll(' rel="noopener nofollow ugc"', '')
}

function textPart(
  sheet: Sheet,
  { values, language, office, action, footer }: Omit<MailToCompose, 'subject' | 'markdown'>,
): string {
  const body = fill(sheet.plain ?? plainWithAddresses(sheet.html, values), values, (value, field) =>
    isLink(field) ? value : inOtherDirection(value, language) ? isolate(value) : value,
  )
  const parts = [
    body,
    action && `${action.label}:\n${action.url}`,
    ['-- ', office.name, footer].filter(Boolean).join('\n'),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function plainWithAddresses(html: string, values: MergeValues): string {
  return htmlToText(
    html.replace(
      / href="([^"]*)"/g,
      (_, href) => ` href="${escapeHtml(fillAddress(attributeText(href), values))}"`,
    ),
  )
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

import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import type { EventScope, OfficeScope } from '#app/accounts/scope.server.ts'
import { type Language, languages } from '#app/i18n/languages.ts'
import { holdsPrivateLink } from '#app/mail/private-link.ts'
import { audit } from '#db/audit.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { type TemplateKind, templates } from '#db/schema/templates.server.ts'
import { defaultTexts } from './default-text.ts'
import { textMistakes } from './letter.ts'
import { letterKinds, type MailingTexts } from './rules.ts'

/** Whose templates: an office's, or one event's, which overlie its office's. */
export type TemplateOwner = { officeId: string; eventId?: string | null }

/** From where the text in one language comes. */
export type TextSource = 'majlis' | 'office' | 'event'

const idOf = (owner: string, kind: TemplateKind) => `${owner}:${kind}`

/**
 * The texts of a letter of this kind: what the event writes, else what its office writes, else what Majlis proposes,
 * language by language, so that none is ever missing. Letters that Majlis sends by itself are made of these, and
 * letters to many start from them; `textFor` picks the language.
 */
export async function readTexts(
  read: Reader,
  { officeId, eventId }: TemplateOwner,
  kind: TemplateKind,
): Promise<MailingTexts> {
  const owners = [officeId, ...(eventId ? [eventId] : [])]
  const rows = await read
    .select()
    .from(templates)
    .where(
      inArray(
        templates.id,
        owners.map((owner) => idOf(owner, kind)),
      ),
    )
  return layered(kind, inOrder(rows))
}

/** Every kind with its texts, and for each language from where it comes. */
export async function readTemplates(read: Reader, { officeId, eventId }: TemplateOwner) {
  const own = eventId
    ? or(isNull(templates.eventId), eq(templates.eventId, eventId))
    : isNull(templates.eventId)
  const rows = await read
    .select()
    .from(templates)
    .where(and(eq(templates.officeId, officeId), own))
  return letterKinds.map((kind) => {
    const layers = inOrder(rows.filter((row) => row.kind === kind))
    return {
      kind,
      ...layered(kind, layers),
      sources: Object.fromEntries(
        languages.map((language) => [language, sourceOf(layers, language)]),
      ) as Record<Language, TextSource>,
      isOwn: layers.some((row) => row.eventId === (eventId ?? null)),
    }
  })
}

type Row = Pick<typeof templates.$inferSelect, 'eventId' | 'subject' | 'body'>

/** The office's before the event's, which overlies it. */
function inOrder<Layer extends Row>(rows: readonly Layer[]): Layer[] {
  return [...rows].sort((a, b) => Number(a.eventId !== null) - Number(b.eventId !== null))
}

function layered(kind: TemplateKind, layers: readonly Row[]): MailingTexts {
  const proposed = defaultTexts(kind)
  return {
    subject: Object.assign({}, proposed.subject, ...layers.map(({ subject }) => subject)),
    body: Object.assign({}, proposed.body, ...layers.map(({ body }) => body)),
  }
}

function sourceOf(layers: readonly Row[], language: Language): TextSource {
  const writer = layers.findLast(({ body }) => body[language])
  if (!writer) return 'majlis'
  return writer.eventId ? 'event' : 'office'
}

type Change = { kind: TemplateKind; now: Date }

/**
 * Keeps what an office, or an event of it, writes for letters of this kind. Languages that say what stands beneath
 * anyway, or nothing, are not kept: they follow it. Refused are texts nobody may be sent (`badText`).
 */
export async function saveTemplate(
  tx: Tx,
  scope: OfficeScope | EventScope,
  { kind, texts, now }: Change & { texts: MailingTexts },
) {
  const all = [...Object.values(texts.subject), ...Object.values(texts.body)]
  if (textMistakes(texts).length || all.some(holdsPrivateLink))
    return { ok: false, reason: 'badText' } as const
  const eventId = 'eventId' in scope ? scope.eventId : null
  const beneath = eventId ? await readTexts(tx, { officeId: scope.officeId }, kind) : defaultTexts(kind)
  const own = differing(texts, beneath)
  if (!Object.keys(own.body).length) return resetTemplate(tx, scope, { kind, now })
  const row = { ...own, editedBy: scope.actor.kind === 'user' ? scope.actor.id : null, updatedAt: now }
  await tx
    .insert(templates)
    .values({ id: idOf(eventId ?? scope.officeId, kind), officeId: scope.officeId, eventId, kind, ...row })
    .onConflictDoUpdate({ target: templates.id, set: row })
  await tell(tx, scope, { action: 'template.edit', kind, after: own, now })
  return { ok: true } as const
}

/** Whole languages only: a subject of ours over a text of theirs would be nobody's letter. */
function differing(texts: MailingTexts, beneath: MailingTexts): MailingTexts {
  const own = languages.filter((language) => {
    const [subject, body] = [texts.subject[language], texts.body[language]]
    return subject && body && (subject !== beneath.subject[language] || body !== beneath.body[language])
  })
  const only = (text: MailingTexts['subject']) =>
    Object.fromEntries(own.map((language) => [language, text[language] ?? '']))
  return { subject: only(texts.subject), body: only(texts.body) }
}

/** Gives up an office's or an event's own text: what stands beneath it holds again. */
export async function resetTemplate(tx: Tx, scope: OfficeScope | EventScope, { kind, now }: Change) {
  const owner = 'eventId' in scope ? scope.eventId : scope.officeId
  const [before] = await tx
    .delete(templates)
    .where(eq(templates.id, idOf(owner, kind)))
    .returning()
  if (before)
    await tell(tx, scope, {
      action: 'template.reset',
      kind,
      before: { subject: before.subject, body: before.body },
      now,
    })
  return { ok: true } as const
}

type Told = Change & { action: string; before?: unknown; after?: unknown }

function tell(tx: Tx, scope: OfficeScope | EventScope, { kind, ...fact }: Told): Promise<void> {
  const eventId = 'eventId' in scope ? scope.eventId : undefined
  return audit(tx, scope.actor, { officeId: scope.officeId, eventId, subjectId: kind, ...fact })
}

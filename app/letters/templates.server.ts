import { and, asc, eq, isNull } from 'drizzle-orm'
import { lockOffice } from '#app/accounts/office.server.ts'
import type { EventScope, OfficeScope } from '#app/accounts/scope.server.ts'
import { keepUnseen } from '#app/events/rules.ts'
import type { Language } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { textMistakes } from '#app/invitations/letter.ts'
import { holdsPrivateLink } from '#app/mail/private-link.ts'
import { audit } from '#db/audit.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { letterTemplates } from '#db/schema/letters.server.ts'
import type { LetterWords } from './compose.ts'
import { defaultTexts } from './default-texts.ts'
import { letterKinds } from './rules.ts'

/** Whose templates: the office's, or with `eventId` an event's own. */
export type TemplateScope = Pick<OfficeScope, 'officeId' | 'actor'> & { eventId?: EventScope['eventId'] }

export type Template = LetterWords & {
  /** A row's, or `formal` or `verbale` for the text that every office has until it writes its own. */
  id: string
  name: string
  isEvents: boolean
}

/** The templates that an event or the office may write from: its own first, then the office's, then ours. */
export async function readTemplates(
  read: Reader,
  scope: TemplateScope,
  language: Language,
): Promise<Template[]> {
  const [own, office] = await Promise.all([
    scope.eventId ? rowsOf(read, scope) : [],
    rowsOf(read, { officeId: scope.officeId, actor: scope.actor }),
  ])
  const given = letterKinds.filter((kind) => !office.some((row) => row.kind === kind))
  return [...own, ...office, ...given.map((kind) => usualTemplate(kind, language))]
}

/** One of them; null when there is none such. */
export async function readTemplate(
  read: Reader,
  scope: TemplateScope,
  { id, language }: { id: string | undefined; language: Language },
): Promise<Template | null> {
  const all = await readTemplates(read, scope, language)
  return all.find((template) => template.id === id) ?? null
}

function usualTemplate(kind: (typeof letterKinds)[number], language: Language): Template {
  const name = translator(language)(`letters:kind.${kind}`)
  return { id: kind, kind, name, isEvents: false, ...defaultTexts[kind] }
}

async function rowsOf(read: Reader, scope: TemplateScope): Promise<Template[]> {
  const rows = await read
    .select()
    .from(letterTemplates)
    .where(isOf(scope))
    .orderBy(asc(letterTemplates.createdAt), asc(letterTemplates.id))
  return rows.map(({ id, kind, name, subject, body, eventId }) => ({
    ...{ id, kind, name, subject, body, isEvents: eventId !== null },
  }))
}

function isOf({ officeId, eventId }: TemplateScope) {
  return and(
    eq(letterTemplates.officeId, officeId),
    eventId ? eq(letterTemplates.eventId, eventId) : isNull(letterTemplates.eventId),
  )
}

/** Makes a copy of a template for this event, or for the office, to be written over; once for each form. */
export async function copyTemplate(
  tx: Tx,
  scope: TemplateScope,
  { id = newId(), from, now }: { id?: string; from: Template; now: Date },
) {
  const { officeId, eventId = null } = scope
  await lockOffice(tx, scope)
  const before = await madeBefore(tx, letterTemplates, { id, ours: isOf(scope) })
  if (before) return before
  const { kind, name, subject, body } = from
  const row = { id, officeId, eventId, kind, name, subject, body, createdAt: now, updatedAt: now }
  await tx.insert(letterTemplates).values(row)
  await tell(tx, scope, { action: 'letterTemplate.copy', id, after: { from: from.id, name }, now })
  return { ok: true, id } as const
}

type TemplateContent = Omit<LetterWords, 'kind'> & { name: string }
type TemplateEdit = { templateId: string; content: TemplateContent; seen: readonly Language[]; now: Date }

/** Changes a template's own row. Refused: `notFound`, and texts that nobody may be sent (`badText`). */
export async function editTemplate(
  tx: Tx,
  scope: TemplateScope,
  { templateId, content, seen, now }: TemplateEdit,
) {
  const [before] = await tx
    .update(letterTemplates)
    .set({ updatedAt: now })
    .where(and(isOf(scope), eq(letterTemplates.id, templateId)))
    .returning()
  if (!before) return { ok: false, reason: 'notFound' } as const
  const texts = {
    subject: keepUnseen(before.subject, content.subject, seen),
    body: keepUnseen(before.body, content.body, seen),
  }
  const all = [...Object.values(texts.subject), ...Object.values(texts.body)]
  if (textMistakes(texts).length || all.some(holdsPrivateLink))
    return { ok: false, reason: 'badText' } as const
  const after = { name: content.name, ...texts }
  await tx.update(letterTemplates).set(after).where(eq(letterTemplates.id, templateId))
  await tell(tx, scope, { action: 'letterTemplate.edit', id: templateId, before, after, now })
  return { ok: true } as const
}

/** Takes a template away; letters written from it stay. Refused: `notFound`. */
export async function removeTemplate(
  tx: Tx,
  scope: TemplateScope,
  { templateId, now }: { templateId: string; now: Date },
) {
  const [before] = await tx
    .delete(letterTemplates)
    .where(and(isOf(scope), eq(letterTemplates.id, templateId)))
    .returning()
  if (!before) return { ok: false, reason: 'notFound' } as const
  await tell(tx, scope, { action: 'letterTemplate.remove', id: templateId, before, now })
  return { ok: true } as const
}

type Told = { action: string; id: string; before?: unknown; after?: unknown; now: Date }

function tell(tx: Tx, { officeId, eventId, actor }: TemplateScope, { id, ...fact }: Told): Promise<void> {
  return audit(tx, actor, { officeId, ...(eventId && { eventId }), subjectId: id, ...fact })
}

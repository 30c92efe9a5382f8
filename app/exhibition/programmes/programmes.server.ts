import { eq } from 'drizzle-orm'
import { audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { eventProgrammes, programmes } from '#db/schema/programmes.server.ts'
import type { EventScope, OfficeScope } from '../../accounts/scope.server.ts'
import { lockEvent } from '../../events/lock.server.ts'
import { note } from '../../events/note.server.ts'
import { slugFrom } from '../../events/rules.ts'
import type { Localized } from '../../i18n/languages.ts'
import { lockProgramme, lockProgrammes, noteProgramme } from './lock.server.ts'

export type ProgrammeContent = {
  name: Localized
  acronym: Localized
  description: Localized
  donors: Localized
  since: string | null
}
type Which = { programmeId: string; now: Date }

/** Adds a programme to the office; once, however often its form is sent. Its address comes from acronym or name. */
export async function addProgramme(
  tx: Tx,
  scope: OfficeScope,
  { id = newId(), content, now }: { id?: string; content: ProgrammeContent; now: Date },
) {
  const { officeId, actor } = scope
  await lockProgrammes(tx, scope)
  const before = await madeBefore(tx, programmes, { id, ours: eq(programmes.officeId, officeId) })
  if (before) return before
  const slug = await freeSlug(tx, officeId, slugFrom(content.acronym) || slugFrom(content.name))
  await tx.insert(programmes).values({ ...content, id, officeId, slug, createdAt: now, updatedAt: now })
  await audit(tx, actor, { officeId, action: 'programme.add', subjectId: id, after: content, now })
  return { ok: true, id } as const
}

/** Changes what a programme says about itself; its address stays. */
export async function editProgramme(
  tx: Tx,
  scope: OfficeScope,
  { programmeId, content, now }: Which & { content: ProgrammeContent },
) {
  const before = await lockProgramme(tx, scope, programmeId)
  if (!before) return { ok: false, reason: 'notFound' } as const
  await tx.update(programmes).set(content).where(eq(programmes.id, programmeId))
  await noteProgramme(tx, scope, { action: 'programme.edit', programmeId, before, after: content, now })
  return { ok: true, id: programmeId } as const
}

/** Removes a programme with all its results; exhibits and events no longer show them. */
export async function removeProgramme(tx: Tx, scope: OfficeScope, { programmeId, now }: Which) {
  const before = await lockProgramme(tx, scope, programmeId)
  if (!before) return { ok: false, reason: 'notFound' } as const
  const { officeId, actor } = scope
  await tx.delete(programmes).where(eq(programmes.id, programmeId))
  await audit(tx, actor, { officeId, action: 'programme.remove', subjectId: programmeId, before, now })
  return { ok: true } as const
}

/** Says which of the office's programmes an event shows; an id of another office is none. */
export async function chooseProgrammes(
  tx: Tx,
  scope: EventScope,
  { ids, now }: { ids: readonly string[]; now: Date },
) {
  const { eventId, officeId } = scope
  await lockEvent(tx, eventId)
  const ours = await tx
    .select({ id: programmes.id })
    .from(programmes)
    .where(eq(programmes.officeId, officeId))
  const chosen = ours.map(({ id }) => id).filter((id) => ids.includes(id))
  const before = await tx
    .select({ id: eventProgrammes.programmeId })
    .from(eventProgrammes)
    .where(eq(eventProgrammes.eventId, eventId))
  await tx.delete(eventProgrammes).where(eq(eventProgrammes.eventId, eventId))
  if (chosen.length)
    await tx.insert(eventProgrammes).values(chosen.map((programmeId) => ({ eventId, programmeId })))
  await note(tx, scope, {
    ...{ action: 'programme.choose', now },
    before: before.map(({ id }) => id),
    after: chosen,
  })
  return { ok: true } as const
}

/** The name in addresses, with a number where another programme has it; `programme` where nothing is Latin. */
export async function freeSlug(tx: Tx, officeId: string, wanted: string): Promise<string> {
  const base = wanted || 'programme'
  const taken = await tx
    .select({ slug: programmes.slug })
    .from(programmes)
    .where(eq(programmes.officeId, officeId))
  const used = new Set(taken.map(({ slug }) => slug))
  let slug = base
  for (let number = 2; used.has(slug); number++) slug = `${base}-${number}`
  return slug
}

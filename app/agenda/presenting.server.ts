import { and, eq } from 'drizzle-orm'
import { audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { speakers } from '#db/schema/agenda.server.ts'
import type { SpeakerScope } from '../accounts/speaker-scope.server.ts'
import { lockEvent } from '../events/lock.server.ts'
import { keepUnseen } from '../events/rules.ts'
import { keepPicture } from '../files/keep-picture.server.ts'
import { claimFile, type KeptFile, releaseFile } from '../files/record.server.ts'
import { clearUnused, type Stores } from '../files/unused.server.ts'
import type { Localized } from '../i18n/languages.ts'

/*
 * What speakers say of themselves. The public sees it with the next version of the agenda, once an organiser has read it.
 */

/** Replaces the biography in the event's languages. */
export async function describeYourself(
  tx: Tx,
  scope: SpeakerScope,
  { biography, now }: { biography: Localized; now: Date },
): Promise<void> {
  const event = await lockEvent(tx, scope.eventId)
  const before = await findOwn(tx, scope)
  const after = { biography: keepUnseen(before.biography, biography, event.languages) }
  await tx
    .update(speakers)
    .set({ ...after, updatedAt: now })
    .where(own(scope))
  await tell(tx, scope, { action: 'describe', before: { biography: before.biography }, after, now })
}

/** Puts an uploaded picture in the place of the one before. Refused as `readPicture` refuses; then nothing changes. */
export function showYourself(
  stores: Stores,
  scope: SpeakerScope,
  { bytes, now }: { bytes: Uint8Array; now: Date },
) {
  return keepPicture(stores, scope, { bytes, now }, (file) =>
    stores.database.write((tx) => setPicture(tx, scope, { file, now })),
  )
}

/** Takes the picture off again, and its bytes out of the store. */
export async function hideYourself(stores: Stores, scope: SpeakerScope, now: Date): Promise<void> {
  const { unused } = await stores.database.write((tx) => setPicture(tx, scope, { file: null, now }))
  await clearUnused(stores, scope, { fileIds: unused, now })
}

async function setPicture(tx: Tx, scope: SpeakerScope, { file, now }: { file: KeptFile | null; now: Date }) {
  await lockEvent(tx, scope.eventId)
  const { pictureId } = await findOwn(tx, scope)
  if (file) await claimFile(tx, scope, file)
  if (pictureId) await releaseFile(tx, pictureId)
  await tx
    .update(speakers)
    .set({ pictureId: file?.id ?? null, updatedAt: now })
    .where(own(scope))
  await tell(tx, scope, { action: 'picture', before: { pictureId }, after: { pictureId: file?.id }, now })
  return { ok: true as const, unused: pictureId ? [pictureId] : [] }
}

async function findOwn(tx: Tx, scope: SpeakerScope) {
  const [speaker] = await tx.select().from(speakers).where(own(scope))
  if (!speaker) throw new Error(`No speaker ${scope.speakerId}`)
  return speaker
}

function own({ eventId, speakerId }: SpeakerScope) {
  return and(eq(speakers.id, speakerId), eq(speakers.eventId, eventId))
}

type Told = { action: string; before: unknown; after: unknown; now: Date }

function tell(tx: Tx, { officeId, eventId, speakerId, actor }: SpeakerScope, { action, ...fact }: Told) {
  const about = { officeId, eventId, action: `agenda.speaker.${action}`, subjectId: speakerId }
  return audit(tx, actor, { ...about, ...fact })
}

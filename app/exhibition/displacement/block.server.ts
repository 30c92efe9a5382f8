import type { Reader } from '#db/client.server.ts'
import type { Language } from '../../i18n/languages.ts'
import { readShown } from './shown.server.ts'
import { type DisplacementView, readView } from './view.server.ts'

/**
 * What a block of an exhibit shows: the latest round of the first dataset that the event shows, as it is now; null when
 * it shows none. Show it by `DisplacementFigures`.
 */
export async function readLatest(
  read: Reader,
  event: { id: string; officeId: string },
  language: Language,
): Promise<DisplacementView | null> {
  const [dataset] = await readShown(read, event)
  return dataset ? readView(read, { dataset, round: null, language }) : null
}

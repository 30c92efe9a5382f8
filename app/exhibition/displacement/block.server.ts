import type { Reader } from '#db/client.server.ts'
import type { Language } from '../../i18n/languages.ts'
import { readShown } from './shown.server.ts'
import { type DisplacementView, readView } from './view.server.ts'

type Wanted = {
  /** A dataset by its slug; null for the first that the event shows. */
  dataset: string | null
  /** As an address names it, or `latest`. */
  round: string
  language: Language
}

/**
 * The figures that a block of an exhibit names, as they are now; null when the event no longer shows them, and then the
 * block shows nothing. Show them by `DisplacementBlock`.
 */
export async function readBlockView(
  read: Reader,
  event: { id: string; officeId: string },
  { dataset: slug, round, language }: Wanted,
): Promise<DisplacementView | null> {
  const datasets = await readShown(read, event)
  const dataset = slug ? datasets.find((shown) => shown.slug === slug) : datasets[0]
  return dataset ? readView(read, { dataset, round, language }) : null
}

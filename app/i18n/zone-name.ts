import type { Translator } from './options.ts'
import { useText } from './use-text.ts'

/** “Baghdad time”: beside every time that somebody elsewhere may read. Zones without a text of their own show their city. */
export function zoneName(t: Translator, zone: string): string {
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
  return t([`common:zone.${zone}` as 'common:zone.other', 'common:zone.other'], { zone: city })
}

export function useZoneName(zone: string): string {
  return zoneName(useText(), zone)
}

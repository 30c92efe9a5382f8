/** By NIST SP 800-63B: length counts, composition rules do not. In characters. */
export const shortestPassword = 10
export const longestPassword = 128

/** Every IANA zone for a choice, and `current` even where the platform lists it under another name. */
export function zoneChoices(current = 'Asia/Baghdad'): { value: string; label: string }[] {
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), current])
  return [...zones].sort().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))
}

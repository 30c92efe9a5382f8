/**
 * Which governorates touch which (OCHA COD-AB, 2019), each border told once, from the lower p-code. The drawing is too
 * coarse to tell: around Baghdad it would name neighbours that are none.
 */
const borders: Record<string, readonly string[]> = {
  IQG01: ['IQG04', 'IQG07', 'IQG08', 'IQG12', 'IQG15', 'IQG16'],
  IQG02: ['IQG03', 'IQG14', 'IQG17'],
  IQG03: ['IQG04', 'IQG05', 'IQG17'],
  IQG04: ['IQG05', 'IQG07', 'IQG12'],
  IQG05: ['IQG07', 'IQG17', 'IQG18'],
  IQG06: ['IQG10', 'IQG11', 'IQG13', 'IQG16'],
  IQG07: ['IQG08', 'IQG12', 'IQG18'],
  IQG08: ['IQG10', 'IQG16', 'IQG18'],
  IQG09: ['IQG11', 'IQG15'],
  IQG10: ['IQG16', 'IQG18'],
  IQG11: ['IQG13', 'IQG15', 'IQG16'],
  IQG13: ['IQG16'],
  IQG14: ['IQG17', 'IQG18'],
  IQG15: ['IQG16'],
  IQG17: ['IQG18'],
}

/** The p-codes of those a governorate borders on. */
export function neighboursOf(pcode: string): string[] {
  const told = Object.entries(borders).flatMap(([one, others]) => (others.includes(pcode) ? [one] : []))
  return [...told, ...(borders[pcode] ?? [])]
}

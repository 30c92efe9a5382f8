/** What the map can count, in the order in which it is offered. */
export const measures = ['exhibits', 'organisations'] as const
export type Measure = (typeof measures)[number]

export function isMeasure(name: unknown): name is Measure {
  return measures.includes(name as Measure)
}

/** What the map can count, in the order in which it is offered; `figure` is an indicator of a programme, by place. */
export const measures = ['exhibits', 'organisations', 'activities', 'agencies', 'figure'] as const
/** What is counted from exhibits alone. */
export const exhibitMeasures = ['exhibits', 'organisations'] as const
export type Measure = (typeof measures)[number]

export function isMeasure(name: unknown): name is Measure {
  return measures.includes(name as Measure)
}

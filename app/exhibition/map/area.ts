export type Point = [x: number, y: number]

/** A governorate as drawn: all measures in units of a drawing that is `drawing.width` wide. */
export type Area = {
  /** OCHA p-code. */
  pcode: string
  /** SVG path data. */
  path: string
  /** The middle of its name and number. */
  at: Point
  /** For a name that stands beside its area: on which area it stands, and where the line ends that leads to its own. */
  beside?: { over: string; leadsTo: Point }
}

/** Iraq fits into it with a narrow margin. */
export const drawing = { width: 1000, height: 1006 }

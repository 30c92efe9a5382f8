import { z } from 'zod'

/** Where the eye should rest when a picture is cut, in hundredths from its left and top edge. */
export type Focus = { x: number; y: number }

const edges = { left: 0, top: 0, centre: 50, middle: 50, right: 100, bottom: 100 } as const

/** The nine places of a picture, as they lie: row by row, from its left. */
export const placesOfFocus = [
  ...(['left-top', 'centre-top', 'right-top'] as const),
  ...(['left-middle', 'centre-middle', 'right-middle'] as const),
  ...(['left-bottom', 'centre-bottom', 'right-bottom'] as const),
]
export type PlaceOfFocus = (typeof placesOfFocus)[number]
export const middle: PlaceOfFocus = 'centre-middle'

const hundredths = z.number().int().min(0, 'invalid').max(100, 'invalid').default(50)

/** What a form says of it: one of nine places, or `exact`, and then the point in hundredths. */
export const focusFields = {
  focusAt: z.enum([...placesOfFocus, 'exact']).default(middle),
  focusX: hundredths,
  focusY: hundredths,
}
type Asked = { focusAt: PlaceOfFocus | 'exact'; focusX: number; focusY: number }

/** The point that a form asks for. */
export function focusAsked({ focusAt, focusX, focusY }: Asked): Focus {
  return focusAt === 'exact' ? { x: focusX, y: focusY } : pointOf(focusAt)
}

/** How a form shows a point. */
export function focusShown(focus: Focus): Asked {
  const place = placesOfFocus.find((one) => {
    const { x, y } = pointOf(one)
    return x === focus.x && y === focus.y
  })
  return { focusAt: place ?? 'exact', focusX: focus.x, focusY: focus.y }
}

function pointOf(place: PlaceOfFocus): Focus {
  const [across, down] = place.split('-') as [keyof typeof edges, keyof typeof edges]
  return { x: edges[across], y: edges[down] }
}

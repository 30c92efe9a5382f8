import { drawing } from './area.ts'
import { boundaries } from './boundaries.ts'

/** Where a governorate lies among the others; nothing when it is not drawn. What it shows stands beside it in words. */
export function Locator({ pcode }: { pcode: string }) {
  const here = boundaries.find((area) => area.pcode === pcode)
  if (!here) return null
  return (
    <svg
      className="locator"
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      aria-hidden="true"
      focusable="false"
    >
      {boundaries.map((area) => (
        <path key={area.pcode} className="area quiet" d={area.path} />
      ))}
      <path className="area here" d={here.path} />
    </svg>
  )
}

import { useLanguage } from '../../i18n/use-language.ts'
import { type Area, drawing, type Point } from './area.ts'
import { boundaries } from './boundaries.ts'
import { type DrawnPlace, drawnInOrder, type Place } from './places.ts'
import { type Shade, shadeOf } from './shades.ts'

type Given = {
  places: readonly Place[]
  /** As `stepsFor` gives them. */
  steps: readonly number[]
  /** What the map shows, for those who cannot see it. */
  label: string
  areas?: readonly Area[]
}

/**
 * The governorates, shaded by value; each is a link that says its name and its value. Nothing is told by shade alone: the
 * number stands on the map, and `PlaceTable` says the same in words.
 */
export function GovernorateMap({ places, steps, label, areas = boundaries }: Given) {
  const drawn = drawnInOrder(places, useLanguage(), areas)
  const shade = (place: DrawnPlace) => shadeOf(place.value, steps)
  // Outlines first, as the file has them: a later one may lie on one before, and no name may disappear under a neighbour.
  const painted = areas.flatMap(({ pcode }) => drawn.find((place) => place.pcode === pcode) ?? [])
  return (
    <div className="governorate-map">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing whose parts are links is a group; no element of HTML is. */}
      <svg viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="group" aria-label={label}>
        <Hatching />
        <g>
          {painted.map((place) => (
            <path
              key={place.pcode}
              className={`area shade-${shade(place)}`}
              fill="url(#hatching)"
              d={place.area.path}
            />
          ))}
        </g>
        {drawn.map((place) => (
          <PlaceLink key={place.pcode} place={place} on={shade(groundOf(place, drawn))} />
        ))}
      </svg>
    </div>
  )
}

/** The place on whose colour the name of this one stands. */
function groundOf(place: DrawnPlace, drawn: DrawnPlace[]): DrawnPlace {
  return drawn.find(({ pcode }) => pcode === place.area.beside?.over) ?? place
}

function PlaceLink({ place, on }: { place: DrawnPlace; on: Shade }) {
  const { path, at, beside } = place.area
  return (
    <a href={place.href} className={`place on-${on}`}>
      <title>{`${place.name}: ${place.said}`}</title>
      <path className="edge" d={path} />
      {beside && <path className="leader" d={leaderOf(at, beside.leadsTo)} />}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: text in a drawing takes no focus; the title says all of it. */}
      <text textAnchor="middle" x={at[0]} y={at[1]} aria-hidden="true">
        <tspan className="name">{place.name}</tspan>
        {place.short && (
          <tspan className="number" x={at[0]} dy="1.1em">
            {place.short}
          </tspan>
        )}
      </text>
    </a>
  )
}

/** From behind the letters of a name, at half their height, to the place. */
function leaderOf([x, y]: Point, [toX, toY]: Point): string {
  return `M${x} ${y - 6}L${toX} ${toY}`
}

/** Where there is no value. Lines rather than a colour, so that it is no step of the scale in any print. */
export function Hatching() {
  return (
    <defs>
      <pattern id="hatching" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="hatch-ground" width="9" height="9" />
        <path className="hatch-line" d="M0 0V9" />
      </pattern>
    </defs>
  )
}

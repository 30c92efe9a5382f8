import { useLoaderData } from '@remix-run/react'
import type { Box } from '#app/exhibition/plan/geometry.ts'
import { routePast } from '#app/exhibition/plan/route.ts'
import { everyBooth } from '#app/exhibition/tours/route-in.ts'
import { formatNumber, isolate } from '#app/i18n/format.ts'
import { direction } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { pictureAddress, widthFor } from '#app/ui/picture.tsx'
import { planAddress } from './address.ts'
import { DrawnBooths } from './drawn-booth.tsx'
import { FurnitureShape } from './furniture.tsx'
import { named } from './named.ts'
import type { loader } from './route.tsx'
import type { DrawnBooth, Plan } from './use-plan.ts'

const zooms = [1, 2, 4] as const

/** The hall as it is drawn: never mirrored, since walls do not turn with the language. Larger by a choice, without script. */
export function Drawing({ plan }: { plan: Plan }) {
  const t = useText()
  return (
    <>
      <fieldset className="plan-zoom row">
        <legend className="visually-hidden">{t('plan:zoom')}</legend>
        {zooms.map((zoom) => (
          <label key={zoom}>
            <input
              type="radio"
              name="zoom"
              id={`zoom-${zoom}`}
              autoComplete="off"
              defaultChecked={zoom === 1}
            />
            {zoom === 1 ? t('plan:whole') : t('plan:times', { count: zoom })}
          </label>
        ))}
      </fieldset>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: enlarged it is wider than a screen; keys must reach all of it. */}
      <section className="plan-scroll" dir="ltr" aria-label={t('plan:drawing')} tabIndex={0}>
        <Sheet plan={plan} />
      </section>
    </>
  )
}

function Sheet({ plan }: { plan: Plan }) {
  const { hall, view, furniture, area, areas } = plan
  const t = useText()
  const isOverview = areas.length > 1 && !area
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no fieldset within a drawing.
    <svg
      className="plan-svg"
      viewBox={`${view.x} ${view.y} ${view.width} ${view.depth}`}
      role="group"
      aria-label={t('plan:booths', { count: plan.told.length })}
      direction={direction(useLanguage())}
    >
      <Ground hall={hall} />
      {furniture.map((one) => (
        <FurnitureShape key={one.id} furniture={one} hall={hall} size={Math.round(view.width / 75)} />
      ))}
      <Route plan={plan} />
      <Untold booths={plan.drawn} told={plan.told} />
      <DrawnBooths plan={plan} />
      <StopNumbers plan={plan} />
      {isOverview && <AreaLinks plan={plan} />}
      {plan.here && <Pin box={plan.here.box} size={view.width / 28} />}
    </svg>
  )
}

function Ground({ hall }: { hall: Plan['hall'] }) {
  const { picture, isPicturePublic, pictureX, pictureY, pictureWidth, pictureOpacity } = hall
  return (
    <>
      <rect className="plan-floor" width={hall.width} height={hall.depth} />
      {picture && isPicturePublic && (
        <image
          href={pictureAddress(picture, widthFor(picture, 1600))}
          x={pictureX}
          y={pictureY}
          width={pictureWidth}
          height={Math.round((pictureWidth * picture.height) / picture.width)}
          opacity={pictureOpacity / 100}
        />
      )}
    </>
  )
}

/** Past the stops of a suggested route, or past all booths, in the order in which one walks. */
function Route({ plan }: { plan: Plan }) {
  const { choice } = useLoaderData<typeof loader>()
  const stops = choice.route === everyBooth ? plan.told : plan.stops.map(({ booth }) => booth)
  if (stops.length < 2) return null
  const standing = [...plan.drawn, ...plan.furniture.filter(({ kind }) => kind !== 'label')]
  const points = routePast(
    stops.map(({ box }) => box),
    { hall: plan.hall, standing: standing.map(({ box }) => box) },
  )
  return (
    <polyline
      className="plan-route"
      points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
      strokeWidth={Math.round(plan.view.width / 160)}
    />
  )
}

/** Booths that are there and not told apart: two outlines, whatever their number. */
function Untold({ booths, told }: { booths: DrawnBooth[]; told: DrawnBooth[] }) {
  const apart = new Set(told)
  const rest = booths.filter((booth) => !apart.has(booth))
  const outline = (some: DrawnBooth[]) =>
    some.map(({ box }) => `M${box.x} ${box.y}h${box.width}v${box.depth}h-${box.width}z`).join('')
  const isFree = ({ state }: DrawnBooth) => state === 'free'
  return (
    <>
      <path className="plan-rest" d={outline(rest.filter((booth) => !isFree(booth)))} />
      <path className="plan-rest free" d={outline(rest.filter(isFree))} />
    </>
  )
}

function AreaLinks({ plan }: { plan: Plan }) {
  const { event, choice, halls } = useLoaderData<typeof loader>()
  const t = useText()
  const address = `/${useLanguage()}/${event.slug}/exhibition/plan`
  const hall = halls.find(({ isShown }) => isShown)?.number ?? null
  return (
    <g className="plan-areas" fontSize={Math.round(plan.view.width / 24)}>
      {plan.areas.map(({ number, box, booths }) => (
        <a
          key={number}
          href={planAddress(address, { hall, area: number, sector: choice.sector })}
          aria-label={t('plan:areaOf', areaWords(number, booths))}
        >
          <rect x={box.x} y={box.y} width={box.width} height={box.depth} />
          <text x={box.x + box.width / 2} y={box.y + box.depth / 2} dy=".35em">
            {t('plan:number', { count: number })}
          </text>
        </a>
      ))}
    </g>
  )
}

function areaWords(number: number, booths: DrawnBooth[]) {
  const [first, last] = [booths[0]?.code ?? '', booths.at(-1)?.code ?? '']
  return { number, first: isolate(first), last: isolate(last), count: booths.length }
}

/** The areas of a large hall as links: the drawing's numbers in words. */
export function Areas({ plan }: { plan: Plan }) {
  const { event, choice, halls } = useLoaderData<typeof loader>()
  const t = useText()
  const address = `/${useLanguage()}/${event.slug}/exhibition/plan`
  const hall = halls.find(({ isShown }) => isShown)?.number ?? null
  return (
    <nav aria-labelledby="areas" className="stack">
      <h2 id="areas">{t('plan:areas')}</h2>
      <p className="muted">{t('plan:areasHint')}</p>
      <ul className="plain-list plan-area-list">
        {plan.areas.map(({ number, booths }) => (
          <li key={number}>
            <a href={planAddress(address, { hall, area: number, sector: choice.sector })}>
              {t('plan:areaOf', areaWords(number, booths))}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Which stop of the route each booth is; those who hear the drawing read it in the list beside. */
function StopNumbers({ plan }: { plan: Plan }) {
  const language = useLanguage()
  const size = plan.view.width / 34
  return plan.stops.map(({ number, booth: { id, box } }) => (
    <g key={id} className="plan-stop" {...named('')}>
      <circle cx={box.x + size * 0.35} cy={box.y + size * 0.35} r={size * 0.55} />
      <text x={box.x + size * 0.35} y={box.y + size * 0.35} dy=".36em" fontSize={Math.round(size * 0.7)}>
        {formatNumber(number, language)}
      </text>
    </g>
  ))
}

function Pin({ box, size }: { box: Box; size: number }) {
  const t = useText()
  const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.depth * 0.2, size / 2)]
  const [r, low] = [size * 0.45, size * 1.2]
  return (
    <g className="plan-pin" {...named(t('plan:youAreHere'))}>
      <path
        d={`M${x} ${y}L${x - r * 0.8} ${y - low * 0.55}A${r} ${r} 0 1 1 ${x + r * 0.8} ${y - low * 0.55}Z`}
      />
      <circle cx={x} cy={y - low * 0.78} r={r * 0.4} />
    </g>
  )
}

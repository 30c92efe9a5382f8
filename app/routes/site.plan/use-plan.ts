import { useLoaderData } from '@remix-run/react'
import { type Area, areasOf } from '#app/exhibition/plan/areas.ts'
import { type Box, overlaps } from '#app/exhibition/plan/geometry.ts'
import type { PublicBooth, PublicHall } from '#app/exhibition/plan/public.server.ts'
import type { loader } from './route.tsx'

export type DrawnBooth = PublicBooth & { box: Box }
export type Plan = NonNullable<ReturnType<typeof usePlan>>

/** What of the hall is looked at: all of it, or one area of a large one, and which booths are told apart in it. */
export function usePlan() {
  const { plan, choice, here, found, tour } = useLoaderData<typeof loader>()
  if (!plan) return null
  const drawn = plan.booths.filter(isDrawn)
  const areas = areasOf(drawn)
  const hits = found && new Set(found)
  const area = areas.length > 1 ? areaShown(areas, choice.area, here) : null
  const view = area ? padded(area.box) : wholeHall(plan.hall)
  const seen = area ? drawn.filter(({ box }) => overlaps(box, view)) : drawn
  return {
    ...{ hall: plan.hall, furniture: plan.furniture, areas, area, hits, view },
    here: drawn.find(({ id }) => id === here) ?? null,
    /** All that is to be seen, told apart or not. */
    drawn: seen,
    /** What is told apart, in walking order; in the overview of a hall too large for it, what was found. */
    told: areas.length > 1 ? (area?.booths ?? foundIn(drawn, hits)) : drawn,
    /** What of a suggested route lies here, each booth with which stop of the whole it is. */
    stops: stopsOf(seen, tour),
    listed: listedOf(plan, { area, hits, isLarge: areas.length > 1 }),
    undrawn: plan.booths.length - drawn.length,
  }
}

function isDrawn(booth: PublicBooth): booth is DrawnBooth {
  return booth.box !== null
}

function stopsOf(drawn: DrawnBooth[], tour: { stops: { boothId: string }[] } | null) {
  const known = new Map(drawn.map((booth) => [booth.id, booth]))
  return (tour?.stops ?? []).flatMap(({ boothId }, at) => {
    const booth = known.get(boothId)
    return booth ? [{ number: at + 1, booth }] : []
  })
}

function areaShown(areas: Area<DrawnBooth>[], wished: number | null, here: string | null) {
  const chosen = areas.find(({ number }) => number === wished)
  return chosen ?? areas.find(({ booths }) => booths.some(({ id }) => id === here)) ?? null
}

/** As many as a page of the list shows; more are found by a narrower search, or area by area. */
const mostFound = 100

/** What the list beside the drawing says: the booths of what is looked at, or those that were found. */
function listedOf(
  { booths }: PublicHall,
  { area, hits, isLarge }: { area: Area<DrawnBooth> | null; hits: Set<string> | null; isLarge: boolean },
): PublicBooth[] {
  const seen = area ? area.booths : isLarge && !hits ? [] : booths
  return hits ? seen.filter(({ id }) => hits.has(id)).slice(0, mostFound) : seen
}

function foundIn(booths: DrawnBooth[], hits: Set<string> | null): DrawnBooth[] {
  return hits ? booths.filter(({ id }) => hits.has(id)).slice(0, mostFound) : []
}

function wholeHall({ width, depth }: PublicHall['hall']): Box {
  const margin = Math.round(width / 60)
  return { x: -margin, y: -margin, width: width + 2 * margin, depth: depth + 2 * margin }
}

function padded({ x, y, width, depth }: Box): Box {
  const by = 150
  return { x: x - by, y: y - by, width: width + 2 * by, depth: depth + 2 * by }
}

import { countActivitySectors, readShownLists } from '#app/exhibition/activities/read.server.ts'
import type { Measure } from '#app/exhibition/map/measure.ts'
import type { Measured } from '#app/exhibition/map/measured.ts'
import { readMeasure } from '#app/exhibition/map/measures.server.ts'
import { type PlacedFigure, placedFigures } from '#app/exhibition/map/programme-figures.ts'
import { findShownProgramme, readShownProgrammes } from '#app/exhibition/programmes/read.server.ts'
import { countSectors } from '#app/exhibition/public.server.ts'
import type { Reader } from '#db/client.server.ts'
import type { MapChoice } from './address.ts'

/** What the map shows of an event: the choice as far as there is such a thing, what can be chosen instead, and the figures. */
export async function shownMeasure(read: Reader, eventId: string, asked: MapChoice) {
  const [programmes, lists] = await Promise.all([
    readShownProgrammes(read, eventId),
    readShownLists(read, eventId),
  ])
  const programme = asked.programme ? await findShownProgramme(read, eventId, asked.programme) : null
  const figures = programme ? placedFigures(programme) : []
  const figure = figures.find(({ key }) => key === asked.figure) ?? null
  const choice = chosen(asked, { programme: programme?.slug ?? null, figure, hasLists: lists.length > 0 })
  const programmeId = programme?.id ?? null
  const [organisations, measured, bySector] = await Promise.all([
    readMeasure(read, eventId, { measure: 'organisations', sector: null, programmeId }),
    measuredBy(read, eventId, { choice, figure, programmeId }),
    isOfLists(choice.measure)
      ? countActivitySectors(read, eventId, programmeId)
      : countSectors(read, eventId),
  ])
  const offered: Measure[] = [
    'exhibits',
    // One organisation alone makes a map that says nothing.
    ...(organisations.total > 1 || choice.measure === 'organisations' ? (['organisations'] as const) : []),
    ...(lists.length ? (['activities', 'agencies'] as const) : []),
  ]
  return {
    ...{ choice, measured, bySector, programmes, offered, figure },
    figures: figures.map(({ key, name, unit, phase }) => ({ key, name, unit, phase })),
    origins: figure ? figure.results : isOfLists(choice.measure) ? lists : [],
  }
}

/** Whether a measure is counted from lists of activities, not from exhibits. */
function isOfLists(measure: Measure): boolean {
  return measure === 'activities' || measure === 'agencies'
}

type Possible = { programme: string | null; figure: PlacedFigure | null; hasLists: boolean }

/** What is not there counts as not chosen: addresses are kept for longer than programmes and lists. */
function chosen(asked: MapChoice, { programme, figure, hasLists }: Possible): MapChoice {
  const isPossible = asked.measure === 'figure' ? figure !== null : hasLists || !isOfLists(asked.measure)
  const measure = isPossible ? asked.measure : 'exhibits'
  const isFigure = measure === 'figure'
  return {
    ...{ measure, programme },
    // A figure is of the whole programme, whatever its themes.
    sector: isFigure ? null : asked.sector,
    figure: isFigure ? (figure?.key ?? null) : null,
  }
}

type Measuring = { choice: MapChoice; figure: PlacedFigure | null; programmeId: string | null }

async function measuredBy(
  read: Reader,
  eventId: string,
  { choice: { measure, sector }, figure, programmeId }: Measuring,
): Promise<Measured> {
  if (measure !== 'figure') return readMeasure(read, eventId, { measure, sector, programmeId })
  const placed = figure?.results ?? []
  return {
    values: Object.fromEntries(placed.flatMap(({ pcode, value }) => (pcode ? [[pcode, value]] : []))),
    total: placed.length,
  }
}

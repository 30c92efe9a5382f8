import { fold } from '../../../directory/fold.ts'
import { type Localized, languages } from '../../../i18n/languages.ts'
import type { KnownProgramme, KnownResult } from './known.server.ts'
import type { RowReading } from './rows.ts'

/** Something that rows name: one of ours, or a new one. */
export type Draft = {
  /** Null: a new one. */
  id: string | null
  name: Localized
  /** What the sheet has called it so far; another word later on is not taken. */
  said: Localized
  isChanged: boolean
  /** Its place among its kind; new ones come last. */
  position: number
  /** Whether a row that is taken names it. */
  isUsed: boolean
}
export type DraftIndicator = Draft & {
  code: string | null
  unit: Localized
  saidUnit: Localized
  component: Draft | null
  results: Map<string, KnownResult>
}
export type DraftProgramme = Draft & {
  acronym: Localized
  phases: Draft[]
  components: Draft[]
  indicators: DraftIndicator[]
}

/** What a row names, found or made. `otherwise` is a text that contradicts an earlier row's. */
export type Named = {
  programme: DraftProgramme
  phase: Draft | null
  component: Draft | null
  indicator: DraftIndicator
  otherwise: string | null
}

/** Finds drafts by any of their names, in whatever language and spelling. */
type Index<One extends Draft> = Map<string, One[]>

function keysOf(texts: Localized): string[] {
  return languages.flatMap((language) => {
    const key = fold(texts[language] ?? '')
    return key ? [key] : []
  })
}

function enter<One extends Draft>(index: Index<One>, keys: readonly string[], one: One): void {
  for (const key of keys) {
    const those = index.get(key)
    if (!those) index.set(key, [one])
    else if (!those.includes(one)) those.push(one)
  }
}

function lookUp<One extends Draft>(index: Index<One>, keys: readonly string[]): One[] {
  for (const key of keys) {
    const found = index.get(key)
    if (found) return found
  }
  return []
}

function draftOf({
  id,
  name,
  position = 0,
}: {
  id: string | null
  name: Localized
  position?: number
}): Draft {
  return { id, name: { ...name }, said: {}, isChanged: false, position, isUsed: false }
}

/** A new one, after the others. */
function newDraft(among: readonly Draft[]): Draft {
  return draftOf({ id: null, name: {}, position: (among.at(-1)?.position ?? -1) + 1 })
}

export function resultKey(phase: Draft | null, pcode: string | null, phases: readonly Draft[]): string {
  return `${phase ? phases.indexOf(phase) : ''}|${pcode ?? ''}`
}

type Indexed = {
  programme: DraftProgramme
  phases: Index<Draft>
  components: Index<Draft>
  indicators: Index<DraftIndicator>
  codes: Map<string, DraftIndicator>
}

/** Everything of the office that rows may name, and what they bring new. */
export function draftBook(known: readonly KnownProgramme[]) {
  const all: Indexed[] = known.map(indexed)
  const byName: Index<DraftProgramme> = new Map()
  const withIndex = new Map(all.map((one) => [one.programme, one]))
  for (const [at, { programme }] of all.entries()) {
    const slug = known[at]?.slug ?? ''
    enter(byName, [...keysOf(programme.acronym), fold(slug), ...keysOf(programme.name)], programme)
  }

  /** What a row names; null when it names no programme and none is meant by default. */
  function resolve(row: RowReading, fallbackId: string | null): Named | null {
    const keys = [fold(row.programmeCode), ...keysOf(row.programme)].filter(Boolean)
    const fallback = fallbackId ? all.find(({ programme }) => programme.id === fallbackId)?.programme : null
    const programme = keys.length ? (lookUp(byName, keys)[0] ?? addProgramme(row)) : fallback
    if (!programme) return null
    enter(byName, keys, programme)
    const its = withIndex.get(programme)
    if (!its) return null
    const phase = pieceIn(its.phases, programme.phases, row.phase)
    const component = pieceIn(its.components, programme.components, row.component)
    const indicator = indicatorIn(its, row, component)
    const contradictions = [
      say(programme, programme.name, programme.said, row.programme),
      phase && say(phase, phase.name, phase.said, row.phase),
      component && say(component, component.name, component.said, row.component),
      say(indicator, indicator.name, indicator.said, row.indicator),
      say(indicator, indicator.unit, indicator.saidUnit, row.unit),
    ]
    return { programme, phase, component, indicator, otherwise: contradictions.find(Boolean) ?? null }
  }

  function addProgramme({ programmeCode, programme: name }: RowReading): DraftProgramme {
    const made = indexed({
      ...{ id: null, phases: [], components: [], indicators: [] },
      // A programme that is known by its code alone is called so until it has a name.
      name: keysOf(name).length ? name : { en: programmeCode },
      acronym: programmeCode ? { en: programmeCode } : {},
    })
    all.push(made)
    withIndex.set(made.programme, made)
    return made.programme
  }
  return { resolve, programmes: () => all.map(({ programme }) => programme) }
}

type Given = Pick<KnownProgramme, 'name' | 'acronym' | 'phases' | 'components' | 'indicators'> & {
  id: string | null
}

function indexed(known: Given): Indexed {
  const [phases, components] = [known.phases.map(draftOf), known.components.map(draftOf)]
  const find = (drafts: Draft[], id: string | null) => drafts.find((draft) => draft.id === id) ?? null
  const indicators = known.indicators.map((one): DraftIndicator => {
    const results = new Map(
      one.results.map((result) => [resultKey(find(phases, result.phaseId), result.pcode, phases), result]),
    )
    const { code, unit } = one
    const component = find(components, one.componentId)
    return { ...draftOf(one), ...{ code, component, results }, unit: { ...unit }, saidUnit: {} }
  })
  const programme = { ...draftOf(known), acronym: known.acronym, phases, components, indicators }
  const its: Indexed = {
    programme,
    phases: new Map(),
    components: new Map(),
    indicators: new Map(),
    codes: new Map(),
  }
  for (const one of phases) enter(its.phases, keysOf(one.name), one)
  for (const one of components) enter(its.components, keysOf(one.name), one)
  for (const one of indicators) {
    enter(its.indicators, keysOf(one.name), one)
    if (one.code) its.codes.set(fold(one.code), one)
  }
  return its
}

function pieceIn(index: Index<Draft>, list: Draft[], texts: Localized): Draft | null {
  const keys = keysOf(texts)
  if (!keys.length) return null
  const [found] = lookUp(index, keys)
  const piece = found ?? newDraft(list)
  if (!found) list.push(piece)
  enter(index, keys, piece)
  return piece
}

/** By its code, whatever it is called; else by its name, within the component that the row names. */
function indicatorIn(its: Indexed, row: RowReading, component: Draft | null): DraftIndicator {
  const [code, keys] = [fold(row.indicatorCode), keysOf(row.indicator)]
  const mayBe = (one: DraftIndicator) => !code || !one.code || fold(one.code) === code
  const named = lookUp(its.indicators, keys).filter(mayBe)
  const fitting = component
    ? (named.find((one) => one.component === component) ?? named.find((one) => !one.component))
    : (named.find((one) => !one.component) ?? named[0])
  const indicator = its.codes.get(code) ?? fitting ?? addIndicator(its)
  enter(its.indicators, keys, indicator)
  if (component && indicator.component !== component) {
    indicator.component = component
    indicator.isChanged = true
  }
  if (code && !indicator.code) {
    indicator.code = row.indicatorCode
    indicator.isChanged = true
    its.codes.set(code, indicator)
  }
  // An indicator that is known by its code alone is called so until it has a name.
  if (!keysOf(indicator.name).length && !keys.length) indicator.name = { en: row.indicatorCode }
  return indicator
}

function addIndicator({ programme }: Indexed): DraftIndicator {
  const rest = { code: null, component: null, results: new Map<string, KnownResult>() }
  const made = { ...newDraft(programme.indicators), ...rest, unit: {}, saidUnit: {} }
  programme.indicators.push(made)
  return made
}

/** Takes over how a row calls something; answers a text that an earlier row has otherwise. */
function say(draft: Draft, name: Localized, said: Localized, texts: Localized): string | null {
  let otherwise: string | null = null
  for (const language of languages) {
    const text = texts[language]
    if (!text) continue
    if (said[language] === undefined) {
      said[language] = text
      if (name[language] === text) continue
      name[language] = text
      draft.isChanged = true
    } else if (said[language] !== text) otherwise ??= text
  }
  return otherwise
}

import type { Localized } from '../../i18n/languages.ts'
import { type FigureQualifier, isAsOf, saysNothing } from '../rules.ts'
import { type GroupCounts, groupings } from './groups.ts'

export const phaseStates = ['planned', 'running', 'finished'] as const
export type PhaseState = (typeof phaseStates)[number]

export type ResultContent = {
  phaseId: string | null
  pcode: string | null
  value: number
  qualifier: FigureQualifier
  target: number | null
  groups: GroupCounts
  asOf: string
  source: Localized
  sourceUrl: string | null
}

export type ResultRefusal = 'asOf' | 'sourceNeeded' | 'tooManyInGroups'

/** Why a result cannot stand as it is: no date that exists, no source, or groups that hold more than there are. */
export function refuseResult({
  asOf,
  source,
  value,
  qualifier,
  groups,
}: Pick<ResultContent, 'asOf' | 'source' | 'value' | 'qualifier' | 'groups'>): ResultRefusal | null {
  if (!isAsOf(asOf)) return 'asOf'
  if (saysNothing(source)) return 'sourceNeeded'
  const sums = Object.values(groupings).map((some) => some.reduce((sum, one) => sum + (groups[one] ?? 0), 0))
  // “More than 2,200” may well be 2,260; what is nearly or exactly so many is not more.
  const mayBeMore = qualifier === 'more_than' || qualifier === 'about'
  return !mayBeMore && sums.some((sum) => sum > value) ? 'tooManyInGroups' : null
}

/** Whether a phase ends before it starts, as far as both are known. */
export function endsBefore(startsOn: string | null, endsOn: string | null): boolean {
  return startsOn !== null && endsOn !== null && endsOn < startsOn.slice(0, endsOn.length)
}

/** What of a target has been reached, in percent and rounded down; null without one. */
export function reachedPercent({ value, target }: { value: number; target: number | null }): number | null {
  return target && target > 0 ? Math.floor((value / target) * 100) : null
}

/** Ways to tell people apart, and the groups of each, in the order in which lists show them. */
export const groupings = {
  sex: ['female', 'male'],
  age: ['under_18', 'from_18_to_59', 'from_60'],
  status: ['displaced', 'returnee', 'host_community', 'refugee'],
  disability: ['with_disability'],
} as const

export type Grouping = keyof typeof groupings
export type Group = (typeof groupings)[Grouping][number]
export const groups: readonly Group[] = Object.values(groupings).flat()

/** How many of a result are in each group; only those that are known. */
export type GroupCounts = Partial<Record<Group, number>>

export function isGroup(name: unknown): name is Group {
  return groups.includes(name as Group)
}

/** What was stored, without what we have no name for. */
export function groupCounts(stored: Partial<Record<string, number>>): GroupCounts {
  return Object.fromEntries(
    groups.flatMap((group) => (typeof stored[group] === 'number' ? [[group, stored[group]]] : [])),
  )
}

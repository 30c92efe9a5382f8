/**
 * What an exhibit can be about, in the order in which lists show them: from the first hours to lasting solutions, then
 * what guides all of it. Their names are texts, `visitor:sector.{slug}`; a new one needs a line here and in each language.
 */
export const sectors = [
  'emergency',
  'cash_relief',
  'shelter',
  'water_sanitation',
  'health',
  'psychosocial',
  'protection',
  'education',
  'livelihoods',
  'business_development',
  'community_projects',
  'social_cohesion',
  'migration_management',
  'displacement_data',
  'coordination',
] as const

export type Sector = (typeof sectors)[number]

export function isSector(slug: unknown): slug is Sector {
  return sectors.includes(slug as Sector)
}

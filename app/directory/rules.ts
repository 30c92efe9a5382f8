import type { OrganisationKind } from '#db/schema/directory.server.ts'

/** In the order in which a list offers them. */
export const organisationKinds = [
  'ministry',
  'local_authority',
  'donor',
  'embassy',
  'un_agency',
  'ngo',
  'academia',
  'media',
  'private_sector',
  'host',
  'other',
] as const satisfies readonly OrganisationKind[]

/** How a list may be sorted. */
export const sorts = ['name', 'organisation', 'precedence', 'latest'] as const
export type Sort = (typeof sorts)[number]

/** Words separated by commas or semicolons, Arabic ones too; each once, spelled as it came first. */
export function splitList(text: string): string[] {
  const parts = text
    .split(/[,;،؛\n]+/)
    .map((part) => part.trim())
    .filter(Boolean)
  return parts.filter((part, i) => parts.findIndex((other) => sameSpelling(other, part)) === i)
}

/** Each address once, whatever its letter case, in the order given. */
export function distinctAddresses(addresses: readonly string[]): string[] {
  return addresses.filter((address, i) => addresses.findIndex((other) => sameSpelling(other, address)) === i)
}

function sameSpelling(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

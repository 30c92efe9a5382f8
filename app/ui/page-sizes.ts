/** How many rows a long list may show at once; the first is usual. More would make an address with all marked too long. */
export const pageSizes = [50, 100, 200] as const
export type PageSize = (typeof pageSizes)[number]

/** The size that an address asks for; what is none of ours is the usual one. */
export function pageSizeOf(parameters: URLSearchParams): PageSize {
  const wanted = Number(parameters.get('size'))
  return pageSizes.find((size) => size === wanted) ?? pageSizes[0]
}

/** A query that keeps the size, which the usual one need not say. */
export function withSize(query: string, size: PageSize): string {
  const kept = new URLSearchParams(query)
  if (size !== pageSizes[0]) kept.set('size', String(size))
  return kept.toString()
}

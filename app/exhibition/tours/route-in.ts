/** What `?route=` says of the way past all booths; every other word is the address of a suggested route. */
export const everyBooth = 'shown'

/** Which route an address means; empty for none, and for what can be none. */
export function routeIn(query: URLSearchParams): string {
  const given = query.get('route') ?? ''
  return /^[a-z0-9-]{1,70}$/.test(given) ? given : ''
}

/** The same page along a route. */
export function alongRoute(address: string, route: string | undefined): string {
  return route ? `${address}?route=${route}` : address
}

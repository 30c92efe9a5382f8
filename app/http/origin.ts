/**
 * Whether a request may change anything: it comes from our own pages, or from none at all (a person typing, a program).
 * Remix's own check misses resource routes and runs actions through `?_data=`, so this stands before it.
 */
export function isTrustedOrigin(request: Request, appUrl: string): boolean {
  if (new URL(request.url).searchParams.has('_data')) return false
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return true
  const site = request.headers.get('Sec-Fetch-Site')
  if (site) return site === 'same-origin' || site === 'none'
  return request.headers.get('Origin') === new URL(appUrl).origin
}

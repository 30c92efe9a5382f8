/** What programs post to without a page of ours: one-click unsubscribe (RFC 8058), guarded by the token alone. */
const machineEndpoints = /^\/u\/[\w-]+$/

/**
 * Whether a request may change anything: it comes from our own pages, or from none at all (a person typing, a program).
 * Remix's own check misses resource routes and runs actions through `?_data=`, so this stands before it.
 */
export function isTrustedOrigin(request: Request, appUrl: string): boolean {
  const { url, method } = request
  const query = url.indexOf('?')
  if (query >= 0 && new URLSearchParams(url.slice(query)).has('_data')) return false
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return true
  if (method === 'POST' && machineEndpoints.test(new URL(url).pathname)) return true
  const site = request.headers.get('Sec-Fetch-Site')
  if (site) return site === 'same-origin' || site === 'none'
  return request.headers.get('Origin') === new URL(appUrl).origin
}

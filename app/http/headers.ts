import { languages } from '../i18n/languages.ts'

// Routes match in any letter case and with doubled slashes, so these must too. They are given decoded paths.
const privatePages = /^\/+(r|o|s|b|u|desk|sign-in|sign-out|setup|reset|door)(\/|\.data$|$)/i
const tokenPages = /^\/+(r|o|s|b|u|reset)\/+[^/]+/i

function isPrivatePage(pathname: string): boolean {
  return privatePages.test(pathname)
}

/** Whether the address itself is the key: `/r/{token}`, `/reset/{token}` … */
export function isTokenPage(pathname: string): boolean {
  return tokenPages.test(pathname)
}

/** The address as a log may keep it: without tokens, without the query, without line breaks. */
export function maskedPath(pathname: string): string {
  return pathname
    .replace(tokenPages, '/$1/***')
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 300)
}

function contentSecurityPolicy(scripts: string, { ancestors = "'none'", forms = "'self'" } = {}): string {
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "frame-src 'self'",
    `form-action ${forms}`,
    "base-uri 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ')
}

/** For pages kept and given to everyone: they have no script, so they need no nonce. */
export const scriptlessPolicy = contentSecurityPolicy("'none'")

/** The public agenda, the exhibition and the hall's screen have a small script of ours, as a file, since their bytes are kept. */
const scriptedPages = new RegExp(`^/(${languages.join('|')})/[^/]+/(agenda|exhibition)([/?]|$)`)
const scriptedPolicy = contentSecurityPolicy("'self'")

/**
 * Made to stand in a frame of any site: nothing to press, to type or to run is in them, so there is nothing to be tricked
 * into. Not in any letter case, unlike what is private: whatever else matches the route has the policy that forbids frames.
 */
const framedPages = new RegExp(`^/(${languages.join('|')})/[a-z0-9-]+/embed/`)
const framedPolicy = contentSecurityPolicy("'none'", { ancestors: '*', forms: "'none'" })

/** The policy of a page that is kept and given to everyone. */
export function sharedPolicy(pathname: string): string {
  if (framedPages.test(pathname)) return framedPolicy
  return scriptedPages.test(pathname) ? scriptedPolicy : scriptlessPolicy
}

/** Security headers for a page; token pages and the desk are private and never stored. */
export function securityHeaders(
  pathname: string,
  { nonce, isHttps }: { nonce: string | null; isHttps: boolean },
): [string, string][] {
  const isFramed = framedPages.test(pathname)
  const headers: [string, string][] = [
    [
      'Content-Security-Policy',
      nonce && !isFramed ? contentSecurityPolicy(`'self' 'nonce-${nonce}'`) : sharedPolicy(pathname),
    ],
    ['X-Content-Type-Options', 'nosniff'],
    // `no-referrer` would make Chromium send `Origin: null` with our own forms, and break them.
    ['Referrer-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), geolocation=(), microphone=()'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
  ]
  if (isHttps) headers.push(['Strict-Transport-Security', 'max-age=31536000'])
  // What a frame shows has a page of its own, which is the one to be found.
  if (isFramed) headers.push(['X-Robots-Tag', 'noindex'])
  if (isPrivatePage(pathname))
    headers.push(['Cache-Control', 'no-store'], ['X-Robots-Tag', 'noindex, nofollow'])
  return headers
}

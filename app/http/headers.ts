/** Security headers for a page; token pages and the desk are private and never stored. */
export function securityHeaders(pathname: string, nonce: string): [string, string][] {
  const isPrivate = /^\/(r|o|b|u|desk|sign-in|setup|reset|door)(\/|$)/.test(pathname)
  return [
    [
      'Content-Security-Policy',
      `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    ],
    ['X-Content-Type-Options', 'nosniff'],
    // `no-referrer` would make Chromium send `Origin: null` with our own forms, and break them.
    ['Referrer-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), geolocation=(), microphone=()'],
    ...(isPrivate
      ? ([
          ['Cache-Control', 'no-store'],
          ['X-Robots-Tag', 'noindex, nofollow'],
        ] as [string, string][])
      : []),
  ]
}

/** Headers that set these cookies, for a redirect. */
export function settingCookies(cookies: readonly string[]): Headers {
  return new Headers(cookies.map((cookie): [string, string] => ['Set-Cookie', cookie]))
}

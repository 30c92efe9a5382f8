/**
 * Whether an address can be read: its percent signs encode UTF-8, and it holds no NUL, which PostgreSQL refuses even to
 * look for. Behind the front nobody has to ask again; Remix would write such addresses, tokens and all, into the log.
 */
export function isReadableAddress(url: string): boolean {
  if (!url.includes('%')) return true
  if (url.includes('%00')) return false
  try {
    decodeURIComponent(new URL(url).pathname)
    return true
  } catch {
    return false
  }
}

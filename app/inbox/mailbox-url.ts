export type MailboxPlace = {
  host: string
  port: number
  /** TLS from the first byte; otherwise STARTTLS is demanded, except on this very machine. */
  isSecure: boolean
  isLocal: boolean
  user: string
  password: string
  folder: string
}

/** What `imap(s)://user:password@host:port/folder` names; null when something of it is missing. */
export function readMailboxUrl(value: string): MailboxPlace | null {
  if (!URL.canParse(value)) return null
  const { protocol, hostname, port, username, password, pathname } = new URL(value)
  const isSecure = protocol === 'imaps:'
  if ((!isSecure && protocol !== 'imap:') || !hostname || !username || !password) return null
  try {
    return {
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port ? Number(port) : isSecure ? 993 : 143,
      isSecure,
      isLocal: /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname),
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
      folder: decodeURIComponent(pathname.slice(1)) || 'INBOX',
    }
  } catch {
    return null
  }
}

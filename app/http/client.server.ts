import { isIPv4, isIPv6 } from 'node:net'

/**
 * Who sends a request, as far as counting attempts goes: the address before `trustedProxies` proxies of ours. Of
 * `X-Forwarded-For` only as many entries from the right are believed as there are such proxies, since the rest is what
 * the sender claims. IPv6 is cut to its /64, which one subscriber holds whole; `::ffff:1.2.3.4` is IPv4.
 */
export function clientKey(
  remoteAddress: string | undefined,
  forwardedFor: string | null | undefined,
  trustedProxies: number,
): string {
  const remote = networkOf(remoteAddress ?? '') ?? 'unknown'
  if (trustedProxies === 0) return remote
  const claimed = (forwardedFor ?? '').split(',').slice(-trustedProxies)
  return networkOf(claimed[0] ?? '') ?? remote
}

function networkOf(written: string): string | null {
  const address = written
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/%.*$/, '')
    .toLowerCase()
  if (isIPv4(address)) return address
  if (!isIPv6(address)) return null
  const groups = groupsOf(address)
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  if (isMapped)
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 255])
      .join('.')
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`
}

/** The eight groups of an IPv6 address, however it is written (RFC 4291 §2.2). */
function groupsOf(address: string): number[] {
  const hex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) =>
    [Number(a) * 256 + Number(b), Number(c) * 256 + Number(d)].map((n) => n.toString(16)).join(':'),
  )
  const [head = '', tail] = hex.split('::')
  const parse = (part: string) =>
    part
      .split(':')
      .filter(Boolean)
      .map((group) => Number.parseInt(group, 16))
  const [start, end] = [parse(head), parse(tail ?? '')]
  return [...start, ...Array<number>(8 - start.length - end.length).fill(0), ...end]
}

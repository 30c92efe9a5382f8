import { authenticate, type DNSResolver } from 'mailauth'
import type { ReceivedMail } from './mail.ts'

export type { DNSResolver }

/** Who may vouch for a mail: the host that received it, if it is named and trusted, else the sender's own signature. */
export type Vouching = { authserv?: string | undefined; resolver?: DNSResolver | undefined }

/**
 * Whether the domain in From vouches for this mail: DMARC, DKIM or SPF aligned with it as the trusted host found
 * (RFC 8601), or a DKIM signature of that domain that verifies now (RFC 6376). A question nobody answers is a no.
 */
export async function isAuthentic(
  mail: ReceivedMail,
  bytes: Uint8Array,
  { authserv, resolver }: Vouching,
): Promise<boolean> {
  const domain = domainOf(mail.from.address)
  if (!domain || mail.hasSeveralSenders) return false
  if (authserv) return isVouchedFor(mail.headers['authentication-results'] ?? [], authserv, domain)
  try {
    const { dkim } = await authenticate(Buffer.from(bytes), {
      ...(resolver && { resolver }),
      ...{ mta: 'majlis', disableArc: true, disableDmarc: true, disableBimi: true, rejectRsaSha1: true },
    })
    return dkim.results.some(
      ({ status, signingDomain }) => status.result === 'pass' && isAligned(signingDomain ?? '', domain),
    )
  } catch {
    return false
  }
}

/**
 * Only the topmost header counts: the receiving host puts its own above whatever the mail brought along, and what names
 * the same host further down may be forged.
 */
function isVouchedFor([topmost = '']: readonly string[], authserv: string, domain: string): boolean {
  const [host = '', ...results] = topmost.replace(/\([^()]*\)/g, ' ').split(';')
  if (host.trim().split(/\s/)[0]?.toLowerCase() !== authserv.toLowerCase()) return false
  const property = (result: string, name: string) =>
    new RegExp(`\\b${name.replace('.', '\\.')}=["']?([^\\s"';]+)`, 'i').exec(result)?.[1] ?? ''
  return results.some((result) => {
    const passed = /^\s*(dmarc|dkim|spf)\s*=\s*pass\b/i.exec(result)?.[1]?.toLowerCase()
    if (passed === 'dmarc') return domainOf(`@${property(result, 'header.from')}`) === domain
    if (passed === 'dkim')
      return isAligned(property(result, 'header.d') || domainOf(property(result, 'header.i')), domain)
    if (passed !== 'spf') return false
    const sender = property(result, 'smtp.mailfrom')
    return isAligned(sender.includes('@') ? domainOf(sender) : sender, domain)
  })
}

/** RFC 7489 §3.1 in its relaxed form: the same domain, or one below the other. A top-level domain vouches for nobody. */
function isAligned(voucher: string, domain: string): boolean {
  const by = voucher.toLowerCase().replace(/\.$/, '')
  if (!by.includes('.')) return false
  return by === domain || domain.endsWith(`.${by}`) || by.endsWith(`.${domain}`)
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
}

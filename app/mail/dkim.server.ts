import { createPrivateKey, createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** A key that our mails are signed with (RFC 6376), and where its public half is published. */
export type DkimKey = { domainName: string; keySelector: string; privateKey: string }

type Settings = {
  DKIM_DOMAIN?: string | undefined
  DKIM_SELECTOR?: string | undefined
  DKIM_KEY?: string | undefined
  DKIM_KEY_FILE?: string | undefined
}
type Read = { ok: true; dkim: DkimKey | null } | { ok: false; line: string }

const domain = /^(?=.{1,253}$)([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d-]{2,63}$/i
const selector = /^[a-z\d]([a-z\d.-]{0,61}[a-z\d])?$/i
/** RFC 8301 §3.2: what verifiers have to take. */
const [fewestBits, mostBits] = [1024, 4096]

/** The key the settings name; none when nothing is set. `line` says what to mend, to whoever started Majlis. */
export function readDkimKey(settings: Settings): Read {
  const { DKIM_DOMAIN, DKIM_SELECTOR, DKIM_KEY, DKIM_KEY_FILE } = settings
  if (!DKIM_DOMAIN && !DKIM_SELECTOR && !DKIM_KEY && !DKIM_KEY_FILE) return { ok: true, dkim: null }
  if (!DKIM_DOMAIN || !domain.test(DKIM_DOMAIN))
    return wrong('DKIM_DOMAIN: name the domain that signs, e.g. example.org')
  if (!DKIM_SELECTOR || !selector.test(DKIM_SELECTOR))
    return wrong('DKIM_SELECTOR: name the selector under which the public key is published, e.g. majlis')
  const source = DKIM_KEY ? 'DKIM_KEY' : 'DKIM_KEY_FILE'
  if (!DKIM_KEY && !DKIM_KEY_FILE)
    return wrong('DKIM_KEY_FILE: name the file with the private key (PEM), or put the key into DKIM_KEY')
  const pem = DKIM_KEY ? DKIM_KEY.replaceAll('\\n', '\n') : readable(DKIM_KEY_FILE ?? '')
  if (pem === null) return wrong('DKIM_KEY_FILE: this file cannot be read')
  const privateKey = rsaKey(pem)
  if (!privateKey)
    return wrong(`${source}: this is no RSA private key of ${fewestBits} to ${mostBits} bits (PEM)`)
  return { ok: true, dkim: { domainName: DKIM_DOMAIN, keySelector: DKIM_SELECTOR, privateKey } }
}

function wrong(line: string): Read {
  return { ok: false, line }
}

function readable(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function rsaKey(pem: string): string | null {
  try {
    const key = createPrivateKey(pem)
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
    if (key.asymmetricKeyType !== 'rsa' || bits < fewestBits || bits > mostBits) return null
    return key.export({ type: 'pkcs8', format: 'pem' }).toString()
  } catch {
    return null
  }
}

/** The TXT record to publish for this key: its name and its text. */
export function dkimRecord({ domainName, keySelector, privateKey }: DkimKey): { name: string; text: string } {
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
  return {
    name: `${keySelector}._domainkey.${domainName}`,
    text: `v=DKIM1; k=rsa; p=${spki.toString('base64')}`,
  }
}

/** Whether that record stands in the DNS: `other` when another key does, `unknown` when no name server answers. */
export async function isPublished(
  dkim: DkimKey,
  resolveTxt: (name: string) => Promise<string[][]>,
): Promise<'published' | 'missing' | 'other' | 'unknown'> {
  const { name, text } = dkimRecord(dkim)
  try {
    const keys = (await resolveTxt(name)).map((pieces) =>
      /p=([^;]*)/.exec(pieces.join(''))?.[1]?.replace(/\s/g, ''),
    )
    return keys.includes(/p=(.*)/.exec(text)?.[1]) ? 'published' : 'other'
  } catch (error) {
    const { code = '' } = error as { code?: string }
    return code === 'ENOTFOUND' || code === 'ENODATA' ? 'missing' : 'unknown'
  }
}

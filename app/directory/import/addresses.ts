import { isMailAddress, oneLine } from '../../mail/address.ts'
import { distinctAddresses } from '../rules.ts'

export type CellAddresses = { valid: string[]; broken: string[] }

const saysNone = /^(?:n\/?a|none|nil|no|tbd|tbc|unknown|[-–—.?]+|لا يوجد|نییە|aucun)$/i

/** All mail addresses in a cell, which people fill with several, with names, or with what only looks like one. */
export function readAddresses(cell: string): CellAddresses {
  const text = oneLine(cell)
  if (!text || saysNone.test(text)) return { valid: [], broken: [] }
  const parts = text
    .split(/[\s;,،؛|<>"]+|\/(?=[^\s/]+@)/)
    .map((part) => part.replace(/^mailto:/i, '').replace(/^[.:()'[\]]+|[.:()'[\]]+$/g, ''))
    .filter(Boolean)
  const valid = distinctAddresses(parts.filter(isMailAddress))
  const broken = parts.filter((part) => part.includes('@') && !isMailAddress(part))
  if (!valid.length && !broken.length) return { valid: [], broken: [text] }
  return { valid, broken }
}

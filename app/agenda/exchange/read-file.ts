import { decodeText } from '../../directory/import/decode.ts'
import { readCalendar } from './read-calendar.ts'
import { readConference } from './read-conference.ts'
import { documentOfXml } from './read-xml.ts'
import type { Format, Read, ReadFor, ReadSchedule } from './reading.ts'

/** A schedule in any of the formats, told apart by what is in it. Runs in a thread of its own (`parse.server.ts`). */
export function readSchedule(bytes: Uint8Array, readFor: ReadFor): Read {
  const text = textIn(bytes)
  if (!text.trim()) return { ok: false, reason: 'empty' }
  const start = text.slice(0, 2000).trimStart()
  if (/^BEGIN:VCALENDAR/i.test(start)) return taken(readCalendar(text, readFor), 'damaged')
  if (start.startsWith('{') || start.startsWith('[')) return readJson(text, readFor)
  if (!start.startsWith('<') || /^<(?:!doctype html|html)\b/i.test(start))
    return { ok: false, reason: 'notSchedule' }
  const read = documentOfXml(text)
  return read.ok ? conference(read.document, 'xml', readFor) : read
}

function readJson(text: string, readFor: ReadFor): Read {
  try {
    return conference(JSON.parse(text), 'json', readFor)
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, reason: 'damaged' }
    throw error
  }
}

function conference(document: unknown, format: Format, readFor: ReadFor): Read {
  return taken(
    readConference(Array.isArray(document) ? { events: document } : document, format, readFor),
    'notSchedule',
  )
}

function taken(schedule: ReadSchedule | null, otherwise: 'damaged' | 'notSchedule'): Read {
  if (!schedule) return { ok: false, reason: otherwise }
  const isNothing = schedule.items.length + schedule.leftOut.length + schedule.cancelled.length === 0
  return isNothing ? { ok: false, reason: 'noItems' } : { ok: true, schedule }
}

/** XML says its encoding itself; every other file is looked at. */
function textIn(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const said = /^<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]{2,40})["']/.exec(head)?.[1]
  const label = said && !/^utf-?(8|16)$/i.test(said) ? said : null
  try {
    return label ? new TextDecoder(label).decode(bytes) : decodeText(bytes).text
  } catch {
    return decodeText(bytes).text
  }
}

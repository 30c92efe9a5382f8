import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { isRecord } from './conference-shape.ts'

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // Of these only the references to characters are left to decode: declarations are refused before.
  htmlEntities: true,
})

/**
 * A `schedule.xml` in the shape of a `schedule.json`. A file that declares entities is refused: nothing is fetched for
 * a schedule, and nothing grows while it is read (XML 1.0 §4.2). Null when it is no schedule or not well-formed.
 */
export function documentOfXml(
  text: string,
): { ok: true; document: unknown } | { ok: false; reason: 'entities' | 'damaged' | 'notSchedule' } {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return { ok: false, reason: 'entities' }
  const { own, rest } = ownIn(text)
  const parsed = parse(rest)
  if (!parsed) return { ok: false, reason: 'damaged' }
  const { schedule } = parsed
  if (!isRecord(schedule)) return { ok: false, reason: 'notSchedule' }
  const conference = one(schedule.conference)
  return {
    ok: true,
    document: {
      schedule: {
        version: textOf(schedule.version),
        conference: {
          acronym: textOf(conference.acronym),
          title: textOf(conference.title),
          time_zone_name: textOf(conference.time_zone_name),
          tracks: all(conference.track).map((track) => ({
            name: textOf(track['@name']) || textOf(track),
            color: textOf(track['@color']),
          })),
          days: all(schedule.day).map(dayOf),
        },
        majlis: own,
      },
    },
  }
}

function parse(text: string): Record<string, unknown> | null {
  try {
    if (XMLValidator.validate(text, { allowBooleanAttributes: true }) !== true) return null
    const parsed: unknown = parser.parse(text)
    return isRecord(parsed) ? parsed : null
  } catch {
    return null
  }
}

/** What an export of ours carries besides stands before the conference, where no text of the schedule can be. */
function ownIn(text: string): { own: unknown; rest: string } {
  const head = text.slice(0, Math.max(0, text.search(/<conference\b/)))
  const [instruction, json] = /<\?majlis ([\s\S]*?)\?>/.exec(head) ?? []
  if (!instruction || json === undefined) return { own: undefined, rest: text }
  // The parser takes a quotation mark in an instruction for the beginning of an attribute.
  const rest =
    text.slice(0, head.indexOf(instruction)) + text.slice(head.indexOf(instruction) + instruction.length)
  try {
    return { own: JSON.parse(json), rest }
  } catch {
    return { own: undefined, rest }
  }
}

function dayOf(day: Record<string, unknown>): Record<string, unknown> {
  return {
    date: textOf(day['@date']),
    day_start: textOf(day['@start']),
    rooms: all(day.room).map((room) => ({
      name: textOf(room['@name']),
      events: all(room.event).map(eventOf),
    })),
    events: all(day.event).map(eventOf),
  }
}

/** Elements of an event that are lists or have parts; every other is a text. */
const parted = new Set(['persons', 'links', 'attachments', 'recording'])

function eventOf(event: Record<string, unknown>): Record<string, unknown> {
  const plain = Object.entries(event).flatMap(([name, value]): [string, unknown][] => {
    if (name === '#' || parted.has(name)) return []
    const text = textOf(Array.isArray(value) ? value[0] : value)
    return text.trim() ? [[name.replace(/^@/, ''), text]] : []
  })
  const recording = one(event.recording)
  return {
    ...Object.fromEntries(plain),
    persons: all(one(event.persons).person).map(personOf),
    links: all(one(event.links).link).map(linkOf),
    attachments: all(one(event.attachments).attachment).map(linkOf),
    recording_license: textOf(recording.license).trim(),
    do_not_record: textOf(recording.optout).trim() === 'true' || undefined,
  }
}

function personOf(person: Record<string, unknown>): Record<string, unknown> {
  const { '#': _, ...rest } = person
  const attributes = Object.entries(rest).map(([name, value]) => [name.replace(/^@/, ''), textOf(value)])
  return { ...Object.fromEntries(attributes), public_name: textOf(person) }
}

function linkOf(link: Record<string, unknown>): Record<string, unknown> {
  return { url: textOf(link['@href']).trim(), title: textOf(link).trim(), type: textOf(link['@type']).trim() }
}

function one(value: unknown): Record<string, unknown> {
  return all(value)[0] ?? {}
}

/** One element or several alike; a text alone is an element without attributes. */
function all(value: unknown): Record<string, unknown>[] {
  const list = Array.isArray(value) ? value : value === undefined ? [] : [value]
  return list.map((entry) => (isRecord(entry) ? entry : { '#': entry }))
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return textOf(value[0])
  if (!isRecord(value)) return ''
  // Elements inside a text, as in HTML that nobody escaped: what they say stays, what they are does not.
  return Object.entries(value)
    .filter(([name]) => !name.startsWith('@'))
    .map(([, inner]) => (Array.isArray(inner) ? inner.map(textOf).join('\n') : textOf(inner)))
    .join(' ')
}

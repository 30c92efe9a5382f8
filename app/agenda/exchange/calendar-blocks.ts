export type CalendarBlocks = {
  /** Properties of the calendar itself, names in capitals. */
  properties: Map<string, string>
  zones: string[]
  events: string[]
  /** Events that the file breaks off in. */
  broken: number
}

const longestFile = 400_000

/**
 * The events and zones of a calendar file, each as a component of its own, so that one that is broken spoils no other.
 * Folded lines are joined (RFC 5545 §3.1); what is nested in an event, such as an alarm, is left out.
 */
export function calendarBlocks(text: string): CalendarBlocks | null {
  const lines = contentLines(text)
  const blocks: CalendarBlocks = { properties: new Map(), zones: [], events: [], broken: 0 }
  let isCalendar = false
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (/^BEGIN:VCALENDAR$/i.test(line)) isCalendar = true
    const name = /^BEGIN:(VEVENT|VTIMEZONE)$/i.exec(line)?.[1]?.toUpperCase()
    if (name) {
      const end = endOf(lines, at, name)
      if (end === null) {
        if (name === 'VEVENT') blocks.broken++
        continue
      }
      const own = name === 'VEVENT' ? withoutNested(lines.slice(at, end + 1)) : lines.slice(at, end + 1)
      ;(name === 'VEVENT' ? blocks.events : blocks.zones).push(own.join('\r\n'))
      at = end
    } else if (/^BEGIN:/i.test(line) && !/^BEGIN:VCALENDAR$/i.test(line)) {
      at = endOf(lines, at, line.slice(6).toUpperCase()) ?? at
    } else {
      const [, property, value] = /^([A-Za-z0-9-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? []
      if (property && value) blocks.properties.set(property.toUpperCase(), value)
    }
  }
  return isCalendar ? blocks : null
}

function contentLines(text: string): string[] {
  const lines: string[] = []
  const unfolded = text.replace(/\r\n?/g, '\n').replace(/\n[ \t]/g, '')
  for (const line of unfolded.split('\n', longestFile)) {
    if (/^[A-Za-z][A-Za-z0-9-]*[;:]/.test(line)) lines.push(line.trimEnd())
    // Some writers break a text where they ought to have written `\n`.
    else if (line.trim() && !/^(?:BEGIN|END):/i.test(lines.at(-1) ?? 'END:'))
      lines[lines.length - 1] += `\\n${line.replace(/[\\;,]/g, '\\$&')}`
  }
  return lines
}

function endOf(lines: readonly string[], from: number, name: string): number | null {
  for (let at = from + 1; at < lines.length; at++) {
    const line = (lines[at] ?? '').toUpperCase()
    if (line === `END:${name}`) return at
    if (line === `BEGIN:${name}`) return null
  }
  return null
}

function withoutNested(lines: readonly string[]): string[] {
  let depth = 0
  return lines.filter((line, at) => {
    const isEdge = at === 0 || at === lines.length - 1
    if (!isEdge && /^BEGIN:/i.test(line)) depth++
    const isOwn = depth === 0
    if (!isEdge && /^END:/i.test(line)) depth--
    return isOwn
  })
}

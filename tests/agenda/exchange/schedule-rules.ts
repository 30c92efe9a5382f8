/*
 * What apps that read schedules rely on, written down for our own output: stricter than the schemas of the format in
 * what must be there, and here wherever the tests run.
 */

const instant = {
  type: 'string',
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)$',
}
const day = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' }
const guid = { type: 'string', pattern: '^[\\da-f]{8}(-[\\da-f]{4}){3}-[\\da-f]{12}$' }
const text = { type: 'string' }
const named = { type: 'string', minLength: 1 }
const web = { type: 'string', pattern: '^https?://' }

function only(properties: Record<string, object>, optional: Record<string, object> = {}) {
  const all = { ...properties, ...optional }
  return { type: 'object', properties: all, required: Object.keys(properties), additionalProperties: false }
}

const link = only({ url: web }, { title: text, type: text })
const person = only(
  { guid, public_name: named },
  { id: { type: 'integer', minimum: 1 }, code: text, name: named, biography: text, avatar: web, url: web },
)
const event = only(
  {
    ...{ guid, id: { type: 'integer', minimum: 1 } },
    ...{ date: instant, end: instant, start: { type: 'string', pattern: '^\\d\\d:\\d\\d$' } },
    duration: { type: 'string', pattern: '^\\d{2,3}:\\d\\d$' },
    ...{ room: text, slug: named, url: web, title: named, subtitle: text, abstract: text, description: text },
    ...{ track: text, type: named, language: text },
    persons: { type: 'array', items: person },
    links: { type: 'array', items: link },
    attachments: { type: 'array', items: link },
  },
  {
    ...{ code: text, logo: text, recording_license: text, do_not_record: { type: 'boolean' } },
    ...{ feedback_url: web, origin_url: web },
  },
)

/** `schedule.json` as a JSON Schema. */
export const jsonRules = only({
  generator: only({ name: { const: 'Majlis' }, url: web }),
  schedule: only({
    version: named,
    base_url: web,
    conference: only(
      {
        ...{ acronym: named, title: text, start: day, end: day, daysCount: { type: 'integer', minimum: 1 } },
        ...{ timeslot_duration: { const: '00:05' }, url: web },
        rooms: { type: 'array', items: only({ name: text, guid, capacity: { type: ['integer', 'null'] } }) },
        tracks: {
          type: 'array',
          items: only({ name: text, color: { type: 'string', pattern: '^#[\\da-f]{6}$' } }),
        },
        days: {
          type: 'array',
          minItems: 1,
          items: only({
            ...{ index: { type: 'integer', minimum: 1 }, date: day, day_start: instant, day_end: instant },
            rooms: { type: 'object', additionalProperties: { type: 'array', minItems: 1, items: event } },
          }),
        },
      },
      { time_zone_name: named },
    ),
    majlis: { type: 'object' },
  }),
})

const element = (name: string, type = 'xs:string', rest = '') =>
  `<xs:element name="${name}" type="${type}"${rest}/>`
const attribute = (name: string, type: string, use = 'required') =>
  `<xs:attribute name="${name}" type="${type}" use="${use}"/>`
const several = ' minOccurs="0" maxOccurs="unbounded"'
const optional = ' minOccurs="0"'
const patterned = (name: string, pattern: string) =>
  `<xs:simpleType name="${name}"><xs:restriction base="xs:string"><xs:pattern value="${pattern}"/></xs:restriction></xs:simpleType>`
const holding = (name: string, inside: string, rest = '') =>
  `<xs:element name="${name}"${rest}><xs:complexType>${inside}</xs:complexType></xs:element>`
const said = (name: string, attributes: string) =>
  holding(
    name,
    `<xs:simpleContent><xs:extension base="xs:string">${attributes}</xs:extension></xs:simpleContent>`,
    several,
  )
const linked = (list: string, one: string) =>
  holding(
    list,
    `<xs:sequence>${said(one, attribute('href', 'xs:anyURI') + attribute('type', 'xs:string', 'optional'))}</xs:sequence>`,
  )

const eventRules = holding(
  'event',
  `<xs:sequence>
    ${element('date', 'xs:dateTime')}${element('start', 'clock')}${element('duration', 'clock')}${element('room')}
    ${['slug', 'url', 'title', 'subtitle', 'abstract', 'description', 'track', 'type', 'language'].map((name) => element(name)).join('')}
    ${['logo', 'feedback_url', 'origin_url', 'video_download_url'].map((name) => element(name, 'xs:anyURI', optional)).join('')}
    ${holding('recording', `<xs:sequence>${element('license')}${element('optout', 'xs:boolean')}</xs:sequence>`)}
    ${holding('persons', `<xs:sequence>${said('person', attribute('id', 'xs:positiveInteger', 'optional') + attribute('guid', 'guid'))}</xs:sequence>`)}
    ${linked('links', 'link')}${linked('attachments', 'attachment')}
  </xs:sequence>
  ${attribute('guid', 'guid')}${attribute('id', 'xs:positiveInteger')}${attribute('code', 'xs:string', 'optional')}`,
  ' maxOccurs="unbounded"',
)

/** `schedule.xml` as an XML Schema. */
export const xmlRules = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
${patterned('guid', '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}')}
${patterned('clock', '\\d{2,3}:\\d\\d')}
${patterned('colour', '#[0-9a-f]{6}')}
${holding(
  'schedule',
  `<xs:sequence>
    ${holding('generator', attribute('name', 'xs:string'))}
    ${element('url', 'xs:anyURI')}${element('version')}
    ${holding(
      'conference',
      `<xs:sequence>
        ${element('title')}${element('acronym')}${element('start', 'xs:date')}${element('end', 'xs:date')}
        ${element('days', 'xs:positiveInteger')}${element('timeslot_duration', 'clock')}
        ${element('base_url', 'xs:anyURI')}${element('time_zone_name')}
        ${holding('track', attribute('name', 'xs:string') + attribute('color', 'colour'), several)}
      </xs:sequence>`,
    )}
    ${holding(
      'day',
      `<xs:sequence>${holding(
        'room',
        `<xs:sequence>${eventRules}</xs:sequence>${attribute('name', 'xs:string')}${attribute('guid', 'guid', 'optional')}`,
        ' maxOccurs="unbounded"',
      )}</xs:sequence>
      ${attribute('index', 'xs:positiveInteger')}${attribute('date', 'xs:date')}
      ${attribute('start', 'xs:dateTime')}${attribute('end', 'xs:dateTime')}`,
      ' maxOccurs="unbounded"',
    )}
  </xs:sequence>`,
)}
</xs:schema>`

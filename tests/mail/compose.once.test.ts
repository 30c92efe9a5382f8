import fc from 'fast-check'
import { simpleParser } from 'mailparser'
import { expect, test } from 'vitest'
import { languages } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { composeMail } from '#app/mail/compose.ts'
import { type MergeValues, mergeFields, mergeFieldText } from '#app/mail/merge-fields.ts'

const values: MergeValues = {
  'guest.name': 'Ali Hassan',
  'event.name': 'CRP partner meeting',
  'answer.link': 'https://majlis.example/r/abc?x=1&y=2',
}

function compose(markdown: string, given: Partial<Parameters<typeof composeMail>[0]> = {}) {
  return composeMail({
    language: 'en',
    subject: 'Invitation to {{ event.name }}',
    markdown,
    values,
    office: { name: 'IOM Iraq' },
    ...given,
  })
}

function composed(...given: Parameters<typeof compose>) {
  const mail = compose(...given)
  if (!mail.ok) throw new Error(`${mail.reason} ${mail.field}`)
  return mail
}

/** The body's own HTML, without the sheet around it. */
const inner = (html: string) => html.split('</p>\n').slice(1).join('</p>\n').split('</div>\n</td>')[0] ?? ''

test('values stand where the writer put the fields', () => {
  const mail = composed('Dear {{guest.name}},\n\nplease **answer**: {{ answer.link }}')
  expect(mail.subject).toBe('Invitation to CRP partner meeting')
  expect(mail.text).toBe(
    'Dear Ali Hassan,\n\nplease answer: https://majlis.example/r/abc?x=1&y=2\n\n-- \nIOM Iraq\n',
  )
  expect(mail.html).toContain('<p>Dear <bdi>Ali Hassan</bdi>,</p>')
  expect(mail.html).toContain('<a href="https://majlis.example/r/abc?x=1&amp;y=2"')
})

test('a link may have words of its own, and the text part says where it leads', () => {
  const mail = composed('[Your answer]({{ answer.link }})')
  expect(mail.html).toContain('<a href="https://majlis.example/r/abc?x=1&amp;y=2">Your answer</a>')
  expect(mail.text).toContain('Your answer (https://majlis.example/r/abc?x=1&y=2)')
})

const hostile = [
  '<a href=//evil>',
  '</bdi></p><script>alert(1)</script>',
  '[click](http://evil.example)',
  '![x](http://evil.example/pixel.png)',
  'www.evil.com',
  'http://evil.example/x',
  'evil@evil.example',
  '{{organiser.email}}',
  '{{ guest.position }}',
  '{% if seats %}x{% endif %}',
  '*bold* _it_ ~~no~~ `code`',
  '# not a heading',
  '- not a list',
  '| a | b |',
  '&lt;b&gt;',
  'it\'s "quoted"',
  '$& $1 $`',
]

test.each(hostile)('a guest called %j appears literally, in HTML, text and subject', (name) => {
  const mail = composed('Dear {{guest.name}},\n\n**{{guest.name}}** and [{{guest.name}}]({{answer.link}}).', {
    subject: 'For {{guest.name}}',
    values: { ...values, 'guest.name': name },
  })
  expect(mail.subject).toBe(`For ${name}`)
  expect(mail.text).toContain(`Dear ${name},\n\n${name} and ${name} (https://majlis.example/r/abc?x=1&y=2).`)
  const shown = name
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
  expect(inner(mail.html)).toBe(
    `<p>Dear <bdi>${shown}</bdi>,</p>\n<p><strong><bdi>${shown}</bdi></strong> and <a href="https://majlis.example/r/abc?x=1&amp;y=2"><bdi>${shown}</bdi></a>.</p>\n`,
  )
})

test('no value, wherever the writer put it, makes a link, a picture or markup of its own', () => {
  const places = [
    'Dear {{guest.name}}',
    '# {{guest.name}}',
    '- {{guest.name}}',
    '[x]({{guest.name}})',
    '[x](https://a.example/?q={{guest.name}})',
    '[x](https://a.example "{{guest.name}}")',
    '`{{guest.name}}`',
    '![{{guest.name}}](https://a.example/b.png)',
    'www.{{guest.name}}',
    '<b>{{guest.name}}</b>',
    '| {{guest.name}} |\n|---|\n| x |',
  ]
  const evil = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...hostile,
          '\n',
          '\r\n',
          '\u202e',
          '\ue000',
          '\ue0001\ue001',
          '"',
          ' onclick=x',
          'javascript:alert(1)',
          '//evil.example',
        ),
        fc.string({ unit: 'binary', maxLength: 20 }),
      ),
      { maxLength: 6 },
    )
    .map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(fc.constantFrom(...places), evil, (place, name) => {
      const mail = composed(place, { subject: '{{guest.name}}', values: { ...values, 'guest.name': name } })
      const plain = composed(place, { subject: '{{guest.name}}', values: { ...values, 'guest.name': 'x' } })
      const elements = (html: string) =>
        inner(html)
          .match(/<[^>]*>/g)
          ?.map((element) => element.replace(/="[^"]*"/g, ''))
      const nothing = composed(place, { subject: 's', values: { ...values, 'guest.name': '' } })
      const isEmpty = !mail.subject
      expect(elements(mail.html)).toEqual(elements((isEmpty ? nothing : plain).html))
      for (const [, address] of mail.html.matchAll(/href="([^"]*)"/g))
        expect(address).toMatch(/^(https:\/\/a\.example|http:\/\/www\.|[\w%.!~*&#;'()-]*$)/)
      expect(mail.subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e]/u)
      expect(`${mail.subject}${mail.text}${mail.html}`).not.toMatch(/\p{Co}/u)
    }),
    { numRuns: 500 },
  )
})

test('raw HTML stays text, and pictures become their description', () => {
  const mail = composed(
    'Look: <script>x</script> ![The hall](https://track.example/p.gif)\n\n[a](javascript:alert(1))',
  )
  expect(inner(mail.html)).toBe(
    '<p>Look: &lt;script&gt;x&lt;/script&gt; The hall</p>\n<p><a href="">a</a></p>\n',
  )
})

test('conditions and defaults know whether a guest has a value', () => {
  const markdown =
    'Dear {% if guest.honorific %}{{ guest.honorific }} {% endif %}{{ guest.name | default: "colleague" }}'
  expect(composed(markdown).text).toContain('Dear Ali Hassan')
  expect(composed(markdown, { values: { 'guest.honorific': 'H.E.' } }).text).toContain('Dear H.E. colleague')
})

test.each([
  ['{{ organiser.email }}', 'mail:refusal.unknownField', 'organiser.email'],
  ['{{ guest }}', 'mail:refusal.unknownField', 'guest'],
  ['{{ guest.name.constructor }}', 'mail:refusal.unknownField', 'guest.name.constructor'],
  ['{% for a in seats %}x{% endfor %}', 'mail:refusal.syntax', 'tag "for" not found'],
  ['{% include "x" %}', 'mail:refusal.syntax', 'tag "include" not found'],
  ['{{ guest.name | upcase }}', 'mail:refusal.syntax', 'undefined filter: upcase'],
  ['Dear {{ guest.name', 'mail:refusal.syntax', 'output "{{ guest.name" not closed'],
  ['{% if seats %}x', 'mail:refusal.syntax', 'tag {% if seats %} not closed'],
  ['x'.repeat(50_001), 'mail:refusal.tooLong', ''],
])('a text that cannot be merged (%j) is refused with the place', (text, reason, field) => {
  expect(compose(text.slice(0, 60_000))).toEqual({ ok: false, reason, field, where: 'body' })
  expect(compose('x', { subject: text })).toEqual({ ok: false, reason, field, where: 'subject' })
})

test('the action is a button with its address in full below, in both parts', () => {
  const action = { label: 'Answer', url: 'https://majlis.example/r/abc' }
  const mail = composed('Dear guest', { action, footer: 'You get this because you are invited.' })
  expect(mail.html.match(/href="https:\/\/majlis\.example\/r\/abc"/g)).toHaveLength(2)
  expect(mail.html).toContain('>https://majlis.example/r/abc</a>')
  expect(mail.text).toBe(
    'Dear guest\n\nAnswer:\nhttps://majlis.example/r/abc\n\n-- \nIOM Iraq\nYou get this because you are invited.\n',
  )
})

test('Arabic mail runs from the right, and a Latin name in it is kept together', () => {
  const mail = composed('السيد {{ guest.name }} المحترم', { language: 'ar' })
  expect(mail.html).toContain('<html lang="ar" dir="rtl">')
  expect(mail.html).toContain('<p>السيد <bdi>Ali Hassan</bdi> المحترم</p>')
  expect(mail.text).toContain('السيد \u2068Ali Hassan\u2069 المحترم')
})

test('lists, tables and quotes are readable as plain text', () => {
  const mail = composed(
    '# Agenda\n\n1. One\n2. Two\n   - deep\n\n> said\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nline\\\nbreak & <tag>',
  )
  expect(mail.text).toBe(
    'Agenda\n\n1. One\n2. Two\n  - deep\n\nsaid\n\na\tb\n1\t2\n\nline\nbreak & <tag>\n\n-- \nIOM Iraq\n',
  )
})

test('the mail loads nothing from anywhere', async () => {
  const { html } = composed('{{ answer.link }}', {
    action: { label: 'Answer', url: 'https://majlis.example/r/abc' },
  })
  expect(html).not.toMatch(/src=|url\(|@import|<link|<script/i)
  const parsed = await simpleParser(`Content-Type: text/html\r\n\r\n${html}`)
  expect(parsed.html).toBeTruthy()
})

test('every field is described in every language', () => {
  for (const language of languages)
    for (const field of mergeFields) {
      const key = mergeFieldText(field)
      expect(translator(language)(key)).not.toBe(key.replace('mail:', ''))
    }
})

test('the same input makes the same mail', () => {
  const once = composed('Dear {{guest.name}},\n\n'.repeat(20))
  for (let i = 0; i < 200; i++) expect(composed('Dear {{guest.name}},\n\n'.repeat(20))).toEqual(once)
})

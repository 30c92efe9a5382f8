import fc from 'fast-check'

/** What people might call themselves to make something of a text of ours that it is not. */
export const attacks = [
  '<a href=//evil.example>x</a>',
  '[click](http://evil.example)',
  '![x](http://evil.example/p.png)',
  'www.evil.com',
  'http://evil.example/x',
  'evil@evil.example',
  '{{organiser.email}}',
  '{event.__class__}',
  '{% if seats %}x{% endif %}',
  '{{ answer.link }}',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  'javascript:alert(1)',
  '\r\nBcc: evil@evil.example',
  '\r\nATTENDEE:mailto:evil@evil.example',
  '"\nEND:VEVENT',
  '**bold** _it_ `code` # | > -',
  '&lt;b&gt; &amp; &#60;',
  '\u202egnp.exe\u2066',
  '=1+1',
  '#eval("1") $x^2$ @ref <label> \\u{41}',
]

/** Any text, an attack or several among it. */
export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...attacks), fc.string({ maxLength: 12, unit: 'grapheme' })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((pieces) => pieces.join(' '))

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderPdf } from '#app/documents/pdf.server.ts'
import { languages } from '#app/i18n/languages.ts'
import { composeLetter, type LetterReader } from '#app/letters/compose.ts'
import { defaultFormulas } from '#app/letters/default-formulas.ts'
import { defaultTexts } from '#app/letters/default-texts.ts'
import { letterDocument } from '#app/letters/paper.ts'
import { formulaFor, isNumberPattern, paperOrder, writeReference } from '#app/letters/rules.ts'
import { oneLine } from '#app/mail/address.ts'
import { attacks } from '#tests/support/hostile.ts'
import { aLetterToSet, aMinister, aMinistry, anEventToTell, aStyle } from '#tests/support/letters.ts'
import { pdfFacts, pdfText } from '#tests/support/pdf.ts'

const set = (...given: Parameters<typeof aLetterToSet>) =>
  renderPdf(letterDocument([aLetterToSet(...given)], new Map()))

test('a number names year and number once each, and is written with its digits', () => {
  expect(writeReference('IOM-IQ/{year}/{number:3}', { year: 2026, number: 14 })).toBe('IOM-IQ/2026/014')
  expect(writeReference('{number}-{year:2}', { year: 2026, number: 1234 })).toBe('1234-2026')
  const bad = [
    '',
    '{year}',
    '{number}',
    '{year}{number}{number}',
    '{year}/{number}/{month}',
    '{year}/{number:0}',
  ]
  expect(['{number}/{year}', 'م/{year}/{number:4}', ...bad].map(isNumberPattern)).toEqual([
    ...[true, true],
    ...bad.map(() => false),
  ])
})

test('of the formulas that fit, the most particular opens the letter', () => {
  const opening = (kind: 'formal' | 'verbale', given: Partial<Parameters<typeof formulaFor>[2]> = {}) =>
    formulaFor(defaultFormulas, kind, { isPerson: true, organisationKind: null, honorific: {}, ...given })
      ?.opening.en
  expect(opening('formal', { honorific: { ar: 'معالي' } })).toBe('Excellency,')
  expect(opening('formal', { honorific: { en: 'Dr' } })).toMatch(/^Dear/)
  expect(opening('formal', { isPerson: false })).toBe('Dear Sir or Madam,')
  expect(opening('verbale', { isPerson: false })).toMatch(/presents its compliments/)
  const own = {
    ...defaultFormulas[2],
    organisationKind: 'embassy',
    opening: { en: 'Your Excellency,' },
  } as const
  const all = [...defaultFormulas, own as (typeof defaultFormulas)[number]]
  const embassy = { isPerson: false, organisationKind: 'embassy', honorific: {} } as const
  expect(formulaFor(all, 'formal', embassy)?.opening.en).toBe('Your Excellency,')
  expect(formulaFor([], 'formal', embassy)).toBe(null)
})

test('side by side, what reads from left to right stands left', () => {
  expect(paperOrder('side', ['ar', 'en'])).toEqual(['en', 'ar'])
  expect(paperOrder('after', ['ar', 'en'])).toEqual(['ar', 'en'])
  expect(paperOrder('single', ['ckb', 'en'])).toEqual(['ckb'])
})

test('each language has its own title, direction and words', async () => {
  for (const language of ['en', 'fr', 'ar', 'ckb'] as const) {
    const pdf = await set([language])
    expect([language, pdfText(pdf).length, pdfFacts(pdf).language]).toEqual([language, 1, language])
    expect(pdfText(pdf)[0]).toContain('IOM-IQ/2026/014')
  }
  const [page] = pdfText(await set(['en']))
  for (const words of [
    'H.E.EvanFaeqGabroMinisterMinistryofMigration',
    'Excellency,',
    'ElenaMarchettiChiefofMission',
  ])
    expect(page).toContain(words)
  expect(pdfText(await set(['ar', 'en'], { layout: 'side', reader: aMinistry }))).toHaveLength(1)
  expect(pdfText(await set(['ar', 'en'], { layout: 'after', reader: aMinistry }))).toHaveLength(2)
})

test('a letter speaks of the page only where it leads there, by its code or in words', async () => {
  const page = async (given: { hasCode: boolean; body: string }) => {
    const letter = composeLetter({
      ...{ event: anEventToTell, style: aStyle, reader: aMinister, layout: 'single', languages: ['en'] },
      words: { kind: 'formal', subject: { en: 'Come' }, body: { en: given.body } },
      ...{ signer: null, datedOn: '2026-11-23', hasCode: given.hasCode },
    })
    if (!letter.ok) throw new Error(letter.reason)
    const toSet = { ...letter, reference: 'A/1', isVoid: false, link: 'https://x.example/r/secret' }
    return pdfText(await renderPdf(letterDocument([toSet], new Map()))).join('')
  }
  const said = defaultTexts.formal.body.en ?? ''
  expect(await page({ hasCode: true, body: said })).toContain('thepagetowhichthecodebelowleads')
  // A deadline at the end of a day is that day, written out.
  expect(await page({ hasCode: false, body: said })).toContain('replybyMonday,7December2026.')
  const spelled = await page({ hasCode: false, body: 'Answer at {{ answer.link }}.' })
  expect(spelled).toContain('Answerathttps://x.example/r/secret.')
})

test('a note verbale speaks to its reader as the language wants it', async () => {
  const compliments = async (organisationKind: 'ministry' | 'embassy' | 'ngo', language: 'en' | 'fr') => {
    const name = { en: 'Embassy of France', fr: 'Ambassade de France' }
    const reader = {
      ...aMinistry,
      organisationKind,
      ...(organisationKind === 'embassy' && { organisationName: name }),
    }
    const pages = pdfText(await set([language], { kind: 'verbale', reader }))
    return pages.join('').replace(/[\u2068\u2069]/g, '')
  }
  expect(await compliments('ministry', 'fr')).toContain('complimentsauMinistèredesMigrations')
  expect(await compliments('embassy', 'fr')).toContain('complimentsàl’AmbassadedeFrance')
  expect(await compliments('ngo', 'en')).toContain('complimentstotheMinistryofMigration')
})

test('whatever stands in any field comes out as it was typed, in a letter and in a note verbale', async () => {
  const marks = [
    '<a href=//evil>',
    '[click](http://evil)',
    'www.evil.com',
    '{{organiser.email}}',
    '{event.__class__}',
    '#eval("1")',
    '$x^2$',
    '*bold*',
    '@ref',
    '<label>',
    '\\u{41}',
    '#read("/etc/passwd")',
    '`raw`',
    '= h',
    '// c',
    '~x~',
    '#"a"',
    '[x]#{1}',
    "'--'",
    '"/>',
  ]
  for (const kind of ['formal', 'verbale'] as const) {
    const pages = await Promise.all(
      marks.map(async (attack) => {
        const all = { en: attack }
        const letter = composeLetter({
          event: { ...anEventToTell, name: all, office: { name: all } },
          style: { ...aStyle, name: all, address: all, contact: all, footer: all, place: all },
          words: {
            kind,
            subject: { en: '{{ event.name }}' },
            body: { en: 'Say {{ event.name }} {{ organisation.name }}.' },
          },
          reader: {
            ...aMinister,
            organisationName: all,
            person: { names: { latin: { full: attack } }, honorific: all, position: all },
          },
          ...{ layout: 'single', languages: ['en'], datedOn: '2026-11-23', hasCode: false },
          signer: { names: { latin: { full: attack } }, position: all, signatureId: null },
        })
        if (!letter.ok) throw new Error(letter.reason)
        const toSet = { ...letter, reference: attack, isVoid: false, link: null }
        return pdfText(await renderPdf(letterDocument([toSet], new Map()))).join('')
      }),
    )
    const literal = marks.map((attack) => attack.replace(/\s/g, ''))
    // Head, foot, place, reference, addressee, text and more: each field says it once at least.
    const counts = pages.map((page, index) => page.split(literal[index] ?? '').length - 1)
    expect(counts.map((count) => count >= (kind === 'formal' ? 14 : 10))).toEqual(marks.map(() => true))
  }
})

test('our own letters in each language bear whatever a guest is called, letter by letter', async () => {
  // What fonts have a shape for: of anything else no text comes back out of a PDF.
  const drawn = fc.string({ unit: fc.constantFrom(...'aZ0 #$*_`@<>[]{}()"\'/\\~=+-.,;:&%|^'), maxLength: 20 })
  const called = fc
    .array(fc.oneof(fc.constantFrom(...attacks.map(oneLine)), drawn), { minLength: 1, maxLength: 2 })
    .map((pieces) => oneLine(`N${pieces.join(' ')}N`))
  const several = fc.array(called, { minLength: 12, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(several, fc.constantFrom('formal' as const, 'verbale' as const), async (names, kind) => {
      for (const language of languages) {
        const set = names.map((name) => aLetterToSet([language], { kind, reader: anybody(name) }))
        const pages = pdfText(await renderPdf(letterDocument(set, new Map())))
        expect(pages).toHaveLength(names.length)
        for (const [index, name] of names.entries()) expect(unturned(pages[index])).toContain(unturned(name))
      }
    }),
    { numRuns: 3, endOnFailure: true },
  )
})

/** A bracket in Arabic text is drawn by the shape of its fellow, and read out of the PDF as whichever came first. */
function unturned(text = ''): string {
  return text.replace(/\s/g, '').replace(/[()<>[\]{}]/g, '|')
}

/** Somebody whose every field says the same. */
function anybody(text: string): LetterReader {
  const all = Object.fromEntries(languages.map((language) => [language, text]))
  const names = { latin: { full: text }, arabic: { full: text } }
  return { ...aMinister, organisationName: all, person: { names, honorific: {}, position: all } }
}

test('whatever else a name may be made of, a letter is set and stays one page', async () => {
  const strange = fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { minLength: 8, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(strange, async (names) => {
      const set = names.map((name) => aLetterToSet(['ar'], { reader: anybody(oneLine(name)) }))
      expect(pdfText(await renderPdf(letterDocument(set, new Map())))).toHaveLength(names.length)
    }),
    { numRuns: 2, endOnFailure: true },
  )
})

test('a text of ten thousand characters runs over several pages and loses none', async () => {
  const long = 'Wort '.repeat(2000).trim()
  const letter = composeLetter({
    ...{ event: anEventToTell, style: aStyle, reader: aMinister, layout: 'single', languages: ['en'] },
    words: { kind: 'formal', subject: { en: 'Long' }, body: { en: long } },
    ...{ signer: null, datedOn: '2026-11-23', hasCode: true },
  })
  if (!letter.ok) throw new Error(letter.reason)
  const toSet = { ...letter, reference: 'A/1', isVoid: false, link: 'https://x.example/r/a' }
  const pages = pdfText(await renderPdf(letterDocument([toSet, toSet], new Map())))
  expect(pages.join('').match(/Wort/g)).toHaveLength(4000)
  // Every letter counts its own pages.
  expect(pages[0]).toMatch(/1\/\d/)
  expect(pages[pages.length / 2]).toContain(`1/${pages.length / 2}`)
})

test('what is not known leaves no gap, and a text that nobody wrote is no letter', async () => {
  const bare = { ...aMinister, person: { names: {}, honorific: {}, position: {} }, organisationName: {} }
  const pages = pdfText(await set(['en'], { reader: bare }))
  expect(pages).toHaveLength(1)
  const unwritten = composeLetter({
    ...{ event: anEventToTell, style: aStyle, reader: aMinister, layout: 'single', languages: ['fr'] },
    words: { kind: 'formal', subject: { en: 'x' }, body: { en: 'x' } },
    ...{ signer: null, datedOn: '2026-11-23', hasCode: true },
  })
  expect(unwritten).toEqual({ ok: false, reason: 'letters:refused.noText', field: '' })
})

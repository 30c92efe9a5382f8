import { displayName } from '#app/directory/names.ts'
import { type Block, toBlocks } from '#app/documents/blocks.ts'
import { formatPartialDate, isolate } from '#app/i18n/format.ts'
import { type Language, type Localized, localize } from '#app/i18n/languages.ts'
import { type LetterEvent, type LetterGuest, letterValues } from '#app/invitations/letter.ts'
import { fill, type MergeRefusal, merge } from '#app/mail/merge.ts'
import type { MergeField, MergeValues } from '#app/mail/merge-fields.ts'
import type { OrganisationKind, PersonNames } from '#db/schema/directory.server.ts'
import type {
  Formula,
  LetterKind,
  LetterLayout,
  LetterSnapshot,
  LetterText,
} from '#db/schema/letters.server.ts'
import { formulaFor, paperOrder } from './rules.ts'

/** What stands for the answer link until the letter is set: the link is a secret and is not kept. No value holds it. */
export const linkMark = '\ue00f'

const saysLink = /\{\{-?\s*answer\.link/

export type LetterStyle = {
  name: Localized
  address: Localized
  contact: Localized
  footer: Localized
  place: Localized
  logoId: string | null
  formulas: readonly Formula[]
}
export type LetterSigner = { names: PersonNames; position: Localized; signatureId: string | null }
export type LetterWords = { kind: LetterKind; subject: Localized; body: Localized }
export type LetterReader = LetterGuest & { organisationKind: OrganisationKind | null }

type ToCompose = {
  event: LetterEvent
  style: LetterStyle
  words: LetterWords
  reader: LetterReader
  layout: LetterLayout
  /** In the order in which they were chosen; those without a text are left out. */
  languages: readonly Language[]
  signer: LetterSigner | null
  /** `YYYY-MM-DD`. */
  datedOn: string
  hasCode: boolean
}
export type ComposedLetter = {
  ok: true
  snapshot: LetterSnapshot
  subject: Localized
  correspondent: Localized
}
export type LetterRefusal = MergeRefusal | { ok: false; reason: 'letters:refused.noText'; field: string }

/** A letter to one reader, every word of it. Refused: a text nobody wrote, unknown fields, mistakes between braces. */
export function composeLetter(letter: ToCompose): ComposedLetter | LetterRefusal {
  const { words, layout, reader, style, signer, hasCode } = letter
  const written = letter.languages.filter((one) => words.subject[one]?.trim() && words.body[one]?.trim())
  if (!written.length) return { ok: false, reason: 'letters:refused.noText', field: '' }
  const texts: LetterText[] = []
  for (const language of paperOrder(layout, written)) {
    const text = composeText(letter, language)
    if (!text.ok) return text
    texts.push(text.text)
  }
  return {
    ok: true,
    subject: Object.fromEntries(texts.map(({ language, subject }) => [language, subject])),
    correspondent: reader.person ? namesOf(reader.person.names) : reader.organisationName,
    snapshot: {
      ...{ kind: words.kind, layout: texts.length > 1 ? layout : 'single', texts },
      ...{ logoId: style.logoId, signatureId: signer?.signatureId ?? null, hasCode },
    },
  }
}

function composeText(
  { event, style, words, reader, signer, datedOn, hasCode }: ToCompose,
  language: Language,
): { ok: true; text: LetterText } | MergeRefusal {
  // Without a code there is no page to speak of, unless the text itself says the address.
  const hasLink = hasCode || saysLink.test(words.body[language] ?? '')
  const values = { ...letterValues(event, reader, language), ...(hasLink && { 'answer.link': 'link' }) }
  const subject = merge(words.subject[language] ?? '', values)
  if (!subject.ok) return subject
  const body = merge(markdownOf(style.formulas, words, reader, language), values)
  if (!body.ok) return body
  return {
    ok: true,
    text: {
      language,
      head: {
        name: localize(style.name, language),
        address: withNumbers(localize(style.address, language)),
        contact: withNumbers(localize(style.contact, language)),
        footer: withNumbers(localize(style.footer, language)),
      },
      place: localize(style.place, language),
      date: formatPartialDate(datedOn, language),
      addressee: addresseeOf(reader, language),
      subject: filled(subject.text, values),
      blocks: toBlocks(body.text).map((block) => fillBlock(block, values)),
      signatory: {
        name: signer ? displayName(signer.names, language) : '',
        position: signer ? localize(signer.position, language) : '',
      },
    },
  }
}

/** Opening, body and closing as one text. A note verbale's opening runs on into its first paragraph. */
function markdownOf(
  formulas: readonly Formula[],
  words: LetterWords,
  reader: LetterReader,
  language: Language,
) {
  const { person, organisationKind } = reader
  const formula = formulaFor(formulas, words.kind, {
    isPerson: person !== null,
    organisationKind,
    honorific: person?.honorific ?? {},
  })
  const [opening = '', closing = ''] = [formula?.opening[language], formula?.closing[language]]
  const body = words.body[language] ?? ''
  const begun = words.kind === 'verbale' ? [`${opening} ${body}`.trim()] : [opening, body]
  return [...begun, closing].filter((part) => part.trim()).join('\n\n')
}

/** Name, position and institution, each on its own line; what is not known leaves no gap. */
function addresseeOf({ person, organisationName }: LetterReader, language: Language): string[] {
  const organisation = localize(organisationName, language)
  if (!person) return [organisation].filter(Boolean)
  const name = [localize(person.honorific, language), displayName(person.names, language)]
  return [name.filter(Boolean).join(' '), localize(person.position, language), organisation].filter(Boolean)
}

function fillBlock(block: Block, values: MergeValues): Block {
  switch (block.kind) {
    case 'rule':
      return block
    case 'list':
      return { ...block, items: block.items.map((item) => item.map((inner) => fillBlock(inner, values))) }
    case 'quote':
      return { ...block, blocks: block.blocks.map((inner) => fillBlock(inner, values)) }
    default:
      return { ...block, runs: block.runs.map((run) => ({ ...run, text: filled(run.text, values) })) }
  }
}

/** A name of the other direction keeps to itself, and an empty value leaves no second space behind. */
function filled(text: string, values: MergeValues): string {
  const write = (value: string, field: MergeField) => (field === 'answer.link' ? linkMark : isolate(value))
  return fill(text, values, (value, field) => (value ? write(value, field) : '')).replace(/ {2,}/g, ' ')
}

/** A telephone number reads from left to right, also in a line that does not. */
function withNumbers(text: string): string {
  return text.replace(/[+(\d][\d\s()/.-]{5,}\d/g, '\u2066$&\u2069')
}

function namesOf({ latin, arabic }: PersonNames): Localized {
  return { ...(latin && { en: latin.full }), ...(arabic && { ar: arabic.full }) }
}

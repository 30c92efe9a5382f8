import type { Block } from '#app/documents/blocks.ts'
import type { PdfDocument } from '#app/documents/pdf.server.ts'
import { qrPicture } from '#app/exhibition/qr.ts'
import { comma } from '#app/i18n/format.ts'
import type { Language } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import type { LetterSnapshot, LetterText } from '#db/schema/letters.server.ts'
import { linkMark } from './compose.ts'

/** A letter ready to be set: what it says, its number, and where its code leads today. */
export type LetterToSet = {
  snapshot: LetterSnapshot
  reference: string
  isVoid: boolean
  /** Null for a guest who is no longer invited: the code would lead nowhere. */
  link: string | null
}

/** Pictures of the letters, by document id. */
export type LetterPictures = ReadonlyMap<string, { bytes: Uint8Array; extension: string }>

/** The letters as one document, each beginning on a page of its own; a single one bears its number as title. */
export function letterDocument(letters: readonly LetterToSet[], pictures: LetterPictures): PdfDocument {
  const files: Record<string, Uint8Array> = {}
  const shown = (id: string | null) => {
    const picture = id ? pictures.get(id) : undefined
    if (!id || !picture) return null
    const name = `${id}.${picture.extension}`
    files[name] = picture.bytes
    return name
  }
  const set = letters.map(({ snapshot, reference, isVoid, link }, index) => {
    const lead = snapshot.texts[0]?.language ?? 'en'
    const code = snapshot.hasCode && link ? `code-${index}.svg` : null
    if (code && link) files[code] = qrPicture(link)
    return {
      ...{ kind: snapshot.kind, layout: snapshot.layout, reference, code },
      ...{ logo: shown(snapshot.logoId), signature: shown(snapshot.signatureId) },
      void: isVoid ? translator(lead)('letters:paper.void') : '',
      texts: snapshot.texts.map((text) => textToSet(text, link ?? '')),
    }
  })
  const [first] = letters
  const title = first ? [first.reference, first.snapshot.texts[0]?.subject].filter(Boolean).join(' – ') : ''
  return { template: 'letters/letter.typ', data: { title, letters: set }, pictures: files }
}

function textToSet(text: LetterText, link: string) {
  return {
    ...text,
    subject: text.subject.replaceAll(linkMark, link),
    blocks: text.blocks.map((block) => withLink(block, link)),
    labels: labelsOf(text.language),
  }
}

function labelsOf(language: Language) {
  const t = translator(language)
  return {
    reference: t('letters:paper.reference'),
    subject: t('letters:paper.subject'),
    // English and French set the address without a word before it.
    to: language === 'ar' || language === 'ckb' ? t('letters:paper.to') : '',
    verbale: t('letters:paper.verbale'),
    code: t('letters:paper.code'),
    comma: comma(language),
  }
}

function withLink(block: Block, link: string): Block {
  switch (block.kind) {
    case 'rule':
      return block
    case 'list':
      return { ...block, items: block.items.map((item) => item.map((inner) => withLink(inner, link))) }
    case 'quote':
      return { ...block, blocks: block.blocks.map((inner) => withLink(inner, link)) }
    default:
      return {
        ...block,
        runs: block.runs.map((run) => ({ ...run, text: run.text.replaceAll(linkMark, link) })),
      }
  }
}

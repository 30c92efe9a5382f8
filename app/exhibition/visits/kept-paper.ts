import type { PdfDocument } from '../../documents/pdf.server.ts'
import { isolate } from '../../i18n/format.ts'
import { fallbackOrder, type Language, type Localized } from '../../i18n/languages.ts'
import { translator } from '../../i18n/translator.ts'
import type { KeptExhibit } from './kept.server.ts'

export type KeptPaper = {
  event: { name: Localized }
  exhibits: readonly KeptExhibit[]
  language: Language
  /** Where the exhibition is to be read. */
  address: string
}

/** What somebody kept of an exhibition as paper: each with its booth, what it is and whom to ask. */
export function keptDocument({ event, exhibits, language, address }: KeptPaper): PdfDocument {
  const t = translator(language)
  return {
    template: 'exhibition/visits/kept.typ',
    data: {
      language,
      title: t('kept:title'),
      event: said(event.name, language),
      foot: isolate(address),
      exhibits: exhibits.map(({ booth, hall, title, summary, organisationName, contact, slug }) => ({
        booth: booth ?? '',
        boothWord: t('visitor:exhibit.booth'),
        title: said(title, language),
        under: [said(organisationName, language), said(hall, language)].filter(({ text }) => text),
        summary: said(summary, language),
        contact: [contact.name, contact.email, contact.phone].filter(Boolean),
        address: `${address}/${slug}`,
      })),
    },
  }
}

/** A text in the reader's language or the next best, and which that is. */
function said(text: Localized | null, language: Language): { text: string; language: Language } {
  const found = fallbackOrder(language).find((one) => text?.[one])
  return { text: (found && text?.[found]) || '', language: found ?? language }
}

import { writeXlsx } from '#app/documents/spreadsheet.server.ts'
import { direction, type Language, localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { factText, plainValue } from './fact-text.ts'
import type { HeldChapter } from './held.server.ts'

type Copying = { held: readonly HeldChapter[]; language: Language; zone: string; now: Date }
export type CopyFormat = 'json' | 'xlsx'

const mediaTypes = {
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A person's copy of what is held about them, for machines (GDPR Art. 20) or to read in a spreadsheet. */
export async function makeCopy(format: CopyFormat, copying: Copying) {
  const bytes = format === 'json' ? asJson(copying) : await asSheet(copying)
  return { bytes, mediaType: mediaTypes[format], name: `what-we-hold.${format}` }
}

function asJson({ held, now }: Copying): Uint8Array {
  const chapters = held.map(({ name, facts }) => ({
    chapter: name,
    facts: facts.map(({ label, value, at }) => ({
      what: typeof label === 'string' ? label : localize(label, 'en'),
      value: plainValue(value),
      ...(at && { at: at.toISOString() }),
    })),
  }))
  return new TextEncoder().encode(JSON.stringify({ madeAt: now.toISOString(), chapters }, null, 2))
}

function asSheet({ held, language, zone }: Copying): Promise<Uint8Array> {
  const t = translator(language)
  const rows = held.flatMap(({ name, facts }) =>
    facts.map((fact) => {
      const { label, value, at } = factText(fact, { t, language, zone })
      return [t(`privacy:chapter.${name}`), label, value, at]
    }),
  )
  return writeXlsx({
    name: t('privacy:data.title'),
    headings: [
      t('privacy:column.chapter'),
      t('privacy:column.what'),
      t('privacy:column.value'),
      t('privacy:column.at'),
    ],
    rows,
    rightToLeft: direction(language) === 'rtl',
  })
}

import { createHash } from 'node:crypto'
import { inArray, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client.server.ts'
import { exhibitWordings } from '#db/schema/exhibit-translations.server.ts'
import { type Language, type Localized, languages } from '../../i18n/languages.ts'
import type { ExhibitContent } from '../content/content.ts'
import { type ContentText, textsOf } from '../content/texts.ts'
import { plainLines } from './state.ts'

/** By the path of a wording: digests of what stood in the other languages when it was written. */
export type Beside = ReadonlyMap<string, Partial<Record<Language, string>>>

/** Tells a text from what it was before; 96 bits, which no two texts of an exhibit share by chance. */
export function digestOf(text: string): string {
  return createHash('sha256').update(plainLines(text).trim()).digest('base64url').slice(0, 16)
}

type Row = typeof exhibitWordings.$inferInsert
/** Rows of one statement: databases take only so many values at once. */
const atOnce = 200

/**
 * Keeps beside which texts the wordings were written that differ between two documents. Of a wording that stayed while
 * another language was rewritten, and of which nothing is known yet, it keeps what stood there before.
 */
export async function noteWordings(
  tx: Tx,
  exhibitId: string,
  before: ExhibitContent,
  after: ExhibitContent,
): Promise<void> {
  const was = new Map(textsOf(before).map(({ path, text }) => [path, text]))
  const rewritten: Row[] = []
  const stayed: Row[] = []
  for (const { path, text } of textsOf(after)) {
    const old = was.get(path) ?? {}
    const changed = languages.filter((language) => (text[language] ?? '') !== (old[language] ?? ''))
    if (!changed.length) continue
    for (const language of languages.filter((one) => text[one]?.trim())) {
      const isNew = changed.includes(language)
      const row = { exhibitId, path: `${path}/${language}`, beside: besideOf(isNew ? text : old, language) }
      ;(isNew ? rewritten : stayed).push(row)
    }
  }
  for (const rows of inPieces(stayed)) await tx.insert(exhibitWordings).values(rows).onConflictDoNothing()
  await keep(tx, rewritten)
}

/** Says that these wordings are right as their texts now stand, though their source has changed. */
export async function confirmWordings(
  tx: Tx,
  exhibitId: string,
  texts: readonly ContentText[],
  language: Language,
): Promise<void> {
  await keep(
    tx,
    texts.map(({ path, text }) => ({
      ...{ exhibitId, path: `${path}/${language}`, beside: besideOf(text, language) },
    })),
  )
}

async function keep(tx: Tx, rows: readonly Row[]): Promise<void> {
  for (const some of inPieces(rows))
    await tx
      .insert(exhibitWordings)
      .values(some)
      .onConflictDoUpdate({
        target: [exhibitWordings.exhibitId, exhibitWordings.path],
        set: { beside: sql`excluded.beside` },
      })
}

function inPieces(rows: readonly Row[]): Row[][] {
  const count = Math.ceil(rows.length / atOnce)
  return Array.from({ length: count }, (_, piece) => rows.slice(piece * atOnce, (piece + 1) * atOnce))
}

function besideOf(text: Localized, language: Language): Row['beside'] {
  const others = languages.filter((other) => other !== language && text[other]?.trim())
  return Object.fromEntries(others.map((other) => [other, digestOf(text[other] ?? '')]))
}

/** What is known of the wordings of these exhibits, by exhibit. */
export async function readWordings(
  read: Reader,
  exhibitIds: readonly string[],
): Promise<Map<string, Beside>> {
  const rows = exhibitIds.length
    ? await read
        .select()
        .from(exhibitWordings)
        .where(inArray(exhibitWordings.exhibitId, [...exhibitIds]))
    : []
  const byExhibit = Map.groupBy(rows, ({ exhibitId }) => exhibitId)
  return new Map(
    exhibitIds.map((id) => [id, new Map(byExhibit.get(id)?.map(({ path, beside }) => [path, beside]))]),
  )
}

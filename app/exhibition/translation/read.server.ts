import { and, asc, count, eq, gt, inArray, or } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { exhibitDrafts } from '#db/schema/exhibit-content.server.ts'
import { exhibits } from '#db/schema/exhibition.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import type { Language } from '../../i18n/languages.ts'
import { makePause } from '../../uploads/pause.server.ts'
import type { ExhibitContent } from '../content/content.ts'
import { readDraft } from '../content/draft.server.ts'
import { exhibitionPageSize } from '../read.server.ts'
import { progressOf, translationsOf } from './progress.server.ts'
import type { Pair, Progress } from './state.ts'
import { readWordings } from './wordings.server.ts'

const columns = {
  ...{ id: exhibits.id, title: exhibits.title, position: exhibits.position },
  ...{ content: exhibitDrafts.content, version: exhibitDrafts.version },
}

/** A page of the event's exhibits, each with how far it is in every language. */
export async function readProgress(
  read: Reader,
  scope: EventScope,
  { from, languages, page }: { from: Language; languages: readonly Language[]; page: number },
) {
  const [rows, [found]] = await Promise.all([
    read
      .select(columns)
      .from(exhibits)
      .innerJoin(exhibitDrafts, eq(exhibitDrafts.exhibitId, exhibits.id))
      .where(eq(exhibits.eventId, scope.eventId))
      .orderBy(asc(exhibits.position), asc(exhibits.id))
      .limit(exhibitionPageSize)
      .offset((page - 1) * exhibitionPageSize),
    read.select({ n: count() }).from(exhibits).where(eq(exhibits.eventId, scope.eventId)),
  ])
  const wordings = await readWordings(
    read,
    rows.map(({ id }) => id),
  )
  const others = languages.filter((language) => language !== from)
  const list = rows.map(({ id, title, content }) => ({
    ...{ id, title, progress: progressOf(content, wordings.get(id) ?? new Map(), from, others) },
  }))
  return { exhibits: list, total: Number(found?.n ?? 0) }
}

/** Above this many exhibits nobody waits for a sum. */
const mostSummed = 500

/** How far all of the event's exhibits are together in every language; null when there are too many to be summed up. */
export async function readTotals(
  read: Reader,
  scope: EventScope,
  { from, languages }: { from: Language; languages: readonly Language[] },
): Promise<Progress[] | null> {
  const count = await read.$count(exhibits, eq(exhibits.eventId, scope.eventId))
  if (count > mostSummed) return null
  const others = languages.filter((language) => language !== from)
  const sums = new Map(others.map((language) => [language, { language, all: 0, missing: 0, changed: 0 }]))
  const pause = makePause()
  for await (const { content, beside } of everyDraft(read, scope)) {
    await pause()
    for (const { language, all, missing, changed } of progressOf(content, beside, from, others)) {
      const sum = sums.get(language)
      if (!sum) continue
      sum.all += all
      sum.missing += missing
      sum.changed += changed
    }
  }
  return [...sums.values()]
}

/** What exhibits of the event say, by their ids. */
export async function readContents(read: Reader, scope: EventScope, ids: readonly string[]) {
  if (!ids.length) return new Map<string, ExhibitContent>()
  const rows = await read
    .select({ id: exhibits.id, content: exhibitDrafts.content })
    .from(exhibits)
    .innerJoin(exhibitDrafts, eq(exhibitDrafts.exhibitId, exhibits.id))
    .where(and(eq(exhibits.eventId, scope.eventId), inArray(exhibits.id, [...ids])))
  return new Map(rows.map(({ id, content }) => [id, content]))
}

/** One exhibit's texts from one language into another; null when it is not there. */
export async function readTranslation(read: Reader, scope: EventScope, exhibitId: string, pair: Pair) {
  const draft = await readDraft(read, scope, exhibitId)
  if (!draft) return null
  const { content, version } = draft
  const beside = (await readWordings(read, [exhibitId])).get(exhibitId) ?? new Map()
  return { content, version, texts: translationsOf(content, beside, pair) }
}

/** All exhibits of the event in their order with their texts, a few read at a time. */
export async function* everyTranslation(read: Reader, scope: EventScope, pair: Pair) {
  for await (const { beside, ...draft } of everyDraft(read, scope))
    yield { ...draft, texts: translationsOf(draft.content, beside, pair) }
}

async function* everyDraft(read: Reader, scope: EventScope) {
  let last: { position: number; id: string } | null = null
  for (;;) {
    const rows = await draftsAfter(read, scope, last)
    const end = rows.at(-1)
    if (!end) return
    const wordings = await readWordings(
      read,
      rows.map(({ id }) => id),
    )
    for (const { id, content, version } of rows)
      yield { id, content, version, beside: wordings.get(id) ?? new Map() }
    last = end
  }
}

function draftsAfter(read: Reader, scope: EventScope, last: { position: number; id: string } | null) {
  const isAfter =
    last &&
    or(
      gt(exhibits.position, last.position),
      and(eq(exhibits.position, last.position), gt(exhibits.id, last.id)),
    )
  return read
    .select(columns)
    .from(exhibits)
    .innerJoin(exhibitDrafts, eq(exhibitDrafts.exhibitId, exhibits.id))
    .where(and(eq(exhibits.eventId, scope.eventId), isAfter ?? undefined))
    .orderBy(asc(exhibits.position), asc(exhibits.id))
    .limit(exhibitionPageSize)
}

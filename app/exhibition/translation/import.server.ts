import type { Database } from '#db/client.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import { note } from '../../events/note.server.ts'
import type { Localized } from '../../i18n/languages.ts'
import { readInThread } from '../../uploads/read-in-thread.server.ts'
import { readDraft } from '../content/draft.server.ts'
import { textsOf } from '../content/texts.ts'
import type { Pair } from './state.ts'
import { writeTranslations } from './write.server.ts'
import { type ReadBack, type Refused, type Returned, xmlText } from './xliff.ts'

/** Megabytes that reading a file may take. */
const memory = 256

/** Reads a translated file, XLIFF or CSV, in a thread of its own; see `readInThread` and `readTranslated`. */
export async function readReturned(bytes: Uint8Array, pair: Pair): Promise<ReadBack> {
  const worker = 'app/exhibition/translation/read-worker.server.ts'
  const read = await readInThread<object, Returned, Refused>(worker, { bytes, given: { pair }, memory })
  return read.ok ? { ok: true, texts: read.lines } : read
}

/** Why a text of a translated file was not written. */
export type LeftOut = 'unknownExhibit' | 'unknownText' | 'sourceChanged' | 'changedMeanwhile' | 'tooLong'
export type ImportReport = {
  written: number
  /** What said already what the file says. */
  same: number
  leftOut: { why: LeftOut; exhibitId: string; path: string; target: string }[]
}

type Importing = {
  texts: readonly Returned[]
  pair: Pair
  /** Whether a text is written too whose source was rewritten, or that somebody else translated, since the file went out. */
  isOverwriting: boolean
  now: Date
}

/** Writes what a translator sent back into the drafts of the event; tells of every text that was not written. */
export async function importTranslations(database: Database, scope: EventScope, given: Importing) {
  const report: ImportReport = { written: 0, same: 0, leftOut: [] }
  for (const [exhibitId, texts] of Map.groupBy(given.texts, (text) => text.exhibitId))
    await importOne(database, scope, { ...given, exhibitId, texts }, report)
  return report
}

type One = Importing & { exhibitId: string }

async function importOne(database: Database, scope: EventScope, given: One, report: ImportReport) {
  const { exhibitId, texts, pair, isOverwriting, now } = given
  const leave = (why: LeftOut, some: readonly Returned[]) =>
    report.leftOut.push(...some.map(({ path, target }) => ({ why, exhibitId, path, target })))
  await database.write(async (tx) => {
    const draft = await readDraft(tx, scope, exhibitId)
    if (!draft) return leave('unknownExhibit', texts)
    const said = new Map(textsOf(draft.content).map(({ path, text }) => [path, text]))
    const by = Map.groupBy(texts, (text) => standing(text, said.get(text.path), pair))
    const isTold = isOverwriting ? (by.get('sourceChanged') ?? []) : []
    const fresh = [...(by.get('new') ?? []), ...isTold]
    leave('unknownText', by.get('unknown') ?? [])
    if (!isOverwriting) leave('sourceChanged', by.get('sourceChanged') ?? [])
    report.same += by.get('same')?.length ?? 0
    if (!fresh.length) return
    const wordings = fresh.map(({ path, target }) => ({ path, language: pair.to, text: target }))
    // A file says of all its texts which version they are of; one that lost it is older than anything.
    const seen = isOverwriting ? {} : { seen: Math.min(...fresh.map(({ version }) => version)) }
    const done = await writeTranslations(tx, scope, { exhibitId, wordings, now, ...seen })
    if (!done.ok) return leave('tooLong', fresh)
    leave(
      'changedMeanwhile',
      fresh.filter(({ path }) => done.clashes.includes(path)),
    )
    leave(
      'tooLong',
      fresh.filter(({ path }) => done.tooLong.includes(path)),
    )
    report.written += done.written.length
    const after = { ...pair, texts: done.written.length }
    await note(tx, scope, { action: 'exhibit.translated', subjectId: exhibitId, after, now })
  })
}

type Standing = 'unknown' | 'sourceChanged' | 'same' | 'new'

function standing({ source, target }: Returned, text: Localized | undefined, pair: Pair): Standing {
  if (!text) return 'unknown'
  if (isAlike(text[pair.to], target)) return 'same'
  return isAlike(text[pair.from], source) ? 'new' : 'sourceChanged'
}

/** Whether two texts say the same but for what a file cannot hold, and spaces around them. */
function isAlike(one: string | undefined, other: string): boolean {
  return xmlText(one ?? '').trim() === xmlText(other).trim()
}

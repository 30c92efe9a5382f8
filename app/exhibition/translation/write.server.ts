import type { Tx } from '#db/client.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import type { Language } from '../../i18n/languages.ts'
import { withTheirs } from '../content/change.ts'
import type { ExhibitContent } from '../content/content.ts'
import { readDraft, saveDraft } from '../content/draft.server.ts'
import { lockForWriting } from '../content/lock.server.ts'
import { textsOf, type Wording, withWordings } from '../content/texts.ts'
import type { Pair } from './state.ts'
import { confirmWordings, digestOf } from './wordings.server.ts'

type Writing = {
  exhibitId: string
  /** The version the translator saw; left out, what they wrote stands whatever others wrote meanwhile. */
  seen?: number
  wordings: readonly Wording[]
  now: Date
}

/**
 * Writes translations into a draft, all but those that cannot be written: `unknown` texts, which are not there any more,
 * `tooLong` ones, and `clashes`, which somebody else has translated meanwhile. Answers their paths.
 */
export async function writeTranslations(
  tx: Tx,
  scope: EventScope,
  { exhibitId, wordings, ...given }: Writing,
) {
  const draft = await readDraft(tx, scope, exhibitId)
  if (!draft) return { ok: false, reason: 'notFound' } as const
  const { fitting, unknown, tooLong } = sorted(draft.content, wordings)
  const clashes: string[] = []
  const save = (theirs: readonly string[]) => {
    const change = withTheirs((content) => {
      const known = new Set(textsOf(content).map(({ path }) => path))
      const written = withWordings(
        content,
        fitting.filter(({ path }) => known.has(path)),
      )
      return written.ok ? written.content : content
    }, theirs)
    return saveDraft(tx, scope, { exhibitId, change, ...given })
  }
  let saved = await save([])
  if (!saved.ok && saved.reason === 'conflict') {
    clashes.push(...saved.conflicts.map(({ path }) => path))
    const left = fitting.filter(({ path, language }) => !clashes.includes(`${path}/${language}`))
    fitting.splice(0, fitting.length, ...left)
    saved = await save([])
  }
  if (!saved.ok) return { ok: false, reason: saved.reason } as const
  const isOf = clashes.map((path) => path.slice(0, path.lastIndexOf('/')))
  return { ok: true, version: saved.version, written: fitting, unknown, tooLong, clashes: isOf } as const
}

function sorted(content: ExhibitContent, wordings: readonly Wording[]) {
  const known = new Set(textsOf(content).map(({ path }) => path))
  const isKnown = ({ path }: Wording) => known.has(path)
  const { fitting, tooLong } = fittingOf(content, wordings.filter(isKnown))
  const unknown = wordings.filter((wording) => !isKnown(wording)).map(({ path }) => path)
  return { fitting, unknown, tooLong: tooLong.map(({ path }) => path) }
}

/** Which wordings fit their places: all of them, or those of either half, so that a few bad ones among many are soon found. */
function fittingOf(
  content: ExhibitContent,
  some: readonly Wording[],
): { fitting: Wording[]; tooLong: Wording[] } {
  if (!some.length || withWordings(content, some).ok) return { fitting: [...some], tooLong: [] }
  if (some.length === 1) return { fitting: [], tooLong: [...some] }
  const half = Math.ceil(some.length / 2)
  const [one, other] = [fittingOf(content, some.slice(0, half)), fittingOf(content, some.slice(half))]
  return { fitting: [...one.fitting, ...other.fitting], tooLong: [...one.tooLong, ...other.tooLong] }
}

/** Says of texts whose source was rewritten that their translation is right still. */
export async function confirmTranslations(
  tx: Tx,
  scope: EventScope,
  { exhibitId, paths, language }: { exhibitId: string; paths: readonly string[]; language: Language },
) {
  const locked = await lockForWriting(tx, scope, exhibitId)
  if (!locked) return { ok: false, reason: 'notFound' } as const
  const texts = textsOf(locked.draft.content).filter(
    ({ path, text }) => paths.includes(path) && text[language]?.trim(),
  )
  await confirmWordings(tx, exhibitId, texts, language)
  return { ok: true } as const
}

type Typed = {
  path: string
  text: string /** Of the source as the translator saw it. */
  digest: string
  isRight?: 'on' | undefined
}
type Side = { exhibitId: string; seen: number; texts: readonly Typed[]; pair: Pair; now: Date }
export type Left = {
  path: string
  text: string
  why: 'unknownText' | 'sourceChanged' | 'changedMeanwhile' | 'tooLong' | 'locked' | 'tooMany' | 'cancelled'
}

/**
 * Saves what was typed beside the source. What was typed for a source that was rewritten since is not written, and is
 * among those `left`, as is whatever `writeTranslations` does not write.
 */
export async function saveTranslations(
  tx: Tx,
  scope: EventScope,
  { exhibitId, seen, texts, pair, now }: Side,
) {
  const draft = await readDraft(tx, scope, exhibitId)
  if (!draft) return { ok: false, reason: 'notFound' } as const
  const said = new Map(textsOf(draft.content).map(({ path, text }) => [path, text]))
  const isOld = ({ path, digest, text }: Typed) => {
    const known = said.get(path)
    const isTyped = text.trim() !== (known?.[pair.to] ?? '').trim()
    return known !== undefined && isTyped && digestOf(known[pair.from] ?? '') !== digest
  }
  const fresh = texts.filter((text) => !isOld(text))
  const wordings = fresh.map(({ path, text }) => ({ path, text, language: pair.to }))
  const done = await writeTranslations(tx, scope, { exhibitId, seen, wordings, now })
  if (!done.ok) return done
  const right = fresh.filter(({ isRight }) => isRight).map(({ path }) => path)
  await confirmTranslations(tx, scope, { exhibitId, paths: right, language: pair.to })
  const leave = (why: Left['why'], some: readonly Typed[]) =>
    some.map(({ path, text }) => ({ path, text, why }))
  const left: Left[] = [
    ...leave('sourceChanged', texts.filter(isOld)),
    ...leave(
      'changedMeanwhile',
      fresh.filter(({ path }) => done.clashes.includes(path)),
    ),
    ...leave(
      'tooLong',
      fresh.filter(({ path }) => done.tooLong.includes(path)),
    ),
    ...leave(
      'unknownText',
      fresh.filter(({ path, text }) => text.trim() && done.unknown.includes(path)),
    ),
  ]
  return { ok: true, left } as const
}

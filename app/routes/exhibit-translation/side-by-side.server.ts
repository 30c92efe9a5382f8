import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { notFound } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import type { ExhibitContent } from '#app/exhibition/content/content.ts'
import { textsOf } from '#app/exhibition/content/texts.ts'
import { touchedLocks } from '#app/exhibition/team/locks.ts'
import { pairIn, pairQuery } from '#app/exhibition/translation/pair.ts'
import { readTranslation } from '#app/exhibition/translation/read.server.ts'
import { digestOf } from '#app/exhibition/translation/wordings.server.ts'
import { type Left, saveTranslations } from '#app/exhibition/translation/write.server.ts'
import { type Language, localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { partName } from '../exhibit-editor/part-name.ts'
import type { SideBySide } from './side-by-side.ts'

export type Translator = {
  context: MajlisContext
  scope: EventScope
  exhibitId: string
  /** The event's. */
  languages: readonly Language[]
  /** The reader's own. */
  language: Language
  /** What they see here only as visitors do. */
  locks: readonly string[]
  /** The page's. */
  url: URL
}

/**
 * The texts of one exhibit in two languages, as far as this translator writes them. Throws 404 for another event's, and
 * a redirect to an address that names both languages.
 */
export async function sideBySide(given: Translator): Promise<SideBySide> {
  const { context, scope, exhibitId, languages, language, locks, url } = given
  const pair = pairIn(url.searchParams, languages)
  const found = await readTranslation(context.database.read, scope, exhibitId, pair)
  if (!found) throw notFound()
  const { content, version, texts } = found
  if (!url.searchParams.has('from') || !url.searchParams.has('to'))
    throw redirect(`${url.pathname}?${namingBoth(given, content)}`)
  const t = translator(language)
  return {
    title: `${t('translation:of', { title: localize(content.title, language) })} · ${t('common:appName')}`,
    ...{ languages, pair, version, exhibitId, name: content.title },
    isOpenOnly: url.searchParams.get('show') === 'open',
    isSaved: url.searchParams.get('done') === 'saved',
    texts: texts
      .filter(({ path }) => !touchedLocks(locks, [path]).length)
      .map((text) => ({
        ...text,
        ...{ name: partName(content, text.path, { t, language }), digest: digestOf(text.source) },
      })),
  }
}

/** From the first language in which something is written, into the reader's own unless that is the same. */
function namingBoth({ url, languages, language }: Translator, content: ExhibitContent): URLSearchParams {
  const said = textsOf(content)
  const named = new URLSearchParams(url.search)
  const written = languages.find((one) => said.some(({ text }) => text[one]?.trim()))
  if (!named.has('from') && written) named.set('from', written)
  if (!named.has('to')) named.set('to', language)
  const { from, to } = pairIn(named, languages)
  named.set('from', from)
  named.set('to', to)
  return named
}

const form = z.object({
  seen: z.coerce.number().int().min(1).max(2_000_000_000),
  texts: z
    .array(
      z.object({
        path: z.string().max(300),
        digest: z.string().max(40),
        text: z.string().default(''),
        isRight: z.literal('on').optional(),
      }),
    )
    .default([]),
})

/** What was typed beside the source. Throws 400 for a form that is none of ours: nothing of it is typed but texts. */
export function typedIn(sent: FormData): z.output<typeof form> {
  const submission = readForm(sent, form)
  if (submission.status !== 'success') throw new Response(null, { status: 400 })
  return submission.value
}

/** Saves it, and answers what is left to its writer. Throws 404 for another event's exhibit. */
export async function saveSideBySide(given: Translator, { seen, texts }: z.output<typeof form>) {
  const { context, scope, exhibitId, languages, locks, url } = given
  const isLocked = ({ path }: { path: string }) => touchedLocks(locks, [path]).length > 0
  const saving = { exhibitId, seen, pair: pairIn(url.searchParams, languages), now: context.now() }
  const saved = await context.database.write((tx) =>
    saveTranslations(tx, scope, { ...saving, texts: texts.filter((text) => !isLocked(text)) }),
  )
  if (!saved.ok && saved.reason === 'notFound') throw notFound()
  if (!saved.ok) return leftAs(saved.reason === 'locked' ? 'locked' : 'tooLong', texts)
  return [...saved.left, ...leftAs('locked', texts.filter(isLocked))]
}

export function leftAs(why: Left['why'], texts: readonly { path: string; text: string }[]): Left[] {
  return texts.map(({ path, text }) => ({ path, text, why }))
}

/** What the address asks for, to come back to it. */
export function askedIn({ url, languages }: Translator): string {
  const show = url.searchParams.get('show') === 'open' ? '&show=open' : ''
  return `${pairQuery(pairIn(url.searchParams, languages))}${show}`
}

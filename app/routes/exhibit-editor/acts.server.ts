import type { SubmissionResult } from '@conform-to/react'
import { data, redirect } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import {
  type Change,
  withBlockMoved,
  withCover,
  withHead,
  withoutBlock,
  withTheirs,
} from '#app/exhibition/content/change.ts'
import type { ExhibitContent } from '#app/exhibition/content/content.ts'
import { saveDraft } from '#app/exhibition/content/draft.server.ts'
import { discardDraft, restoreVersion } from '#app/exhibition/content/publish.server.ts'
import { factsForm, textsForm } from '#app/exhibition/forms.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { type Conflict, tellConflict } from './conflict.server.ts'
import { factsOf } from './facts-form.tsx'

/** Who writes which exhibit, in which languages their forms ask, and where they do it. */
export type Writer = {
  context: MajlisContext
  scope: EventScope
  exhibitId: string
  languages: readonly Language[]
  /** The address of the page, to which every act leads back. */
  home: string
}

/** What comes of a form that was not saved. `seen`: the version to send along with it the next time. */
export type Answer = {
  intent: 'texts' | 'facts' | 'block' | 'picture' | 'turn' | 'comment'
  result?: SubmissionResult<string[]>
  conflict?: Conflict
  seen?: number
  refused?: string
}

/** `version` is for the script that saves while its writer goes on typing. */
export function backTo({ home }: Pick<Writer, 'home'>, done: string, part = '', version?: number) {
  const headers = version === undefined ? undefined : { [versionHeader]: String(version) }
  return redirect(`${home}${done && `?done=${done}`}${part}`, { status: 303, headers })
}

export const versionHeader = 'X-Draft-Version'

/** Carries out a button that changes the draft without a form around it; null for every other intent. */
export async function actOnDraft(writer: Writer, form: FormData) {
  const intent = String(form.get('intent'))
  const block = String(form.get('block') ?? '')
  switch (intent) {
    case 'texts':
    case 'facts':
      return saveHead(writer, form, intent)
    case 'removeBlock':
      return press(writer, form, withoutBlock(block), { done: 'blockRemoved', part: '#blocks' })
    case 'up':
    case 'down':
      return press(writer, form, withBlockMoved(block, intent), { done: '', part: '#blocks' })
    case 'cover':
      return press(writer, form, withCover(String(form.get('picture') ?? '')), {
        done: 'saved',
        part: '#pictures',
      })
    case 'restore':
    case 'discard':
      return takeBack(writer, form, intent)
    default:
      return null
  }
}

async function saveHead(writer: Writer, form: FormData, intent: 'texts' | 'facts') {
  const submission = intent === 'texts' ? readForm(form, textsForm) : readForm(form, factsForm)
  if (submission.status !== 'success') return refuse(intent, form, submission.reply())
  const head: Partial<ExhibitContent> = submission.value
  const saved = await save(writer, form, withHead(head, writer.languages))
  if (saved.ok) return backTo(writer, 'saved', '', saved.version)
  if (saved.reason === 'conflict') {
    const { title, summary, organisationName } = saved.mine
    const initialValue = intent === 'texts' ? { title, summary, organisationName } : factsOf(saved.mine)
    return showBoth(writer, intent, submission.reply(), { values: initialValue, clash: saved })
  }
  return refuse(intent, form, submission.reply({ formErrors: [`exhibit:refused.${saved.reason}`] }), 409)
}

/** Saves what a form says, as of the version it saw; what its writer left to others stays theirs. */
export async function save({ context, scope, exhibitId }: Writer, form: FormData, change: Change) {
  const theirs = form.getAll('theirs').map(String)
  const given = { exhibitId, seen: seenBy(form), change: withTheirs(change, theirs), now: context.now() }
  const saved = await context.database.write((tx) => saveDraft(tx, scope, given))
  if (!saved.ok && saved.reason === 'notFound') throw notFound()
  return saved
}

/** 0, which is older than anything, where the form does not say. */
export function seenBy(form: FormData): number {
  const seen = Number(form.get('seen'))
  return Number.isSafeInteger(seen) && seen > 0 ? seen : 0
}

/** A form with its errors, as it was sent; the next time it still says what its writer saw at first. */
export function refuse(intent: Answer['intent'], form: FormData, result: Answer['result'], status = 400) {
  return data({ intent, result, seen: seenBy(form) } as Answer, { status })
}

type Clash = Extract<Awaited<ReturnType<typeof save>>, { reason: 'conflict' }>
type Both = { /** The form's fields as they would be if mine stands. */ values: object; clash: Clash }

/** Nobody's text is lost: the form with mine, and what others have made of it beside. */
export async function showBoth(
  { context }: Writer,
  intent: Answer['intent'],
  result: SubmissionResult<string[]>,
  { values, clash }: Both,
) {
  const conflict = await tellConflict(context.database.read, clash)
  // The library types what a browser sends; what is kept has numbers and nulls besides, which its fields show alike.
  const initialValue = values as SubmissionResult<string[]>['initialValue']
  const answer: Answer = { intent, result: { ...result, initialValue }, conflict, seen: clash.version }
  return data(answer, { status: 409 })
}

async function press(
  writer: Writer,
  form: FormData,
  change: Change,
  { done, part }: { done: string; part: string },
) {
  const saved = await save(writer, form, change)
  if (saved.ok) return backTo(writer, done, part)
  return data({ intent: 'turn', refused: saved.reason } as Answer, { status: 409 })
}

async function takeBack(writer: Writer, form: FormData, intent: 'restore' | 'discard') {
  const { context, scope, exhibitId } = writer
  const which = { exhibitId, now: context.now() }
  const taken = await context.database.write(async (tx) =>
    intent === 'discard'
      ? discardDraft(tx, scope, which)
      : restoreVersion(tx, scope, { ...which, number: Number(form.get('number')) }),
  )
  if (taken.ok) return backTo(writer, intent === 'discard' ? 'discarded' : 'restored')
  if (taken.reason === 'notFound') throw notFound()
  return data({ intent: 'turn', refused: taken.reason } as Answer, { status: 409 })
}

import { redirect } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { givenFrom } from '#app/answers/forms.ts'
import { submitOnBehalf } from '#app/answers/submit.server.ts'
import { inItsLanguage } from '#app/directory/names.ts'
import { keepDocument, readDocument } from '#app/files/document.server.ts'
import { newIdOf } from '#app/http/form.server.ts'
import { type Language, languages } from '#app/i18n/languages.ts'
import { siteOf } from '#app/invitations/token.server.ts'
import { incomingForm } from '#app/letters/forms.ts'
import { enterIncoming } from '#app/letters/keep.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { derivedId } from '#db/id.server.ts'
import type { From } from './route.tsx'

type Desk = { context: MajlisContext; scope: EventScope; form: FormData; language: Language }
type Said = NonNullable<Extract<ReturnType<typeof parse>, { status: 'success' }>['value']>

function parse(form: FormData) {
  return readForm(form, incomingForm)
}

/** Enters a letter with its scan, and what it answers as the guest's answer. The letter is kept whatever becomes of it. */
export async function receive(desk: Desk, from: From) {
  const { context, scope, form } = desk
  const file = form.get('file')
  // The file is no text: it cannot be shown again, and must not be read as a field.
  form.delete('file')
  const submission = parse(form)
  if (submission.status !== 'success') return { result: submission.reply(), refused: null }
  const upload = file instanceof File && file.size > 0 ? file : null
  const bytes = upload ? new Uint8Array(await upload.arrayBuffer()) : null
  const read = bytes && readDocument(bytes)
  if (read && !read.ok) return { result: submission.reply(), refused: read.reason }
  const scan = bytes && read && { bytes, name: upload?.name ?? '', mediaType: read.kind.mediaType }
  const entered = await enter(desk, from, { said: submission.value, scan, id: newIdOf(form) })
  if (!entered.ok) throw notFound()
  const refused = await record(desk, from, submission.value)
  context.wakeWorker()
  const done = new URLSearchParams({
    done: from.invitationId && hasAnswer(submission.value) && !refused ? 'answered' : 'received',
    ...(refused && { refused }),
  })
  return redirect(`/desk/events/${scope.slug}/letters/${entered.id}?${done}`, { status: 303 })
}

type Scan = { bytes: Uint8Array; name: string; mediaType: string }
type Entering = { said: Said; scan: Scan | null; id: string }

async function enter({ context, scope, language }: Desk, from: From, { said, scan, id }: Entering) {
  const now = context.now()
  const { theirReference, datedOn, receivedOn, sender, subject } = said
  const [written = language] = Object.keys(inItsLanguage(`${sender} ${subject}`, language))
  const letter = {
    ...{ id, theirReference, datedOn, receivedOn, sender, subject, now },
    language: languages.find((one) => one === written) ?? language,
    ...{ invitationId: from.invitationId, repliesTo: from.letter?.id ?? null },
  }
  if (!scan) return context.database.write((tx) => enterIncoming(tx, scope, { ...letter, scanId: null }))
  const kept = await keepDocument(context, scope, { ...scan, now }, async (tx, scanId) => {
    const entered = await enterIncoming(tx, scope, { ...letter, scanId })
    // The same form again brings the same scan again: one is enough.
    return { ok: entered.ok && entered.isNew, entered }
  })
  return kept.entered
}

function hasAnswer({ answers, names }: Said): boolean {
  return answers.some(({ reply }) => reply) || names.some(({ latin, arabic }) => latin || arabic)
}

/** Why the answer could not be recorded; null when it was, or when there is none. */
async function record({ context, scope, language }: Desk, { invitationId, page }: From, said: Said) {
  if (!invitationId || !page || !hasAnswer(said)) return null
  const given = givenFrom(said, {
    ...{ openParts: [], isOrganisation: page.isOrganisation, language },
    idFor: (requestId, row) => derivedId(invitationId, requestId, row),
  })
  const note = [said.theirReference, said.datedOn].filter(Boolean).join(' · ')
  const answered = await submitOnBehalf(context.database, scope, {
    // Message and needs are what the guest wrote by themselves: a letter without any leaves them.
    given: { ...given, message: page.message, needs: undefined },
    ...{ invitationId, via: 'letter', note, beyondCapacity: false },
    site: siteOf(context.env),
    now: context.now(),
  })
  return answered.ok ? null : answered.reason
}

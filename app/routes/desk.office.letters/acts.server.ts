import { data, redirect } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import type { OfficeScope } from '#app/accounts/scope.server.ts'
import { keepDocument } from '#app/files/document.server.ts'
import { newIdOf } from '#app/http/form.server.ts'
import { isoDay } from '#app/i18n/format.ts'
import type { Language } from '#app/i18n/languages.ts'
import {
  counterForm,
  letterheadContent,
  letterheadForm,
  signatoryContent,
  signatoryForm,
} from '#app/letters/forms.ts'
import { formulaMistakes } from '#app/letters/formula-mistakes.ts'
import {
  addSignatory,
  editLetterhead,
  editSignatory,
  raiseCounter,
  removeSignatory,
  setLogo,
} from '#app/letters/letterhead.server.ts'
import { readStamp } from '#app/letters/stamp.server.ts'
import { copyTemplate, readTemplate } from '#app/letters/templates.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import type { Tx } from '#db/client.server.ts'

type Desk = { context: MajlisContext; scope: OfficeScope; form: FormData }

function done(what: string, place = '') {
  return redirect(`/desk/office/letters?done=${what}${place}`, { status: 303 })
}

export async function saveLetterhead({ context, scope, form }: Desk) {
  const submission = readForm(form, letterheadForm)
  const refuse = (result: ReturnType<typeof submission.reply>) =>
    data({ intent: 'letterhead', result } as const, { status: 400 })
  if (submission.status !== 'success') return refuse(submission.reply())
  const content = letterheadContent(submission.value)
  const mistakes = formulaMistakes(submission.value.formulas)
  if (mistakes.length) return refuse(submission.reply({ fieldErrors: Object.fromEntries(mistakes) }))
  await context.database.write((tx) => editLetterhead(tx, scope, { content, now: context.now() }))
  return done('saved')
}

/** Puts the logo, or somebody's signature, or takes it away. What was issued with the old one keeps it. */
export async function savePicture({ context, scope, form }: Desk) {
  const signatoryId = String(form.get('signatory') ?? '')
  const now = context.now()
  const set = async (tx: Tx, id: string | null): Promise<SetPicture> =>
    signatoryId
      ? editSignatory(tx, scope, { signatoryId, change: { signatureId: id }, now })
      : setLogo(tx, scope, { logoId: id, now })
  const saved =
    form.get('intent') === 'picture'
      ? await keep(context, scope, { form, set })
      : await context.database.write((tx) => set(tx, null))
  if (saved.ok) return done('saved', signatoryId ? '#signatories' : '#logo')
  if (saved.reason === 'notFound') throw notFound()
  return data({ intent: 'picture', signatoryId, refused: saved.reason } as const, { status: 422 })
}

type SetPicture = { ok: true } | { ok: false; reason: 'notFound' }
type Set = (tx: Tx, id: string) => Promise<SetPicture>

async function keep(
  context: MajlisContext,
  { officeId }: OfficeScope,
  { form, set }: { form: FormData; set: Set },
) {
  const file = form.get('file')
  if (!(file instanceof File) || !file.size) return { ok: false, reason: 'noFile' } as const
  const read = await readStamp(new Uint8Array(await file.arrayBuffer()))
  if (!read.ok) return read
  const keeping = { name: file.name, bytes: read.png, mediaType: 'image/png', now: context.now() }
  return keepDocument(context, { officeId }, keeping, set)
}

export async function raise({ context, scope, form }: Desk) {
  const submission = readForm(form, counterForm)
  const refuse = (result: ReturnType<typeof submission.reply>) =>
    data({ intent: 'counter', result } as const, { status: 400 })
  if (submission.status !== 'success') return refuse(submission.reply())
  const now = context.now()
  const given = { year: Number(isoDay(now, 'UTC').slice(0, 4)), last: submission.value.last, now }
  const raised = await context.database.write((tx) => raiseCounter(tx, scope, given))
  if (raised.ok) return done('saved', '#numbers')
  return refuse(submission.reply({ fieldErrors: { last: ['letters:refused.lower'] } }))
}

export async function newSignatory({ context, scope, form }: Desk) {
  const submission = readForm(form, signatoryForm)
  if (submission.status !== 'success')
    return data({ intent: 'addSignatory', result: submission.reply() } as const, { status: 400 })
  const given = { id: newIdOf(form), content: signatoryContent(submission.value), now: context.now() }
  const added = await context.database.write((tx) => addSignatory(tx, scope, given))
  if (!added.ok) throw notFound()
  return done('saved', '#signatories')
}

export async function saveSignatory({ context, scope, form }: Desk) {
  const signatoryId = String(form.get('signatory') ?? '')
  const submission = readForm(form, signatoryForm)
  if (submission.status !== 'success')
    return data({ intent: 'signatory', signatoryId, result: submission.reply() } as const, { status: 400 })
  const given = { signatoryId, change: signatoryContent(submission.value), now: context.now() }
  const saved = await context.database.write((tx) => editSignatory(tx, scope, given))
  if (!saved.ok) throw notFound()
  return done('saved', '#signatories')
}

export async function dropSignatory({ context, scope, form }: Desk) {
  const given = { signatoryId: String(form.get('signatory') ?? ''), now: context.now() }
  const removed = await context.database.write((tx) => removeSignatory(tx, scope, given))
  if (!removed.ok) throw notFound()
  return done('saved', '#signatories')
}

export async function copyOfficeTemplate({ context, scope, form }: Desk, language: Language) {
  const from = await readTemplate(context.database.read, scope, {
    id: String(form.get('from') ?? ''),
    language,
  })
  if (!from) throw notFound()
  const given = { id: newIdOf(form), from, now: context.now() }
  const copied = await context.database.write((tx) => copyTemplate(tx, scope, given))
  if (!copied.ok) throw notFound()
  return redirect(`/desk/office/letters/templates/${copied.id}`, { status: 303 })
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { clearDocuments, keepDocument, readDocument } from '#app/files/document.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { voidForm } from '#app/letters/forms.ts'
import { attachScan, voidLetter } from '#app/letters/keep.server.ts'
import { readLetter } from '#app/letters/register.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { LetterPage } from './letter-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  const letter = await readLetter(context.database.read, scope, params.letter)
  if (!letter) throw notFound()
  const { snapshot, searchKey: _, officeId: __, eventId: ___, ...shown } = letter
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${letter.reference} · ${t('common:appName')}`,
    letter: { ...shown, kind: snapshot?.kind ?? null },
    slug: scope.slug,
    canEdit: scope.can.has('guests.edit'),
    asked: {
      done: new URL(request.url).searchParams.get('done'),
      refused: new URL(request.url).searchParams.get('refused'),
    },
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.edit')
  const letter = await readLetter(context.database.read, scope, params.letter)
  if (!letter) throw notFound()
  const form = await readRequestForm(request)
  switch (form.get('intent')) {
    case 'scan':
      return scan(context, scope, { letterId: letter.id, form })
    case 'void':
      return makeVoid(context, scope, { letterId: letter.id, form })
    default:
      throw notFound()
  }
}

type Target = { letterId: string; form: FormData }
const here = (scope: EventScope, letterId: string, done: string) =>
  redirect(`/desk/events/${scope.slug}/letters/${letterId}?done=${done}`, { status: 303 })

async function scan(context: MajlisContext, scope: EventScope, { letterId, form }: Target) {
  const file = form.get('file')
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
  const read = readDocument(bytes)
  if (!read.ok) return data({ intent: 'scan', refused: read.reason } as const, { status: 422 })
  const now = context.now()
  const name = file instanceof File ? file.name : ''
  const keeping = { name, bytes, mediaType: read.kind.mediaType, now }
  const kept = await keepDocument(context, scope, keeping, (tx, documentId) =>
    attachScan(tx, scope, { letterId, documentId, now }),
  )
  if (!kept.ok) throw notFound()
  await clearDocuments(context, scope, { ids: kept.released, now })
  return here(scope, letterId, 'scanned')
}

async function makeVoid(context: MajlisContext, scope: EventScope, { letterId, form }: Target) {
  const submission = readForm(form, voidForm)
  if (submission.status !== 'success')
    return data({ intent: 'void', result: submission.reply() } as const, { status: 400 })
  const given = { letterId, reason: submission.value.reason, now: context.now() }
  const voided = await context.database.write((tx) => voidLetter(tx, scope, given))
  if (!voided.ok && voided.reason === 'notFound') throw notFound()
  // It is void either way.
  return here(scope, letterId, 'void')
}

export default LetterPage

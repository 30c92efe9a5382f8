import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { readEventFacts } from '#app/events/facts.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { previewForm } from '#app/invitations/forms.ts'
import { previewLetter, readPreviewGuest } from '#app/invitations/preview.server.ts'
import { emptyPreview, previewDocument } from '#app/invitations/preview.ts'
import { readMailing } from '#app/invitations/read.server.ts'
import type { MailingTexts } from '#app/invitations/rules.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import type { MailingKind } from '#db/schema/mail.server.ts'

/** The letter as it is stored, as one guest would read it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  const mailing = await readMailing(context.database.read, scope, params.mailing)
  if (!mailing) throw notFound()
  const guest = new URL(request.url).searchParams.get('guest') ?? ''
  return show(context, request, scope, { texts: mailing, guest })
}

/** The letter as it stands in the editor. Nothing is changed: a letter is too long for an address, hence a POST. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'mail.send')
  const mailing = await readMailing(context.database.read, scope, params.mailing)
  if (!mailing) throw notFound()
  const submission = readForm(await readRequestForm(request), previewForm)
  if (submission.status !== 'success') throw notFound()
  const { guest, ...texts } = submission.value
  return show(context, request, scope, { texts: { ...texts, kind: mailing.kind }, guest })
}

// The letter is shown inside a frame that may run nothing, load nothing and send nothing, whatever it says.
const policy =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"

type Shown = { texts: MailingTexts & { kind: MailingKind }; guest: string }

async function show(context: MajlisContext, request: Request, scope: EventScope, { texts, guest }: Shown) {
  const { read } = context.database
  const language = await readerLanguage(context, request)
  const t = translator(language)
  const facts = await readEventFacts(read, scope.eventId)
  const reader = await readPreviewGuest(read, scope, facts, guest)
  const letter = previewLetter(facts, texts, reader, context.env.APP_URL)
  const html = !letter
    ? emptyPreview(t('invitations:mailing.previewNothing'), language)
    : letter.ok
      ? previewDocument(letter, t('invitations:mailing.subject'))
      : emptyPreview(t(letter.reason, { field: letter.field }), language)
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}

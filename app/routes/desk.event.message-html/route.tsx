import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { maskLinks } from '#app/mail/mask.ts'
import { readMessage } from '#app/mail/read.server.ts'

// The mail is shown inside a frame that may run nothing, load nothing and send nothing, whatever the mail says.
const policy =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  const message = await readMessage(context.database.read, scope, params.message)
  if (!message) throw notFound()
  const html = scope.can.has('mail.send') ? message.html : maskLinks(message.html)
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}

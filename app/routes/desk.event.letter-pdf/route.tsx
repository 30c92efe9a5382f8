import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { answerFile } from '#app/http/document.server.ts'
import { letterFileName, printLetters } from '#app/letters/print.server.ts'
import { readLetter } from '#app/letters/register.server.ts'

/** One letter as it was issued. Not for whoever may only look: its code answers for the guest. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.edit')
  const { env } = context
  const letter = await readLetter(context.database.read, scope, params.letter)
  const print = { stores: context, scope, site: { appUrl: env.APP_URL, secret: env.APP_SECRET } }
  const pdf = letter && (await printLetters(print, [letter.id]))
  if (!pdf) throw notFound()
  return answerFile(pdf, { mediaType: 'application/pdf', name: letterFileName(letter) })
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { takeList } from '#app/clearance/list.server.ts'
import { listPdf } from '#app/clearance/list-pdf.server.ts'
import { listSheet } from '#app/clearance/list-sheet.server.ts'
import { openKeyring } from '#app/clearance/seal.server.ts'

/** Taking a list is put on record, so it is asked for by a form; opened as an address it is not there. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireEvent(context, request, params.event, 'clearance.view')
  throw notFound()
}

const types = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'clearance.view')
  const format = (['pdf', 'xlsx'] as const).find((known) => known === params.format)
  if (!format) throw notFound()
  const asked = { listId: params.list ?? '', format, now: context.now() }
  const taken = await takeList(context.database, openKeyring(context.env), scope, asked)
  if (!taken.ok) throw notFound()
  const bytes = format === 'pdf' ? await listPdf(taken.snapshot) : await listSheet(taken.snapshot)
  return new Response(Buffer.from(bytes), {
    headers: {
      'Content-Type': types[format],
      'Content-Disposition': `attachment; filename="access-list-${taken.snapshot.number}.${format}"`,
    },
  })
}

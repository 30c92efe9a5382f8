import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { readRequestForm } from '#app/http/form.server.ts'
import { openBooth } from '../booth/open.server.ts'
import { saveTyped } from '../exhibit-editor/save-typed.server.ts'

/** The version that stands. */
export async function loader(args: LoaderFunctionArgs) {
  const { exhibit } = await openBooth(args)
  return Response.json({ version: exhibit.version })
}

/** Where the script of a team's page saves what is being typed. */
export async function action(args: ActionFunctionArgs) {
  const { scope, event, path, language } = await openBooth(args)
  const form = await readRequestForm(args.request)
  if (!(await args.context.limits.write(scope.memberId))) return Response.json({}, { status: 429 })
  if (event.state === 'cancelled') return Response.json({}, { status: 409 })
  const { exhibitId } = scope
  const writer = { context: args.context, scope, exhibitId, languages: event.languages, home: path }
  return saveTyped(writer, form, { language, zone: event.zone })
}

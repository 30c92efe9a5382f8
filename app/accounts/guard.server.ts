import { redirect } from '@remix-run/node'
import type { MajlisContext } from '../load-context.ts'
import type { SignedInUser } from './auth.server.ts'
import type { EventPermission, OfficePermission } from './permission.ts'
import { type EventScope, findEventScope, findOfficeScope, type OfficeScope } from './scope.server.ts'

/*
 * The one guard. Every desk loader and action begins with one of these; they throw a redirect to sign-in when nobody is
 * signed in, and 404 for what is not there or not theirs.
 */

export async function requireUser(context: MajlisContext, request: Request): Promise<SignedInUser> {
  const user = await context.user()
  if (user) return user
  const { pathname, search } = new URL(request.url)
  throw redirect(`/sign-in?${new URLSearchParams({ to: pathname.replace(/\.data$/, '') + search })}`)
}

export async function requireOffice(
  context: MajlisContext,
  request: Request,
  permission: OfficePermission,
): Promise<OfficeScope> {
  const user = await requireUser(context, request)
  const scope = await findOfficeScope(context.database.read, user.id, permission)
  if (!scope) throw notFound()
  return scope
}

export async function requireEvent(
  context: MajlisContext,
  request: Request,
  slug: string | undefined,
  permission: EventPermission,
): Promise<EventScope> {
  const user = await requireUser(context, request)
  const scope = await findEventScope(context.database.read, user.id, slug ?? '', permission)
  if (!scope) throw notFound()
  return scope
}

/** The answer for what is not there or not yours: the two must look alike. */
export function notFound(): Response {
  return new Response(null, { status: 404 })
}

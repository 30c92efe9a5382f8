import { data, redirect } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { foundRoleForm, writtenRoleForm, writtenRoleOf } from '#app/agenda/forms.ts'
import { orderByPrecedence } from '#app/agenda/order-roles.server.ts'
import type { Direction } from '#app/agenda/reorder.ts'
import {
  addAttendee,
  addPerson,
  addWrittenName,
  editRole,
  moveRole,
  removeRole,
} from '#app/agenda/roles.server.ts'
import { newIdOf } from '#app/http/form.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'

type Done = 'roleAdded' | 'roleSaved' | 'roleRemoved'

/** Back to the people of the item; a search stays open, for the next of them. */
function back(scope: EventScope, itemId: string, given: { done?: Done; search?: string }) {
  const query = new URLSearchParams({
    ...(given.search && { search: given.search }),
    ...(given.done && { done: given.done }),
  })
  return redirect(`/desk/events/${scope.slug}/agenda/${itemId}?${query}#people`, { status: 303 })
}

/** Gives a role to a guest or a person of the directory. */
export async function addFound(
  { database, now }: MajlisContext,
  scope: EventScope,
  form: FormData,
  itemId: string,
) {
  const submission = readForm(form, foundRoleForm)
  if (submission.status !== 'success') throw notFound()
  const { from, id, role } = submission.value
  const given = { itemId, role, now: now() }
  const added = await database.write(async (tx) =>
    from === 'guests'
      ? addAttendee(tx, scope, { ...given, attendeeId: id })
      : addPerson(tx, scope, { ...given, personId: id }),
  )
  if (added.ok) return back(scope, itemId, { done: 'roleAdded', search: String(form.get('search') ?? '') })
  if (added.reason === 'notFound') throw notFound()
  return data({ intent: 'find' as const, refused: 'roleTwice' as const }, { status: 409 })
}

/** The role as its editor had it before them; nothing where a form does not say. */
function seenIn(form: FormData): string | undefined {
  return form.has('seen') ? String(form.get('seen')) : undefined
}

/** Writes a name in, or changes how somebody is named. What another editor made of it meanwhile comes back beside it. */
export async function saveWritten(
  { database, now }: MajlisContext,
  scope: EventScope,
  form: FormData,
  itemId: string,
) {
  const submission = readForm(form, writtenRoleForm)
  const refused = (result: ReturnType<typeof submission.reply>, status: number) =>
    data({ intent: 'write' as const, result, isOvertaken: false }, { status })
  if (submission.status !== 'success') return refused(submission.reply(), 400)
  const roleId = String(form.get('roleId') ?? '')
  const given = { ...writtenRoleOf(submission.value), itemId, now: now() }
  const saved = await database.write(async (tx) =>
    roleId
      ? editRole(tx, scope, { ...given, roleId, seen: seenIn(form) })
      : addWrittenName(tx, scope, { ...given, id: newIdOf(form) }),
  )
  if (saved.ok) return back(scope, itemId, { done: roleId ? 'roleSaved' : 'roleAdded' })
  if (saved.reason === 'notFound') throw notFound()
  if (saved.reason === 'duplicate')
    return refused(submission.reply({ formErrors: ['agenda:refused.roleTwice'] }), 409)
  return data({ intent: 'write' as const, result: submission.reply(), isOvertaken: true }, { status: 409 })
}

/** Names somebody one place earlier or later. */
export async function moveHolder(
  { database, now }: MajlisContext,
  scope: EventScope,
  form: FormData,
  { itemId, direction }: { itemId: string; direction: Direction },
) {
  const roleId = String(form.get('role'))
  const moved = await database.write((tx) => moveRole(tx, scope, { itemId, roleId, direction, now: now() }))
  if (!moved.ok && moved.reason === 'notFound') throw notFound()
  return back(scope, itemId, {})
}

/** Puts everybody of the item into the order of precedence. */
export async function orderHolders({ database, now }: MajlisContext, scope: EventScope, itemId: string) {
  const ordered = await database.write((tx) => orderByPrecedence(tx, scope, { itemId, now: now() }))
  if (!ordered.ok) throw notFound()
  return back(scope, itemId, { done: 'roleSaved' })
}

/** Takes somebody off the item. */
export async function removeHolder(
  { database, now }: MajlisContext,
  scope: EventScope,
  form: FormData,
  itemId: string,
) {
  const roleId = String(form.get('role'))
  const given = { itemId, roleId, seen: seenIn(form), now: now() }
  const removed = await database.write((tx) => removeRole(tx, scope, given))
  if (!removed.ok && removed.reason === 'changedMeanwhile')
    return data({ intent: 'find' as const, refused: 'roleChanged' as const }, { status: 409 })
  if (!removed.ok) throw notFound()
  return back(scope, itemId, { done: 'roleRemoved' })
}

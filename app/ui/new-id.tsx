import { useLoaderData } from '@remix-run/react'

/**
 * Stands in a form that makes something and carries its id, which the page's loader gave as `newId`: the same form sent
 * twice (a double click, a browser's retry, Back and send again) then makes it once. Read it with `newIdOf`.
 */
export function NewId() {
  const { newId } = useLoaderData<{ newId?: string }>()
  return newId ? <input type="hidden" name="newId" value={newId} /> : null
}

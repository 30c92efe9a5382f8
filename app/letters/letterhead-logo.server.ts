import type { EventScope } from '#app/accounts/scope.server.ts'
import type { Stores } from '#app/files/unused.server.ts'
import { readLetterhead } from './letterhead.server.ts'
import { readPictures } from './print.server.ts'

/** The logo of the office's letters, for its other papers; null while it has none. */
export async function officeLogo(stores: Stores, scope: Pick<EventScope, 'officeId'>) {
  const { logoId } = await readLetterhead(stores.database.read, scope)
  if (!logoId) return null
  const pictures = await readPictures({ stores, scope }, [{ logoId, signatureId: null }])
  return pictures.get(logoId) ?? null
}

import type { OfficeScope } from '#app/accounts/scope.server.ts'
import { readSheetFile } from '#app/exhibition/sheets/import.server.ts'
import type { SheetKindName } from '#app/exhibition/sheets/kind.ts'
import { openSheet } from '#app/exhibition/sheets/uploads.server.ts'
import { newIdOf } from '#app/http/form.server.ts'
import type { MajlisContext } from '#app/load-context.ts'

/** Reads a sheet that a form sends and keeps it to be checked; `refusal` where it cannot be read. */
export async function takeIn(
  { database, now }: MajlisContext,
  scope: OfficeScope,
  { kind, form }: { kind: SheetKindName; form: FormData },
) {
  const file = form.get('file')
  if (!(file instanceof File) || !file.name) return { refusal: 'noFile', status: 400 } as const
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = await readSheetFile(kind, bytes)
  if (!read.ok) return { refusal: read.reason, status: 422 } as const
  const given = { kind, id: newIdOf(form), fileName: file.name, bytes, file: read.file, now: now() }
  return openSheet(database, scope, given)
}

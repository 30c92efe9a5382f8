import { data } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { pictureForm } from '#app/exhibition/plan/forms.ts'
import { layPicture, uploadHallPicture } from '#app/exhibition/plan/picture.server.ts'
import { readForm } from '#app/ui/read-form.ts'
import { backTo, type Desk } from './back-to.server.ts'

/** Lays a picture under the hall, or the one that lies there anew. */
export async function savePicture(desk: Desk, form: FormData) {
  const { context, scope, hallId } = desk
  const file = form.get('file')
  // The file is no text: it cannot be shown again, and must not be read as a field.
  form.delete('file')
  const submission = readForm(form, pictureForm)
  if (submission.status !== 'success')
    return data({ intent: 'picture', result: submission.reply() } as const, { status: 400 })
  const { pdfPage: page, ...place } = submission.value
  const laying = { hallId, place, now: context.now() }
  const upload = file instanceof File && file.size > 0 ? file : null
  const saved = upload
    ? await uploadHallPicture(context, scope, {
        ...{ ...laying, page },
        bytes: new Uint8Array(await upload.arrayBuffer()),
      })
    : await context.database.write((tx) => layPicture(tx, scope, laying))
  if (saved.ok) return backTo(desk, 'pictureSaved', { open: 'hall' })
  if (saved.reason === 'notFound') throw notFound()
  const fieldErrors = refusalBesideField(saved.reason)
  return data({ intent: 'picture', result: submission.reply({ fieldErrors }) } as const, { status: 422 })
}

/** A page that is not there is told beside its number, all else beside the file. */
function refusalBesideField(reason: string): Record<string, string[]> {
  if (reason === 'noSuchPage') return { pdfPage: ['drawing:refused.noSuchPage'] }
  return { file: [`${isOfPdf(reason) ? 'drawing' : 'exhibition'}:refused.${reason}`] }
}

function isOfPdf(reason: string): boolean {
  return ['notAPdf', 'lockedPdf', 'tooLongPdf'].includes(reason)
}

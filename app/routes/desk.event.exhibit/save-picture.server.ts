import { data } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { pictureForm } from '#app/exhibition/forms.ts'
import { editPicture, type PictureContent } from '#app/exhibition/pictures.server.ts'
import { replacePicture, uploadPicture } from '#app/exhibition/upload.server.ts'
import { newIdOf } from '#app/http/form.server.ts'
import { readForm } from '#app/ui/read-form.ts'
import { backTo, type Desk } from './back-to.server.ts'

/** Adds a picture, or changes what is said about one and, where a file comes along, the picture itself. */
export async function savePicture(desk: Desk, form: FormData) {
  const file = form.get('file')
  // The file is no text: it cannot be shown again, and must not be read as a field.
  form.delete('file')
  const submission = readForm(form, pictureForm)
  if (submission.status !== 'success')
    return data({ intent: 'picture', result: submission.reply() } as const, { status: 400 })
  const pictureId = String(form.get('picture') ?? '')
  const upload = file instanceof File && file.size > 0 ? file : null
  const saved = await save(desk, { id: newIdOf(form), pictureId, upload, content: submission.value })
  if (saved.ok) return backTo(desk, 'pictureSaved', '#pictures')
  if (saved.reason === 'notFound') throw notFound()
  const fieldErrors = { [fieldOf[saved.reason]]: [`exhibition:refused.${saved.reason}`] }
  return data({ intent: 'picture', result: submission.reply({ fieldErrors }) } as const, { status: 422 })
}

const fieldOf = {
  noFile: 'file',
  notAPicture: 'file',
  tooManyPixels: 'file',
  moving: 'file',
  tooSmall: 'file',
  tooManyPictures: 'file',
  altNeeded: 'alt',
} as const

type Given = { id: string; pictureId: string; upload: File | null; content: PictureContent }

async function save({ context, scope, exhibitId }: Desk, { id, pictureId, upload, content }: Given) {
  const now = context.now()
  if (upload) {
    const given = { exhibitId, bytes: new Uint8Array(await upload.arrayBuffer()), content, now }
    return pictureId
      ? replacePicture(context, scope, { ...given, pictureId })
      : uploadPicture(context, scope, { ...given, id })
  }
  if (!pictureId) return { ok: false, reason: 'noFile' } as const
  return context.database.write((tx) => editPicture(tx, scope, { exhibitId, pictureId, content, now }))
}

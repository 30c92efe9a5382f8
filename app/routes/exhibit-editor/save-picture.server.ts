import { data } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { withPicture } from '#app/exhibition/content/change.ts'
import { focusAsked } from '#app/exhibition/content/focus.ts'
import {
  discardDocument,
  discardPicture,
  uploadInstead,
  uploadPicture,
} from '#app/exhibition/content/upload.server.ts'
import { pictureForm } from '#app/exhibition/forms.ts'
import { newIdOf } from '#app/http/form.server.ts'
import { readForm } from '#app/ui/read-form.ts'
import { type Answer, backTo, refuse, save, showBoth, type Writer } from './acts.server.ts'
import { valuesOfPicture } from './picture-form.tsx'

/** Adds a picture, or changes what is said about one and, where a file comes along, the picture itself. */
export async function savePicture(writer: Writer, form: FormData) {
  const file = form.get('file')
  // The file is no text: it cannot be shown again, and must not be read as a field.
  form.delete('file')
  const submission = readForm(form, pictureForm)
  if (submission.status !== 'success') return refuse('picture', form, submission.reply())
  const pictureId = String(form.get('picture') ?? '')
  const upload = file instanceof File && file.size > 0 ? file : null
  const { focusAt, focusX, focusY, ...said } = submission.value
  // A place was chosen on the picture that was shown; of another one it says nothing.
  const focus = upload ? inTheMiddle : focusAsked({ focusAt, focusX, focusY })
  const texts = { ...said, focus }
  if (pictureId && !upload) {
    const change = withPicture({ id: pictureId, ...texts }, writer.languages)
    const saved = await save(writer, form, change)
    if (saved.ok) return backTo(writer, 'pictureSaved', '#pictures')
    if (saved.reason !== 'conflict')
      return refuse(
        'picture',
        form,
        submission.reply({ formErrors: [`exhibit:refused.${saved.reason}`] }),
        409,
      )
    const mine = saved.mine.pictures.find(({ id }) => id === pictureId)
    return showBoth(writer, 'picture', submission.reply(), {
      values: mine ? valuesOfPicture(mine) : {},
      clash: saved,
    })
  }
  const saved = upload ? await lay(writer, form, { pictureId, upload, texts }) : noFile
  if (saved.ok) return backTo(writer, 'pictureSaved', '#pictures')
  if (saved.reason === 'notFound') throw notFound()
  const isFull = ['tooMuch', 'tooManyPictures', 'tooManyBytes', 'locked'].includes(saved.reason)
  const fieldErrors = { file: [`${isFull ? 'exhibit' : 'exhibition'}:refused.${saved.reason}`] }
  return refuse('picture', form, submission.reply({ fieldErrors }), 422)
}

const inTheMiddle = { x: 50, y: 50 }
const noFile = { ok: false, reason: 'noFile' } as const

type Laid = { pictureId: string; upload: File; texts: Parameters<typeof uploadPicture>[2]['texts'] }

async function lay(
  { context, scope, exhibitId, languages }: Writer,
  form: FormData,
  { pictureId, upload, texts }: Laid,
) {
  const bytes = new Uint8Array(await upload.arrayBuffer())
  const given = { exhibitId, bytes, texts, seen: languages, now: context.now() }
  return pictureId
    ? uploadInstead(context, scope, { ...given, pictureId })
    : uploadPicture(context, scope, { ...given, id: newIdOf(form) })
}

/** Takes a picture or a document out of the exhibit, wherever it is shown. */
export async function dropMedia(writer: Writer, form: FormData, kind: 'picture' | 'document') {
  const { context, scope, exhibitId } = writer
  const which = { exhibitId, id: String(form.get(kind) ?? ''), now: context.now() }
  const removed =
    kind === 'picture'
      ? await discardPicture(context, scope, which)
      : await discardDocument(context, scope, which)
  if (removed.ok) return backTo(writer, 'pictureRemoved', '#pictures')
  if (removed.reason === 'notFound') throw notFound()
  return data({ intent: 'turn', refused: removed.reason } as Answer, { status: 409 })
}

import { notFound } from '#app/accounts/guard.server.ts'
import { type Block, block, blockForms, isBlockKind } from '#app/exhibition/content/blocks.ts'
import { withBlock } from '#app/exhibition/content/change.ts'
import { uploadDocument } from '#app/exhibition/content/upload.server.ts'
import { newIdOf } from '#app/http/form.server.ts'
import { readForm } from '#app/ui/read-form.ts'
import { backTo, refuse, save, showBoth, type Writer } from './acts.server.ts'
import { valuesOf } from './block-form.tsx'

/** Writes a block, or adds one as the last; with a file, the document it offers is that file. */
export async function saveBlock(writer: Writer, form: FormData) {
  const file = form.get('file')
  // The file is no text: it cannot be shown again, and must not be read as a field.
  form.delete('file')
  const kind = form.get('kind')
  if (!isBlockKind(kind)) throw notFound()
  const submission = readForm(form, blockForms[kind])
  if (submission.status !== 'success') return refuse('block', form, submission.reply())
  const id = String(form.get('block') || newIdOf(form))
  const written = block.safeParse({ ...submission.value, id, kind })
  if (!written.success) throw notFound()
  const upload = file instanceof File && file.size > 0 && kind === 'document' ? file : null
  const saved = upload
    ? await saveWithDocument(writer, written.data, upload)
    : await save(writer, form, withBlock(written.data, writer.languages))
  if (saved.ok) return backTo(writer, 'blockSaved', '#blocks', saved.version)
  if (saved.reason === 'conflict') {
    const mine = saved.mine.blocks.find((one) => one.id === id)
    return showBoth(writer, 'block', submission.reply(), { values: valuesOf(kind, mine), clash: saved })
  }
  const error = [`exhibit:refused.${saved.reason}`]
  const errors = upload ? { fieldErrors: { document: error } } : { formErrors: error }
  return refuse('block', form, submission.reply(errors), upload ? 422 : 409)
}

async function saveWithDocument(
  { context, scope, exhibitId, languages }: Writer,
  written: Block,
  file: File,
) {
  const saved = await uploadDocument(context, scope, {
    ...{ exhibitId, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), now: context.now() },
    change: (document) => withBlock({ ...written, document } as Block, languages),
  })
  if (!saved.ok && saved.reason === 'notFound') throw notFound()
  return saved
}

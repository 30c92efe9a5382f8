import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link } from '@remix-run/react'
import { type Block, type BlockKind, blockForms } from '#app/exhibition/content/blocks.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { FormErrors } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { ConflictNotice } from './conflict.tsx'
import { edits } from './edit.tsx'
import { useAnswer, useEditor } from './editor.ts'
import { type Fields, withEmptyRow } from './fields.tsx'
import { KeepTyping } from './keep-typing.tsx'
import { usePartName } from './part-name.ts'

/** What is written in one block, existing or to be added. */
export function BlockForm({ kind, block }: { kind: BlockKind; block?: Block }) {
  const { version } = useEditor()
  const answer = useAnswer('block')
  const t = useText()
  const nameOf = usePartName()
  const [form, fields] = useForm<Record<string, string>>({
    id: `block-${block?.id ?? 'new'}`,
    constraint: getZodConstraint(blockForms[kind]),
    lastResult: answer?.result,
    defaultValue: valuesOf(kind, block) as Record<string, string>,
  })
  const Edit = edits[kind]
  return (
    <div className="inset stack">
      <h3>{block ? nameOf(`blocks/${block.id}`) : t(`exhibit:kind.${kind}`)}</h3>
      <Form
        method="post"
        encType={kind === 'document' ? 'multipart/form-data' : undefined}
        {...getFormProps(form)}
        className="stack text-columns"
      >
        <FormErrors form={form} />
        <ConflictNotice answer={answer} />
        {!block && <NewId />}
        <input type="hidden" name="block" value={block?.id ?? ''} />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="seen" value={answer?.seen ?? version} />
        <Edit fields={fields as unknown as Fields} />
        <KeepTyping name={`block-${block?.id ?? kind}`} intent="block" />
        <p className="row">
          <button type="submit" className="button" name="intent" value="block">
            {t('exhibit:edit.save')}
          </button>
          <Link className="button quiet" to="?#blocks">
            {t('common:cancel')}
          </Link>
        </p>
      </Form>
      {block && <RemoveBlock block={block} />}
    </div>
  )
}

/** A block's values in its form; lists with an empty row at their end. */
export function valuesOf(kind: BlockKind, block: Block | undefined): Record<string, unknown> {
  const values: Record<string, unknown> = { ...block }
  const isList = 'items' in blockForms[kind].shape
  return isList
    ? { ...values, items: withEmptyRow(block && 'items' in block ? block.items : [], 40) }
    : values
}

function RemoveBlock({ block }: { block: Block }) {
  const { version } = useEditor()
  const t = useText()
  return (
    <Confirm intent="removeBlock" title={t('exhibit:edit.remove')} effect={t('exhibit:edit.removeHint')}>
      <input type="hidden" name="block" value={block.id} />
      <input type="hidden" name="seen" value={version} />
    </Confirm>
  )
}

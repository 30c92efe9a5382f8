import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import type { z } from 'zod'
import type { Block } from '#app/exhibition/content/blocks.ts'
import type { Comment } from '#app/exhibition/team/comments.server.ts'
import { commentForm } from '#app/exhibition/team/forms.ts'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, SelectField, TextArea } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { useAnswer, useEditor } from './editor.ts'
import { useBlockName } from './part-name.ts'

/** What editor and team say to each other: what is open first, then what is settled. */
export function CommentsSection() {
  const { comments } = useEditor()
  const t = useText()
  const [open, settled] = [comments.filter(isOpen), comments.filter((one) => !isOpen(one))]
  return (
    <section className="card stack" aria-labelledby="comments">
      <h2 id="comments">{t('team:comments.title')}</h2>
      {comments.length === 0 && <p className="muted">{t('team:comments.none')}</p>}
      <ul className="plain-list rows">
        {open.map((comment) => (
          <CommentRow key={comment.id} comment={comment} />
        ))}
      </ul>
      {settled.length > 0 && (
        <details className="fold">
          <summary>{t('team:comments.settled')}</summary>
          <ul className="plain-list rows">
            {settled.map((comment) => (
              <CommentRow key={comment.id} comment={comment} />
            ))}
          </ul>
        </details>
      )}
      <CommentForm />
    </section>
  )
}

function isOpen({ doneAt }: Comment): boolean {
  return doneAt === null
}

function CommentRow({ comment }: { comment: Comment }) {
  const { content, zone } = useEditor()
  const t = useText()
  const language = useLanguage()
  const nameOf = useBlockName()
  const block = content.blocks.find(({ id }) => id === comment.blockId)
  const by = comment.by ?? t(comment.isTeam ? 'team:comments.team' : 'team:comments.organisers')
  return (
    <li className="stack tight" id={`comment-${comment.id}`}>
      <p className="muted small">
        <bdi>{by}</bdi> · <bdi>{formatInstant(new Date(comment.at), 'dayAndTime', language, zone)}</bdi>
        {' · '}
        {block ? <a href={`#at-${block.id}`}>{nameOf(block)}</a> : t('team:comments.whole')}
      </p>
      <p className="wraps comment-text" dir="auto">
        {comment.text}
      </p>
      <Form method="post">
        <input type="hidden" name="comment" value={comment.id} />
        <button
          type="submit"
          className="button quiet"
          name="intent"
          value={isOpen(comment) ? 'settle' : 'reopen'}
        >
          {t(isOpen(comment) ? 'team:comments.settle' : 'team:comments.reopen')}
        </button>
      </Form>
    </li>
  )
}

function CommentForm() {
  const { content } = useEditor()
  const answer = useAnswer('comment')
  const t = useText()
  const nameOf = useBlockName()
  const [form, fields] = useForm<z.input<typeof commentForm>>({
    id: 'comment',
    constraint: getZodConstraint(commentForm),
    lastResult: answer?.result,
  })
  return (
    <details className="fold" open={Boolean(answer)}>
      <summary>{t('team:comments.add')}</summary>
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <NewId />
        <SelectField
          meta={fields.about}
          label={t('team:comments.about')}
          empty={t('team:comments.whole')}
          choices={content.blocks.map((block) => ({ value: block.id, label: nameOf(block) }))}
          hasMark={false}
        />
        <TextArea meta={fields.text} label={t('team:comments.text')} />
        <p>
          <button type="submit" className="button" name="intent" value="comment">
            {t('team:comments.send')}
          </button>
        </p>
      </Form>
    </details>
  )
}

/** Beside a block's name: how many comments on it are open, and whether the team may not change it. */
export function BlockNotes({ block }: { block: Block }) {
  const { comments, locks } = useEditor()
  const t = useText()
  const language = useLanguage()
  const count = comments.filter((one) => isOpen(one) && one.blockId === block.id).length
  return (
    <>
      {count > 0 && (
        <a className="tag wait" href="#comments">
          {t('team:comments.open', { count, number: formatNumber(count, language) })}
        </a>
      )}{' '}
      {locks.includes(`blocks/${block.id}`) && <span className="tag quiet">{t('team:locks.tag')}</span>}
    </>
  )
}

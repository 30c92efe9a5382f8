import type { FieldMetadata } from '@conform-to/react'
import { useLoaderData } from '@remix-run/react'
import type { AnswerPart } from '#app/answers/read.server.ts'
import { replies } from '#app/answers/rules.ts'
import { ruleText } from '#app/answers/waiting-text.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FieldErrors, TextField } from '#app/ui/field.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import type { loader } from './route.tsx'
import { PartTime } from './when.tsx'

type Reply = { part?: string; reply?: string; reason?: string }
type Asked = {
  part: AnswerPart
  // biome-ignore lint/suspicious/noExplicitAny: conform's metadata is invariant in its form; a question cares for none of it.
  meta: FieldMetadata<any, any, string[]>
  /** With several parts, each says when it is. */
  showsWhen: boolean
}

/** One part's question: three answers where one is invited, a box to tick where all may come. */
export function Question({ part, meta, showsWhen }: Asked) {
  const { page } = useLoaderData<typeof loader>()
  const t = useText()
  const fields = (meta as FieldMetadata<Reply, Record<string, unknown>, string[]>).getFieldset()
  const said = fields.reply.initialValue
  const isVisit = part.audience === 'open' && !page.isOrganisation
  const words = page.isOrganisation ? 'organisationReply' : 'reply'
  return (
    <fieldset className="field question">
      <input type="hidden" name={fields.part.name} value={part.id} />
      <QuestionLegend part={part} showsWhen={showsWhen} isVisit={isVisit} />
      <div className="choice">
        {(isVisit ? (['accepted'] as const) : replies).map((reply) => (
          <label key={reply}>
            <input
              type={isVisit ? 'checkbox' : 'radio'}
              name={fields.reply.name}
              value={reply}
              defaultChecked={said === reply}
            />
            <span>{isVisit ? t('answer:visit') : t(`answer:${words}.${reply}`)}</span>
          </label>
        ))}
      </div>
      {part.waiting?.mustWait && part.status !== 'accepted' && part.status !== 'offered' && !isVisit && (
        <p className="hint">
          {t('waiting:page.mustWait')} {ruleText(t, part.waiting.rule)}
        </p>
      )}
      {!isVisit && (
        <div className="reason">
          <TextField
            meta={fields.reason}
            label={t('answer:reason')}
            hint={t('answer:reasonHint')}
            dir="auto"
          />
        </div>
      )}
      <FieldErrors id={fields.reply.errorId} errors={fields.reply.errors} />
    </fieldset>
  )
}

function QuestionLegend({ part, showsWhen, isVisit }: Omit<Asked, 'meta'> & { isVisit: boolean }) {
  const { page } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const questions = page.isOrganisation ? 'organisationQuestion' : 'question'
  return (
    <legend>
      <span className="question-title">
        {isVisit ? (
          <LocalizedText text={part.name} language={language} />
        ) : (
          t(`answer:${questions}.${part.kind}`)
        )}
      </span>
      {showsWhen && (
        <span className="hint">
          {isVisit ? t('answer:openTo') : <LocalizedText text={part.name} language={language} />}
          {' · '}
          <PartTime part={part} />
        </span>
      )}
    </legend>
  )
}

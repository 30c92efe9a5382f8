import { comma, isolate } from '#app/i18n/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { type BoardStore, type Trouble, withPlace } from './board-store.ts'
import { type Speech, titleOf, whereIs } from './board-words.ts'

/** A step that was taken back, and why; where another editor was quicker, both places and the choice between them. */
export function BoardTrouble({
  trouble,
  speech,
  store,
}: {
  trouble: Trouble
  speech: Speech
  store: BoardStore
}) {
  const { t } = speech
  const title = titleOf(trouble.item, speech)
  if (trouble.kind !== 'changedMeanwhile' || !trouble.theirs)
    return (
      <Notice kind="error">
        {t(trouble.kind === 'notSaved' ? 'planner:trouble.notSaved' : 'planner:trouble.gone', { title })}
      </Notice>
    )
  const { mine, theirs, by, item } = trouble
  return (
    <Notice kind="error">
      <p>
        {by
          ? t('planner:trouble.changedBy', { title, name: isolate(by) })
          : t('planner:trouble.changed', { title })}
      </p>
      <dl className="conflict-texts">
        <div>
          <dt>{t('planner:conflict.mine')}</dt>
          <dd>{whereIs(withPlace(item, mine), speech)}</dd>
        </div>
        <div>
          <dt>{t('planner:conflict.theirs')}</dt>
          <dd>
            {/* A dot before Arabic digits would read as one of them. */}
            {[titleOf(theirs, speech), whereIs(theirs, speech)].join(comma(speech.language))}
          </dd>
        </div>
      </dl>
      <p className="row">
        <button type="button" className="button quiet" onClick={() => store.settle('mine')}>
          {t('planner:trouble.mine')}
        </button>
        <button type="button" className="button quiet" onClick={() => store.settle('theirs')}>
          {t('planner:trouble.theirs')}
        </button>
      </p>
    </Notice>
  )
}

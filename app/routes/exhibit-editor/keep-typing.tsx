import { useEffect } from 'react'
import { useText } from '#app/i18n/use-text.ts'
import script from '#app/ui/scripts/keep-typing.js?url'
import type { Answer } from './acts.server.ts'
import { useAnswer, useEditor } from './editor.ts'

/**
 * Stands in a form whose text is kept while it is typed, and says so: on this device, and at the server unless the form
 * has a file to bring. `name` tells the exhibit's forms from one another.
 */
export function KeepTyping({ name, intent }: { name: string; intent: Exclude<Answer['intent'], 'turn'> }) {
  const { exhibitId, saveAt } = useEditor()
  const isAnswered = useAnswer(intent) !== undefined
  const t = useText()
  return (
    <p
      className="keep-state small muted"
      role="status"
      data-keep={`${exhibitId}:${name}`}
      data-save={intent === 'picture' ? undefined : saveAt}
      data-intent={intent}
      data-answered={isAnswered || undefined}
      data-saving={t('team:keep.saving')}
      data-offline={t('team:keep.offline')}
      data-restored={t('team:keep.restored')}
      data-conflict={t('team:keep.conflict')}
      data-incomplete={t('team:keep.incomplete')}
      data-gone={t('team:keep.gone')}
      data-unkept={t('team:keep.unkept')}
    />
  )
}

/** Small, ours, and nothing is missing without it. */
export function KeepScript() {
  // The desk comes here without loading a page anew; a module runs once, however often it is asked for.
  useEffect(() => {
    import(/* @vite-ignore */ script)
  }, [])
  return <script type="module" src={script} />
}

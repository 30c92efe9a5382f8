import type { PaperAudience } from '#app/agenda/papers.ts'
import type { Translator } from '#app/i18n/options.ts'

/** Who may open a paper; those invited are an item's part's, or with no item the event's. */
export function audienceText(t: Translator, item: object | null, audience: PaperAudience): string {
  if (audience === 'invited' && !item) return t('speakers:papers.audience.invitedAnywhere')
  return t(`speakers:papers.audience.${audience}`)
}

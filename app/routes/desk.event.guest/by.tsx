import { useText } from '#app/i18n/use-text.ts'

/** Who did it. */
export function By({ name }: { name: string }) {
  const t = useText()
  return <span className="muted small">{t('story:by', { name })}</span>
}

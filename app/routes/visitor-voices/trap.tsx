import { useText } from '#app/i18n/use-text.ts'

/** A field that nobody sees, hears or reaches by keys; machines fill it, and what they send is thrown away. */
export function Trap() {
  const t = useText()
  return (
    <div className="trap" aria-hidden="true">
      <label>
        {t('voices:trap')}
        <input type="text" name="website" tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  )
}

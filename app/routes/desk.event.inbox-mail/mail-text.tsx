import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { ShownMail } from './mail-facts.tsx'

/** The mail's text, and only that: nothing in it is a link, a picture or a style. */
export function MailText({ mail }: { mail: ShownMail }) {
  const t = useText()
  const language = useLanguage()
  const kilobytes = (bytes: number) =>
    formatNumber(Math.max(1, Math.round(bytes / 1024)), language, { style: 'unit', unit: 'kilobyte' })
  const files = mail.attachments.filter(({ name }) => name)
  return (
    <section className="card stack" aria-labelledby="text">
      <h2 id="text">{t('inbox:text')}</h2>
      {mail.text ? (
        <p className="lines" dir="auto">
          {mail.text}
        </p>
      ) : (
        <p className="muted">{t('inbox:noText')}</p>
      )}
      {mail.isCut && <p className="muted small">{t('inbox:cut')}</p>}
      {files.length > 0 && (
        <>
          <p className="muted small">{t('inbox:fact.attachments')}</p>
          <ul className="plain-list small">
            {files.map(({ name, bytes }) => (
              <li key={`${name} ${bytes}`}>
                <bdi className="wraps">{name}</bdi> <bdi className="muted">{kilobytes(bytes)}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

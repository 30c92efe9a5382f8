import type { NamedOne } from '#app/answers/named.ts'
import { displayName } from '#app/directory/names.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'

type Shown = { person: Pick<NamedOne, 'names' | 'email'>; link: string; whatsApp: string }

/** The own link of somebody who was named, to copy or to share: in view for whom no mail of ours can reach. */
export function PassOn({ person, link, whatsApp }: Shown) {
  const t = useText()
  const language = useLanguage()
  const label = t('delegation:link.of', { name: displayName(person.names, language) })
  return (
    <>
      {!person.email && <p className="small">{t('delegation:state.noAddress')}</p>}
      <details className="pass-on" open={!person.email}>
        <summary className="small" aria-label={label}>
          {t('delegation:link.title')}
        </summary>
        <p className="hint">{t('delegation:link.hint')}</p>
        <p className="row">
          <input readOnly value={link} dir="ltr" aria-label={label} />
          <a className="button quiet" href={whatsApp} rel="noopener noreferrer" target="_blank">
            {t('guests:share.whatsApp')}
          </a>
        </p>
      </details>
    </>
  )
}

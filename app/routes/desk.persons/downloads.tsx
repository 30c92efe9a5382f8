import { useText } from '#app/i18n/use-text.ts'

/** The whole list as a file, in two formats. */
export function Downloads({ of }: { of: 'persons' | 'organisations' }) {
  const t = useText()
  return (
    <p className="row muted">
      <span>{t('directory:download')}</span>
      <a className="map-link" href={`/desk/directory/${of}.xlsx`} download>
        {t('directory:downloadXlsx')}
      </a>
      <a className="map-link" href={`/desk/directory/${of}.csv`} download>
        {t('directory:downloadCsv')}
      </a>
    </p>
  )
}

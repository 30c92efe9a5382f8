import type { Paper } from '#app/agenda/read-papers.server.ts'
import { documentKinds } from '#app/files/document.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { languageNames } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'

/** Papers with a link to the file of each language, and how large it is: the venue's network is slow. */
export function PaperList({ papers, folder }: { papers: readonly Paper[]; folder: string }) {
  const t = useText()
  const language = useLanguage()
  return (
    <ul className="plain-list rows">
      {papers.map((paper) => (
        <li key={paper.id} className="tight">
          <p>
            <span className="strong">
              <LocalizedText text={paper.title} language={language} />
            </span>{' '}
            <span className="muted small">{t(`speakers:papers.kind.${paper.kind}`)}</span>
          </p>
          <p className="row">
            {paper.files.map((file) => (
              <a key={file.id} className="target" href={`${folder}/${file.id}`}>
                {file.language ? (
                  <span lang={file.language}>{languageNames[file.language]}</span>
                ) : (
                  t('speakers:papers.open')
                )}
                &nbsp;
                <FileFacts file={file} />
              </a>
            ))}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** What a file is and how large: “(PDF, 1.2 MB)”. */
export function FileFacts({ file }: { file: { mediaType: string; bytes: number } }) {
  const t = useText()
  const language = useLanguage()
  const kind = documentKinds.find(({ mediaType }) => mediaType === file.mediaType)
  const size = formatNumber(Math.max(file.bytes / 1_000_000, 0.1), language, { maximumFractionDigits: 1 })
  return (
    <bdi className="muted small">
      {t('speakers:papers.facts', { kind: kind?.extension.toUpperCase() ?? '', size })}
    </bdi>
  )
}

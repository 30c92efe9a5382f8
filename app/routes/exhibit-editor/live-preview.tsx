import { useEffect } from 'react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import script from '#app/ui/scripts/live-preview.js?url'
import { useEditor } from './editor.ts'
import { PreviewFrame, previewWidths } from './preview-frames.tsx'

/** Beside an open form: the exhibit as visitors will see it, anew whenever what is typed was saved. */
export function LivePreview() {
  const { open, languages, previewAt } = useEditor()
  const t = useText()
  const reading = useLanguage()
  const language = languages.includes(reading) ? reading : (languages[0] ?? reading)
  if (!open.isWriting || open.open === 'place') return null
  return (
    <aside className="live-preview card" aria-labelledby="live-preview">
      <details className="fold" data-live-preview>
        <summary>
          <h2 id="live-preview">{t('exhibit:preview.title')}</h2>
        </summary>
        <fieldset className="row preview-choice">
          <legend className="visually-hidden">{t('exhibit:preview.title')}</legend>
          {previewWidths.map((width) => (
            <label key={width}>
              <input type="radio" name="preview" value={width} defaultChecked={width === 'phone'} />
              <span>{t(`exhibit:preview.${width}`)}</span>
            </label>
          ))}
        </fieldset>
        {previewWidths.map((width) => (
          <PreviewFrame key={width} address={`${previewAt}/page?lang=${language}`} width={width} />
        ))}
        <p className="small">
          <a className="target" href={previewAt}>
            {t('exhibit:preview.whole')}
          </a>
        </p>
      </details>
      <LiveScript />
    </aside>
  )
}

function LiveScript() {
  useEffect(() => {
    import(/* @vite-ignore */ script)
  }, [])
  return <script type="module" src={script} />
}

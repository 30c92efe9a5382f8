import { useActionData, useLoaderData } from '@remix-run/react'
import { pairQuery } from '#app/exhibition/translation/pair.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { action, loader } from './route.tsx'

/** What goes to a translator, and where it is sent when it comes back. */
export function Upload() {
  const { slug, pair } = useLoaderData<typeof loader>()
  const t = useText()
  const file = `/desk/events/${slug}/exhibition/translation/${pair.from}-${pair.to}`
  return (
    <>
      <section className="card stack" aria-labelledby="files">
        <h2 id="files">{t('translation:files.title')}</h2>
        <p>{t('translation:files.hint')}</p>
        <p className="row">
          <a className="button quiet" href={`${file}.xlf`}>
            {t('translation:files.all', { format: 'XLIFF' })}
          </a>
          <a className="button quiet" href={`${file}.csv`}>
            {t('translation:files.all', { format: 'CSV' })}
          </a>
        </p>
      </section>
      <form
        method="post"
        action={`?${pairQuery(pair)}`}
        encType="multipart/form-data"
        className="card stack"
        aria-labelledby="upload"
      >
        <h2 id="upload">{t('translation:upload.title')}</h2>
        <UploadFields />
        <p>
          <button type="submit" className="button">
            {t('translation:upload.submit')}
          </button>
        </p>
      </form>
    </>
  )
}

function UploadFields() {
  const answer = useActionData<typeof action>()
  const t = useText()
  const refusal = answer && 'refusal' in answer ? answer.refusal : null
  return (
    <>
      {refusal && (
        <Notice kind="error">
          <span id="file-error">{t(`translation:refused.${refusal}`)}</span>
        </Notice>
      )}
      <div className="field">
        <label htmlFor="file">{t('uploads:file')}</label>
        <p className="hint" id="file-hint">
          {t('translation:upload.hint')}
        </p>
        <input
          id="file"
          type="file"
          name="file"
          required
          accept=".xlf,.xliff,.csv"
          aria-describedby={refusal ? 'file-hint file-error' : 'file-hint'}
          aria-invalid={refusal ? true : undefined}
        />
      </div>
      <div className="field check">
        <label>
          <input type="checkbox" name="overwrite" />
          <span>{t('translation:upload.overwrite')}</span>
        </label>
      </div>
    </>
  )
}

import { useText } from '#app/i18n/use-text.ts'
import script from '#app/ui/scripts/take-along.js?url'

/** Offers to keep the programme on the device for where there is no network; seen only where a browser can. */
export function TakeAlong() {
  const t = useText()
  return (
    <section className="card stack take-along" aria-labelledby="take-along" data-script={script} hidden>
      <h2 id="take-along">{t('offline:title')}</h2>
      <p
        className="take-said"
        role="status"
        data-offer={t('offline:offer')}
        data-size={t('offline:size', { pages: '{pages}', size: '{size}' })}
        data-busy={t('offline:busy', { pages: '{pages}' })}
        data-taken={t('offline:taken', { at: '{at}' })}
        data-stale={t('offline:stale', { at: '{at}' })}
        data-full={t('offline:full', { size: '{size}' })}
        data-failed={t('offline:failed')}
      >
        {t('offline:offer')}
      </p>
      <label className="take-pictures" hidden>
        <input type="checkbox" />{' '}
        <span data-pictures={t('offline:pictures', { pictures: '{pictures}', size: '{size}' })} />
      </label>
      <p className="row">
        <button
          type="button"
          className="button take-it"
          data-measure={t('offline:measure')}
          data-take={t('offline:take')}
        >
          {t('offline:measure')}
        </button>
        <button type="button" className="button quiet take-off" hidden>
          {t('offline:remove')}
        </button>
      </p>
    </section>
  )
}

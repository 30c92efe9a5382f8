import { useLoaderData } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import type { loader } from './route.tsx'

/** The rights of somebody who speaks and is no guest: a copy of what is held about them, and its erasure. */
export function OwnData({ speaker, name }: { speaker: string; name: string }) {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  const copy = `/desk/events/${event.slug}/speakers/${speaker}/copy`
  return (
    <>
      <p className="small">{t('speakers:data.hint')}</p>
      <p className="row">
        {(['xlsx', 'json'] as const).map((format) => (
          <a key={format} className="button quiet" href={`${copy}?format=${format}`}>
            {t(`privacy:data.${format}`)}
          </a>
        ))}
      </p>
      <Confirm
        intent="erase"
        title={t('speakers:data.erase')}
        label={t('speakers:data.eraseOf', { name })}
        effect={t('speakers:data.eraseHint')}
      >
        <input type="hidden" name="speaker" value={speaker} />
      </Confirm>
    </>
  )
}

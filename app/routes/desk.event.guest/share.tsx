import { Form, useLoaderData } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import type { loader } from './route.tsx'

/** The guest's own link, to copy, to share, to mail again, to replace; and the way to take the invitation back. */
export function Share({ share }: { share: { link: string; whatsApp: string } }) {
  const { holder } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <section className="card stack" aria-labelledby="link">
      <h2 id="link">{t('guests:share.title')}</h2>
      <p className="muted">{t('guests:share.hint')}</p>
      <CopyableLink link={share.link} label={t('guests:share.title')} />
      <div className="row">
        <a className="button quiet" href={share.whatsApp} rel="noopener noreferrer" target="_blank">
          {t('guests:share.whatsApp')}
        </a>
        {holder.address && (
          <Form method="post">
            <button type="submit" className="button quiet" name="intent" value="sendLink">
              {t('guests:share.mail')}
            </button>
          </Form>
        )}
      </div>
      <Confirm
        intent="renewLink"
        title={t('guests:renew.title')}
        effect={t('guests:renew.effect')}
        act={t('guests:renew.act')}
      />
      <Confirm
        intent="withdraw"
        title={t('guests:withdraw.title')}
        effect={t('guests:withdraw.effect')}
        act={t('guests:withdraw.act')}
      />
    </section>
  )
}

/** Selecting by hand always works; the button comes where the browser can copy. */
export function CopyableLink({ link, label }: { link: string; label: string }) {
  const t = useText()
  const field = useRef<HTMLInputElement>(null)
  const [canCopy, setCanCopy] = useState(false)
  const [isCopied, setIsCopied] = useState(false)
  useEffect(() => setCanCopy(Boolean(navigator.clipboard)), [])
  const copy = async () => {
    await navigator.clipboard.writeText(link)
    setIsCopied(true)
  }
  return (
    <div className="row copy">
      <input
        ref={field}
        readOnly
        value={link}
        dir="ltr"
        aria-label={label}
        onFocus={(e) => e.target.select()}
      />
      {canCopy && (
        <button type="button" className="button" onClick={copy}>
          {t('guests:share.copy')}
        </button>
      )}
      <span role="status" className="small">
        {isCopied && t('guests:share.copied')}
      </span>
    </div>
  )
}

import { useActionData, useLoaderData } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import type { action, loader } from './route.tsx'

/** Whether the guest, or those an institution sends, may stand in the list of participants: silence means no. */
export function ListingField() {
  const { page, dataPath, listing } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const typed = came?.intent === 'answer' ? came.result?.initialValue : undefined
  const isTicked = typed ? 'listing' in typed && isOn(typed.listing) : listing.all
  return (
    <fieldset className="field check">
      <input type="hidden" name="listing.asked" value="yes" />
      <label>
        <input type="checkbox" name="listing.agrees" defaultChecked={isTicked} />
        <span>{t(page.isOrganisation ? 'privacy:listing.theyAgree' : 'privacy:listing.iAgree')}</span>
      </label>
      <p className="hint">
        {t('privacy:listing.hint')} <a href={dataPath}>{t('privacy:data.link')}</a>
      </p>
    </fieldset>
  )
}

function isOn(said: unknown): boolean {
  return typeof said === 'object' && said !== null && 'agrees' in said
}

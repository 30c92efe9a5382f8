import { Link } from '@remix-run/react'
import { seatGivings } from '#app/events/rules.ts'
import { useText } from '#app/i18n/use-text.ts'
import { ChoiceField, TextField } from '#app/ui/field.tsx'

type FieldMeta = Parameters<typeof TextField>[0]['meta']
type Fields = Record<'seatsGiven' | 'offerHours' | 'organisationQuota', FieldMeta>

/** What happens to whoever says yes when no seat is free, and how many seats one organisation may have. */
export function WaitingRule({ fields, partId }: { fields: Fields; partId: string | undefined }) {
  const t = useText()
  return (
    <section className="card stack" aria-labelledby="waiting-rule">
      <h2 id="waiting-rule">{t('waiting:form.title')}</h2>
      <ChoiceField
        meta={fields.seatsGiven}
        legend={t('waiting:form.seatsGiven')}
        choices={seatGivings.map((value) => ({
          value,
          label: t(`waiting:form.giving.${value}`),
          hint: t(`waiting:form.givingHint.${value}`),
        }))}
      />
      <div className="fields">
        <TextField
          meta={fields.offerHours}
          label={t('waiting:form.offerHours')}
          hint={t('waiting:form.offerHoursHint')}
          type="number"
          inputMode="numeric"
        />
        <TextField
          meta={fields.organisationQuota}
          label={t('waiting:form.quota')}
          hint={t('waiting:form.quotaHint')}
          type="number"
          inputMode="numeric"
        />
      </div>
      {partId && (
        <p>
          <Link className="target" to={`../waiting?part=${partId}`} relative="path">
            {t('waiting:desk.title')}
          </Link>
        </p>
      )}
    </section>
  )
}

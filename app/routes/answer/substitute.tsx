import { getFormProps, useForm } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { PassOn } from './pass-on.tsx'
import { PersonFields } from './person-fields.tsx'
import type { action, loader } from './route.tsx'

/** Who comes in the guest's place, and the way to name somebody; on an invitation bound to its person, that it is. */
export function Substitute() {
  const { page } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!page.reader || page.isOrganisation || page.sentBy) return null
  const isOpen = page.parts.some((part) => part.isOpen && part.audience === 'invited')
  const [latest] = page.substitutes
  return (
    <>
      {latest && <Standing />}
      <p className="small muted">
        {t(`delegation:policy.${page.policy === 'bound' ? 'bound' : 'substitute'}`, {
          name: displayName(page.reader.names, language),
        })}
      </p>
      {isOpen && page.policy !== 'bound' && (
        <NameSomebody policy={page.policy} hasOne={latest !== undefined && latest.seat !== 'refused'} />
      )}
    </>
  )
}

function Standing() {
  const { page, links, path } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const [person] = page.substitutes
  if (!person) return null
  const link = links[person.id]
  const seat = person.seat as 'requested' | 'delegate' | 'refused'
  return (
    <section className="card stack" aria-labelledby="substitute">
      <h2 id="substitute" className="wraps">
        {t(`delegation:substitute.stands.${seat}`, { name: displayName(person.names, language) })}
      </h2>
      {came?.intent === 'withdrawSubstitute' && (
        <Notice kind="error">
          {t((came.result.error?.['']?.[0] ?? 'errors:broken') as 'errors:broken')}
        </Notice>
      )}
      {seat === 'delegate' && (
        <p className="row">
          {[...new Set(person.statuses.map(({ status }) => status))].map((status) => (
            <StatusTag key={status} status={status} />
          ))}
        </p>
      )}
      {link && <PassOn person={person} {...link} />}
      {seat !== 'refused' && (
        <form method="post" action={`${path}?lang=${language}`} className="stack">
          {seat === 'delegate' && <p className="small muted">{t('delegation:substitute.comeYourself')}</p>}
          <input type="hidden" name="attendee" value={person.id} />
          <p>
            <button type="submit" className="button quiet" name="intent" value="withdrawSubstitute">
              {t('delegation:substitute.withdraw')}
            </button>
          </p>
        </form>
      )}
    </section>
  )
}

function NameSomebody({ policy, hasOne }: { policy: 'substitute' | 'open'; hasOne: boolean }) {
  const { path } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const result = came?.intent === 'substitute' ? came.result : undefined
  const [form, fields] = useForm({ id: 'in-place', lastResult: result })
  return (
    <details className="card fold" open={Boolean(result)}>
      <summary className="strong">
        {hasOne ? t('delegation:substitute.another') : t('delegation:substitute.title')}
      </summary>
      <form method="post" action={`${path}?lang=${language}`} {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <p className="muted">
          {t(`delegation:substitute.hint.${policy}`)} {t('delegation:row.either')}
        </p>
        <NewId />
        <PersonFields fields={fields} />
        <button type="submit" className="button wide" name="intent" value="substitute">
          {t('delegation:substitute.send')}
        </button>
      </form>
    </details>
  )
}

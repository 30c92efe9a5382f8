import { getFormProps, useForm } from '@conform-to/react'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import type { substituteForm } from '#app/answers/forms.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { Proposal } from '#app/inbox/substitute.server.ts'
import { FormErrors } from '#app/ui/field.tsx'
import { PersonFields } from '../answer/person-fields.tsx'
import { Act } from './decide.tsx'
import type { action, loader } from './route.tsx'

/** Somebody whom a calendar would send: as the guest's own wish, or why nobody may come in their place. */
export function Substitute() {
  const { proposal, slug, mail } = useLoaderData<typeof loader>()
  const t = useText()
  if (!proposal) return null
  return (
    <section className="card stack" aria-labelledby="substitute">
      <h2 id="substitute">{t('inbox:substitute.title')}</h2>
      {proposal.policy === 'bound' ? (
        <p>
          {t('inbox:substitute.bound')}{' '}
          <Link className="target" to={`/desk/events/${slug}/guests/${mail.invitationId}`}>
            {t('inbox:act.guestPage')}
          </Link>
        </p>
      ) : (
        <SubstituteForm {...proposal} policy={proposal.policy} />
      )}
    </section>
  )
}

function SubstituteForm({ person, policy }: Proposal & { policy: 'substitute' | 'open' }) {
  const came = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<z.input<typeof substituteForm>>({
    id: 'in-place',
    lastResult: came && 'result' in came ? came.result : undefined,
    defaultValue: person,
  })
  return (
    <Form method="post" {...getFormProps(form)} className="stack">
      <FormErrors form={form} />
      <p className="muted">
        {t(`inbox:substitute.hint.${policy}`)} {t('delegation:row.either')}
      </p>
      <PersonFields fields={fields} />
      <p>
        <Act intent="substitute" label={t(`inbox:substitute.act.${policy}`)} />
      </p>
    </Form>
  )
}

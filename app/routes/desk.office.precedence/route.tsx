import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { Form, Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { notFound, requireOffice } from '#app/accounts/guard.server.ts'
import { readOfficeOrder } from '#app/directory/precedence-facts.server.ts'
import { renewPrecedence } from '#app/directory/precedence-keys.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useText } from '#app/i18n/use-text.ts'
import { editOfficeOrder } from '#app/participants/places.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { KindList } from '../desk.event.precedence/kind-list.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'office.manage')
  const t = translator(await readerLanguage(context, request))
  const order = await readOfficeOrder(context.database.read, scope.officeId)
  return { title: `${t('participants:office.title')} · ${t('common:appName')}`, ...order }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const scope = await requireOffice(context, request, 'office.manage')
  const { database, now } = context
  const change = changeOf(await readRequestForm(request))
  if (!change) throw notFound()
  const edited = await database.write((tx) => editOfficeOrder(tx, scope, { change, now: now() }))
  if (!edited.ok) throw notFound()
  // What is quickly done is done at once; the rest goes on beside the requests.
  await renewPrecedence(database, { most: 10 })
  return redirect('/desk/office/precedence?done=saved', 303)
}

function changeOf(form: FormData) {
  const intent = form.get('intent')
  const substitutes = form.get('substitutes')
  if (intent === 'usual') return 'usual' as const
  if (intent === 'up' || intent === 'down')
    return { kind: String(form.get('kind')), direction: intent } as const
  if (intent === 'save' && (substitutes === 'own' || substitutes === 'place')) return { substitutes } as const
  return null
}

export default function OfficePrecedence() {
  const { kinds, substitutes } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const t = useText()
  return (
    <div className="stack narrow">
      <p>
        <Link className="target" to="/desk/office">
          {t('accounts:office.title')}
        </Link>
      </p>
      <h1>{t('participants:office.title')}</h1>
      <p className="muted">{t('participants:office.intro')}</p>
      {search.get('done') === 'saved' && <Notice kind="success">{t('participants:office.saved')}</Notice>}
      <section className="card stack" aria-labelledby="kinds">
        <h2 id="kinds">{t('participants:precedence.kinds')}</h2>
        <KindList kinds={kinds} />
      </section>
      <Form method="post" className="card stack">
        <fieldset className="stack">
          <legend>{t('participants:office.substitutes')}</legend>
          {(['own', 'place'] as const).map((value) => (
            <label key={value} className="row">
              <input type="radio" name="substitutes" value={value} defaultChecked={value === substitutes} />
              {t(`participants:office.${value}`)}
            </label>
          ))}
        </fieldset>
        <p className="row">
          <button type="submit" className="button" name="intent" value="save">
            {t('participants:office.save')}
          </button>
          <button type="submit" className="button quiet" name="intent" value="usual">
            {t('participants:office.usual')}
          </button>
        </p>
      </Form>
    </div>
  )
}

import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { NewId } from '#app/ui/new-id.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { CounterForm } from './counter-form.tsx'
import { LetterheadForm } from './letterhead-form.tsx'
import { PictureForm } from './picture-form.tsx'
import type { action, loader } from './route.tsx'
import { Signatories } from './signatories.tsx'

/** What the office's letters look like and how they speak: everything that is the same from one event to the next. */
export function LettersPage() {
  const { letterhead, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  return (
    <div className="stack">
      <p>
        <Link className="target" to="/desk/office">
          {t('letters:office.back')}
        </Link>
      </p>
      <h1>{t('letters:office.title')}</h1>
      <p className="muted">{t('letters:office.intro')}</p>
      {done && !answer && <Notice kind="success">{t('letters:office.saved')}</Notice>}
      <section className="card stack" aria-labelledby="sample">
        <h2 id="sample">{t('letters:office.sample')}</h2>
        <p className="muted">{t('letters:office.sampleHint')}</p>
        <SampleLinks />
      </section>
      <LetterheadForm />
      <section className="card stack" aria-labelledby="logo">
        <h2 id="logo">{t('letters:office.logo')}</h2>
        <PictureForm documentId={letterhead.logoId} label={t('letters:office.logo')} />
      </section>
      <CounterForm />
      <Signatories />
      <Templates />
    </div>
  )
}

function SampleLinks() {
  const t = useText()
  const address = (query: string) => `/desk/office/letters/preview?as=pdf&${query}`
  return (
    <p className="row">
      <a className="button quiet" href={address('kind=formal&layout=single&guest=sample:en')}>
        {t('letters:kind.formal')}
      </a>
      <a className="button quiet" href={address('kind=formal&layout=side&guest=sample:ar&second=en')}>
        {t('letters:layout.side')}
      </a>
      <a
        className="button quiet"
        href={address('kind=verbale&layout=after&guest=sample:ar:institution&second=en')}
      >
        {t('letters:kind.verbale')}
      </a>
    </p>
  )
}

function Templates() {
  const { templates } = useLoaderData<typeof loader>()
  const t = useText()
  const isOurs = (id: string) => id === 'formal' || id === 'verbale'
  return (
    <section className="card stack" aria-labelledby="templates">
      <h2 id="templates">{t('letters:templates.title')}</h2>
      <p className="muted">{t('letters:templates.officeIntro')}</p>
      <ul className="plain-list rows">
        {templates.map(({ id, kind, name }) => (
          <li key={id} className="row between">
            <span>
              {isOurs(id) ? (
                <span className="strong">{name}</span>
              ) : (
                <Link to={`templates/${id}`}>
                  <bdi className="wraps">{name}</bdi>
                </Link>
              )}{' '}
              <span className="tag quiet">
                {isOurs(id) ? t('letters:templates.built') : t(`letters:kind.${kind}`)}
              </span>
            </span>
            <Form method="post">
              <NewId />
              <input type="hidden" name="from" value={id} />
              <button type="submit" className="button quiet" name="intent" value="copyTemplate">
                {isOurs(id) ? t('letters:templates.write') : t('letters:templates.copy')}
                <span className="visually-hidden"> {name}</span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { governorateName, governorates } from '#app/exhibition/governorates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Contact } from '../site/site-frame.tsx'
import { listAddress } from '../site.exhibition/address.ts'
import type { loader } from './route.tsx'

/** The facts beside the text: where it works, what it is about, whom to ask, what more there is to read. */
export function Glance() {
  const { exhibit } = useLoaderData<typeof loader>()
  const t = useText()
  const { name, email, phone } = exhibit.contact
  return (
    <aside className="card stack glance" aria-labelledby="glance">
      <h2 id="glance">{t('visitor:exhibit.glance')}</h2>
      <dl className="tight">
        <Hall />
        <Themes />
        <Governorates />
        {(name || email || phone) && (
          <Fact term={t('visitor:exhibit.contact')}>
            <Contact contact={exhibit.contact} />
          </Fact>
        )}
        <Links />
      </dl>
    </aside>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Hall() {
  const { exhibit } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!Object.values(exhibit.hall ?? {}).some(Boolean)) return null
  return (
    <Fact term={t('visitor:exhibit.hall')}>
      <LocalizedText text={exhibit.hall} language={language} />
    </Fact>
  )
}

function Themes() {
  const { event, sectors } = useLoaderData<typeof loader>()
  const t = useText()
  const home = `/${useLanguage()}/${event.slug}/exhibition`
  if (sectors.length === 0) return null
  return (
    <Fact term={t('visitor:exhibit.themes')}>
      <ul className="plain-list row tags">
        {sectors.map((sector) => (
          <li key={sector}>
            <a className="tag" href={listAddress(home, { sector })}>
              {t(`visitor:sector.${sector}`)}
            </a>
          </li>
        ))}
      </ul>
    </Fact>
  )
}

function Governorates() {
  const { event, governorates: pcodes } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const home = `/${language}/${event.slug}/exhibition`
  if (pcodes.length === 0) return null
  return (
    <Fact term={t('visitor:exhibit.governorates')}>
      {pcodes.length >= governorates.length ? (
        <a href={`${home}/map`}>{t('visitor:card.allGovernorates')}</a>
      ) : (
        <ul className="plain-list row tags">
          {pcodes.map((governorate) => (
            <li key={governorate}>
              <a className="tag quiet" href={`${home}/map/${governorate}`}>
                {governorateName(governorate, language)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Fact>
  )
}

function Links() {
  const { links } = useLoaderData<typeof loader>().exhibit
  const t = useText()
  const language = useLanguage()
  if (links.length === 0) return null
  return (
    <Fact term={t('visitor:exhibit.links')}>
      <ul className="plain-list">
        {links.map(({ url, label }) => (
          <li key={url}>
            <a className="more" href={url} rel="noopener noreferrer">
              <LinkText url={url} label={label} language={language} />
            </a>
          </li>
        ))}
      </ul>
    </Fact>
  )
}

type Link = ReturnType<typeof useLoaderData<typeof loader>>['exhibit']['links'][number]

function LinkText({ url, label, language }: Link & { language: ReturnType<typeof useLanguage> }) {
  if (Object.values(label).some(Boolean)) return <LocalizedText text={label} language={language} />
  return <bdi dir="ltr">{url.replace(/^https?:\/\//, '')}</bdi>
}

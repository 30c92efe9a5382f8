import { useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { governorateName, governorates, isGovernorate } from '#app/exhibition/governorates.ts'
import { sectors } from '#app/exhibition/sectors.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Contact } from '../site/site-frame.tsx'
import { listAddress } from '../site.exhibition/address.ts'
import type { loader } from './route.tsx'

/** The facts beside the text: where it works, what it is about, whom to ask, what more there is to read. */
export function Glance() {
  const { content } = useLoaderData<typeof loader>()
  const t = useText()
  const { name, email, phone } = content.contact
  return (
    <aside className="card stack glance" aria-labelledby="glance">
      <h2 id="glance">{t('visitor:exhibit.glance')}</h2>
      <dl className="tight">
        <Hall />
        <Themes />
        <Governorates />
        {(name || email || phone) && (
          <Fact term={t('visitor:exhibit.contact')}>
            <Contact contact={content.contact} />
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
  const { event, content } = useLoaderData<typeof loader>()
  const themes = sectors.filter((sector) => content.sectors.includes(sector))
  const t = useText()
  const home = `/${useLanguage()}/${event.slug}/exhibition`
  if (themes.length === 0) return null
  return (
    <Fact term={t('visitor:exhibit.themes')}>
      <ul className="plain-list row tags">
        {themes.map((sector) => (
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
  const { event, content } = useLoaderData<typeof loader>()
  const pcodes = content.governorates.filter(isGovernorate).toSorted()
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
  const { links } = useLoaderData<typeof loader>().content
  const t = useText()
  const language = useLanguage()
  if (links.length === 0) return null
  return (
    <Fact term={t('visitor:exhibit.links')}>
      <ul className="plain-list">
        {links.map(({ id, url, label }) => (
          <li key={id}>
            <a className="more" href={url} rel="noopener noreferrer">
              <LinkText url={url} label={label} language={language} />
            </a>
          </li>
        ))}
      </ul>
    </Fact>
  )
}

type Link = Omit<ReturnType<typeof useLoaderData<typeof loader>>['content']['links'][number], 'id'>

function LinkText({ url, label, language }: Link & { language: ReturnType<typeof useLanguage> }) {
  if (Object.values(label).some(Boolean)) return <LocalizedText text={label} language={language} />
  return <bdi dir="ltr">{url.replace(/^https?:\/\//, '')}</bdi>
}

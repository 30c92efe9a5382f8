import type { ReactNode } from 'react'
import { governorateName, governorates } from '#app/exhibition/governorates.ts'
import { saysNothing } from '#app/exhibition/rules.ts'
import { sectors } from '#app/exhibition/sectors.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { useEditor } from './editor.ts'
import { FactsForm } from './facts-form.tsx'
import { SectionHead } from './section-head.tsx'

/** Themes, places, contact and links. */
export function FactsSection() {
  const { open } = useEditor()
  const t = useText()
  const isOpen = open.open === 'facts'
  return (
    <section className="card stack" aria-labelledby="facts">
      <SectionHead id="facts" title={t('exhibition:facts.title')} label={t('common:edit')} to="?open=facts" />
      {isOpen ? <FactsForm /> : <WhatIsKnown />}
    </section>
  )
}

function WhatIsKnown() {
  const { content } = useEditor()
  const t = useText()
  const language = useLanguage()
  const { contact, links } = content
  const themes = sectors.filter((sector) => content.sectors.includes(sector))
  return (
    <dl className="facts">
      <Fact term={t('exhibition:field.sectors')}>
        {themes.length > 0 && <Tags words={themes.map((sector) => t(`visitor:sector.${sector}`))} />}
      </Fact>
      <Fact term={t('exhibition:field.governorates')}>
        {content.governorates.length > 0 && <Places pcodes={content.governorates} />}
      </Fact>
      <Fact term={t('exhibition:field.contact')}>
        {(contact.name || contact.email || contact.phone) && (
          <>
            {[contact.name, contact.email].filter(Boolean).map((line) => (
              <span key={line} className="block">
                <bdi className="wraps">{line}</bdi>
              </span>
            ))}
            {contact.phone && <bdi dir="ltr">{contact.phone}</bdi>}
          </>
        )}
      </Fact>
      <Fact term={t('exhibition:field.links')}>
        {links.length > 0 && (
          <ul className="plain-list">
            {links.map(({ id, url, label }) => (
              <li key={id}>
                <a className="target" href={url} rel="noopener noreferrer">
                  {saysNothing(label) ? (
                    <bdi dir="ltr" className="wraps">
                      {url}
                    </bdi>
                  ) : (
                    <LocalizedText text={label} language={language} />
                  )}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Fact>
    </dl>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  const t = useText()
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children || <span className="muted">{t('exhibition:facts.none')}</span>}</dd>
    </div>
  )
}

function Places({ pcodes }: { pcodes: string[] }) {
  const t = useText()
  const language = useLanguage()
  if (pcodes.length >= governorates.length) return t('exhibition:facts.everywhere')
  return <Tags words={pcodes.map((pcode) => governorateName(pcode, language))} />
}

function Tags({ words }: { words: string[] }) {
  return (
    <ul className="plain-list row tags">
      {words.map((word) => (
        <li key={word} className="tag quiet">
          {word}
        </li>
      ))}
    </ul>
  )
}

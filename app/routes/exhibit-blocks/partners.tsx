import { partnerRoles } from '#app/exhibition/content/blocks/partners.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { BlockFrame } from './frame.tsx'
import type { Shown } from './show.tsx'

/** Donors, then partners, each with a logo where there is one; the name is always written out. */
export function PartnersBlock({ block, media }: Shown<'partners'>) {
  const t = useText()
  if (!block.items.length) return null
  const groups = partnerRoles.map((role) => ({ role, of: block.items.filter((item) => item.role === role) }))
  return (
    <BlockFrame id={block.id} heading={block.heading} fallback={t('exhibit:kind.partners')}>
      {groups
        .filter(({ of }) => of.length)
        .map(({ role, of }) => (
          <div key={role} className="tight">
            <h3>{t(`exhibit:show.${role}s`)}</h3>
            <ul className="plain-list partners">
              {of.map((item) => (
                <li key={item.id} className="card">
                  <Partner item={item} media={media} />
                </li>
              ))}
            </ul>
          </div>
        ))}
    </BlockFrame>
  )
}

type Item = Shown<'partners'>['block']['items'][number]

function Partner({ item, media }: { item: Item; media: Shown<'partners'>['media'] }) {
  const language = useLanguage()
  const logo = media.pictures[item.logoPicture ?? '']
  const name = <LocalizedText text={item.name} language={language} />
  return (
    <>
      {logo && <Picture picture={logo} language={language} sizes="8rem" isDecoration />}
      {item.url ? (
        <a href={item.url} rel="noopener noreferrer">
          {name}
        </a>
      ) : (
        <span>{name}</span>
      )}
    </>
  )
}

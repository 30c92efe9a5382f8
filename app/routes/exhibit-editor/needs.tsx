import { placesOfPicture } from '#app/exhibition/content/named.ts'
import type { PublishingNeed } from '#app/exhibition/content/needs.ts'
import { formatList } from '#app/i18n/format.ts'
import { languageNames } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { useEditor } from './editor.ts'
import { usePartName } from './part-name.ts'
import { wayTo } from './way-to.ts'

/** What an exhibit cannot be published without, each with the way to its form. */
export function Needs({ needs }: { needs: PublishingNeed[] }) {
  const t = useText()
  const nameOf = usePartName()
  const pictureName = usePictureName()
  if (needs.length === 0) return null
  return (
    <div className="notice warning tight">
      <p className="strong">{t('exhibition:standing.needs')}</p>
      <ul>
        {needs.map(({ path, need, languages = [] }) => (
          <li key={`${path} ${need}`}>
            <a className="target" href={wayTo(path)}>
              {path.startsWith('blocks/') && `${nameOf(path)}: `}
              {path.startsWith('pictures/') && `${pictureName(path)}: `}
              {t(`exhibit:need.${need}`)}
              {languages.length > 0 && ` (${languages.map((one) => languageNames[one]).join(' · ')})`}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A picture by its number and by the blocks that show it: “Picture 2 in Gallery: Our street”. */
function usePictureName(): (path: string) => string {
  const { content } = useEditor()
  const t = useText()
  const language = useLanguage()
  const nameOf = usePartName()
  return (path) => {
    const places = placesOfPicture(content, path.split('/')[1] ?? '').map((place) =>
      place === 'coverPicture' ? t('exhibit:pictures.cover') : nameOf(place),
    )
    return t('media:shownIn', { picture: nameOf(path), places: formatList(places, language) })
  }
}

import { Form, Link, useActionData } from '@remix-run/react'
import { pairQuery } from '#app/exhibition/translation/pair.ts'
import { languageNames, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import { useSideBySide } from './side-by-side.ts'
import { type Left, TextRow } from './text-row.tsx'

/** The texts of one exhibit beside their translation, which is written here. */
export function TranslationPage() {
  const { name, isSaved } = useSideBySide()
  const answer = useActionData<{ left: Left[] }>()
  const t = useText()
  const language = useLanguage()
  return (
    <>
      <h1>{t('translation:of', { title: localize(name, language) })}</h1>
      {isSaved && !answer && <Notice kind="success">{t('translation:edit.saved')}</Notice>}
      {answer && <NotSaved left={answer.left} />}
      <Ways />
      <Texts />
    </>
  )
}

function NotSaved({ left }: { left: Left[] }) {
  const t = useText()
  const why = left.find(({ why }) => why === 'tooMany' || why === 'cancelled')?.why
  return (
    <Notice kind={why ? 'error' : 'warning'}>
      {why ? t(`translation:why.${why}`) : t('translation:edit.partly')}
    </Notice>
  )
}

/** From which language into which, and whether only what is to do is shown. */
function Ways() {
  const { pair, isOpenOnly } = useSideBySide()
  const t = useText()
  return (
    <div className="row between">
      <Choice end="from" />
      <Choice end="to" />
      <nav className="filters" aria-label={t('translation:edit.show')}>
        <Link to={`?${pairQuery(pair)}`} aria-current={isOpenOnly ? undefined : 'true'}>
          {t('translation:edit.all')}
        </Link>
        <Link to={`?${pairQuery(pair)}&show=open`} aria-current={isOpenOnly ? 'true' : undefined}>
          {t('translation:edit.open')}
        </Link>
      </nav>
    </div>
  )
}

/** The language at one end; the one that stands at the other end changes places. */
function Choice({ end }: { end: 'from' | 'to' }) {
  const { languages, pair, isOpenOnly } = useSideBySide()
  const t = useText()
  const other = end === 'from' ? 'to' : 'from'
  const open = isOpenOnly ? '&show=open' : ''
  return (
    <div className="tight language-end">
      <p className="muted small" id={`pair-${end}`}>
        {t(`translation:pair.${end}`)}
      </p>
      <nav className="filters" aria-labelledby={`pair-${end}`}>
        {languages.map((one) => (
          <Link
            key={one}
            lang={one}
            to={`?${pairQuery({ ...pair, [end]: one, ...(one === pair[other] && { [other]: pair[end] }) })}${open}`}
            aria-current={one === pair[end] ? 'true' : undefined}
          >
            {languageNames[one]}
          </Link>
        ))}
      </nav>
    </div>
  )
}

function Texts() {
  const { texts, version, pair, isOpenOnly } = useSideBySide()
  const left = useActionData<{ left: Left[] }>()?.left ?? []
  const t = useText()
  const shown = texts.filter(({ path, state }) => {
    return !isOpenOnly || state !== 'done' || left.some((one) => one.path === path)
  })
  if (shown.length === 0) return <p className="card empty">{t('translation:edit.nothing')}</p>
  const key = `${pair.from} ${pair.to} ${version}`
  return (
    <Form method="post" className="card stack" key={key}>
      <input type="hidden" name="seen" value={version} />
      {shown.map((text, index) => (
        <TextRow
          key={text.path}
          text={text}
          index={index}
          left={left.find((one) => one.path === text.path)}
        />
      ))}
      <p>
        <button type="submit" className="button">
          {t('translation:edit.save')}
        </button>
      </p>
    </Form>
  )
}

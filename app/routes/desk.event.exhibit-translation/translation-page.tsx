import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { pairQuery } from '#app/exhibition/translation/pair.ts'
import { languageNames, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { action, loader } from './route.tsx'
import { TextRow } from './text-row.tsx'

/** The texts of one exhibit beside their translation, which is written here. */
export function TranslationPage() {
  const { name, slug, pair, isSaved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  return (
    <div className="stack">
      <p>
        <Link className="target" to={`/desk/events/${slug}/exhibition/translation?${pairQuery(pair)}`}>
          {t('translation:toList')}
        </Link>
      </p>
      <h1>{t('translation:of', { title: localize(name, language) })}</h1>
      {isSaved && !answer && <Notice kind="success">{t('translation:edit.saved')}</Notice>}
      {answer && <Notice kind="warning">{t('translation:edit.partly')}</Notice>}
      <Ways />
      <Texts />
      <Files />
    </div>
  )
}

/** Into which other language, and whether only what is to do is shown. */
function Ways() {
  const { languages, pair, isOpenOnly } = useLoaderData<typeof loader>()
  const t = useText()
  const open = isOpenOnly ? '&show=open' : ''
  return (
    <div className="row between">
      <nav className="filters" aria-label={t('translation:pair.to')}>
        {languages
          .filter((language) => language !== pair.from)
          .map((to) => (
            <Link
              key={to}
              lang={to}
              to={`?${pairQuery({ ...pair, to })}${open}`}
              aria-current={to === pair.to ? 'true' : undefined}
            >
              {languageNames[to]}
            </Link>
          ))}
      </nav>
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

function Texts() {
  const { texts, version, pair, isOpenOnly } = useLoaderData<typeof loader>()
  const left = useActionData<typeof action>()?.left ?? []
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

function Files() {
  const { slug, pair, exhibitId } = useLoaderData<typeof loader>()
  const t = useText()
  const file = `/desk/events/${slug}/exhibition/translation/${pair.from}-${pair.to}`
  return (
    <p className="row">
      {[
        { ending: 'xlf', format: 'XLIFF' },
        { ending: 'csv', format: 'CSV' },
      ].map(({ ending, format }) => (
        <a key={ending} className="button quiet" href={`${file}.${ending}?exhibit=${exhibitId}`}>
          {t('translation:files.this', { format })}
        </a>
      ))}
    </p>
  )
}

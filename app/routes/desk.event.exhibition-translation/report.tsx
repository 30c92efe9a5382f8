import { useActionData, useLoaderData } from '@remix-run/react'
import { saysNothing } from '#app/exhibition/rules.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { direction, type Localized } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { action, loader } from './route.tsx'

/** What came of the file that was uploaded last: every text that was not written, and why. */
export function Report() {
  const answer = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  if (!answer || !('report' in answer)) return null
  const { written, same, left, leftOut } = answer.report
  const number = (value: number) => ({ number: formatNumber(value, language) })
  return (
    <Notice kind={left ? 'warning' : 'success'}>
      <h2>{t('translation:report.title')}</h2>
      <p>
        <span className="apart">{t('translation:report.written', number(written))}</span>
        <span className="apart">{t('translation:report.same', number(same))}</span>
        <span className="apart">{t('translation:report.leftOut', number(left))}</span>
      </p>
      {leftOut.length > 0 && <LeftOut leftOut={leftOut} />}
    </Notice>
  )
}

type Left = {
  why: 'unknownExhibit' | 'unknownText' | 'sourceChanged' | 'changedMeanwhile' | 'tooLong'
  exhibitId: string
  path: string
  title: Localized
  name: string
  target: string
}

function LeftOut({ leftOut }: { leftOut: Left[] }) {
  const { pair } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <dl className="left-out">
      {leftOut.map(({ why, exhibitId, path, title, name, target }) => (
        <div key={`${exhibitId} ${path}`}>
          <dt>
            {saysNothing(title) || (
              <>
                <LocalizedText text={title} language={language} />
                {' · '}
              </>
            )}
            {name && (
              <>
                <bdi>{name}</bdi>:{' '}
              </>
            )}
            {t(`translation:why.${why}`)}
          </dt>
          <dd lang={pair.to} dir={direction(pair.to)}>
            {target.slice(0, 200)}
          </dd>
        </div>
      ))}
    </dl>
  )
}

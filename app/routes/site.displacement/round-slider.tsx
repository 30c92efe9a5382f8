import type { DisplacementView } from '#app/exhibition/displacement/view.server.ts'
import { roundName, whatIsCounted } from '#app/exhibition/displacement/words.ts'
import { formatNumber, formatPartialDate } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import script from '#app/ui/scripts/rounds.js?url'

/** Through the rounds without leaving the page. It stays hidden until its script runs; the links beside it do the same. */
export function RoundSlider({ view }: { view: DisplacementView }) {
  const t = useText()
  const language = useLanguage()
  const { rounds, at, now } = view
  const name = (round: DisplacementView['now']) => roundName(round, { t, language })
  const [first, last] = [rounds[0], rounds.at(-1)]
  if (!first || !last || first === last) return null
  const told = {
    round: name(now),
    number: now.total === null ? '–' : formatNumber(now.total, language),
    what: whatIsCounted(view, { t }),
  }
  return (
    <div
      className="round-slider"
      hidden
      data-here={now.key}
      data-rounds={JSON.stringify(rounds.map((round) => [round.key, name(round)]))}
      data-told={t('displacement:time.told', told)}
      data-loading={t('displacement:time.loading', { round: '{round}' })}
      data-failed={t('displacement:time.failed', { round: '{round}', shown: '{shown}' })}
    >
      <p className="row between">
        <label htmlFor="round-range">{t('displacement:time.slide')}</label>
        <b aria-hidden="true">{name(now)}</b>
      </p>
      <input
        type="range"
        id="round-range"
        min={0}
        max={rounds.length - 1}
        defaultValue={at}
        aria-valuetext={name(now)}
        autoComplete="off"
      />
      <p className="row between small muted" aria-hidden="true">
        <span>{formatPartialDate(first.reportedOn, language)}</span>
        <span>{formatPartialDate(last.reportedOn, language)}</span>
      </p>
      <p className="row small slider-said">
        <span role="status" />
        <a href="#where" hidden>
          {t('displacement:time.again')}
        </a>
      </p>
      <script src={script} defer />
    </div>
  )
}

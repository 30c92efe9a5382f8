import { useLoaderData } from '@remix-run/react'
import { roundName } from '#app/exhibition/displacement/words.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import type { loader } from './route.tsx'

/** All rounds, latest first, each with its totals and the way to remove it. */
export function Rounds() {
  const { rounds } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const number = (value: number | null) => (value === null ? '–' : formatNumber(value, language))
  return (
    <section className="card stack" aria-labelledby="rounds">
      <h2 id="rounds">{t('dtm:dataset.rounds')}</h2>
      <ul className="plain-list rows">
        {rounds.map((round) => {
          const name = roundName(round, { t, language })
          return (
            <li key={round.id}>
              <div className="row between">
                <div className="tight">
                  <p className="strong">{name}</p>
                  <small className="muted">
                    {t('dtm:field.individuals')}: <bdi>{number(round.individuals)}</bdi>
                    {round.households !== null && (
                      <>
                        {' · '}
                        {t('dtm:field.households')}: <bdi>{number(round.households)}</bdi>
                      </>
                    )}
                    {' · '}
                    {t('dtm:dataset.places')}: <bdi>{number(round.places)}</bdi>
                    {round.hasSums && ` · ${t('dtm:dataset.sumNote')}`}
                  </small>
                </div>
                <Confirm
                  intent="removeRound"
                  title={t('dtm:dataset.removeRound')}
                  label={`${t('dtm:dataset.removeRound')}: ${name}`}
                  effect={t('dtm:dataset.removeRoundEffect')}
                >
                  <input type="hidden" name="round" value={round.id} />
                </Confirm>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

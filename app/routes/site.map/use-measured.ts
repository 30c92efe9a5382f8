import { useLoaderData } from '@remix-run/react'
import { governorates } from '#app/exhibition/governorates.ts'
import { useNumbers } from '#app/exhibition/programmes/use-numbers.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { loader } from './route.tsx'

/** What was measured, in the reader's words: what it is, and how a governorate's value is read out. */
export function useMeasured() {
  const { choice, measured, figure } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { measure } = choice
  const { number, said } = useNumbers()
  if (measure === 'figure') {
    const exactness = new Map(figure?.results.map(({ pcode, qualifier }) => [pcode, qualifier]))
    const exactly = (value: number, pcode: string) =>
      said({ value, qualifier: exactness.get(pcode) ?? 'exactly' })
    const [unit, name] = [localize(figure?.unit, language), localize(figure?.name, language)]
    return {
      ...{ number, exactly },
      what: [unit, name].filter(Boolean).join(' '),
      // Of which nothing is known there may yet be some.
      values: measured.values,
      say: (value: number | null, pcode: string) =>
        value === null ? t('map:legend.none') : [exactly(value, pcode), unit].filter(Boolean).join(' '),
    }
  }
  return {
    ...{ number, exactly: number },
    what: t(`map:measure.${measure}`),
    // What nobody shows there is none, and known.
    values: Object.fromEntries(governorates.map(({ pcode }) => [pcode, measured.values[pcode] ?? 0])),
    say: (value: number | null) =>
      t(`map:said.${measure}`, { count: value ?? 0, number: number(value ?? 0) }),
  }
}

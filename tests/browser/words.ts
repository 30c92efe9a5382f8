import type { Locator, Page } from 'playwright-core'
import { type Language, type Localized, languageNames } from '#app/i18n/languages.ts'
import type { Translator } from '#app/i18n/options.ts'
import { translator } from '#app/i18n/translator.ts'

type Place = Page | Locator

/** What a person does on a page, found by the words they read in their language. */
export type Reader = {
  language: Language
  t: Translator
  fill(place: Place, label: string, value: string): Promise<void>
  fillEach(place: Place, legend: string, texts: Localized): Promise<void>
  press(place: Place, name: string): Promise<void>
  follow(place: Place, name: string): Promise<void>
}

export function reader(language: Language): Reader {
  return {
    language,
    t: translator(language),
    fill: (place, label, value) => field(place, label).fill(value),
    async fillEach(place, legend, texts) {
      const group = place.getByRole('group', { name: new RegExp(`^${literally(legend)}`) })
      for (const [known, text] of Object.entries(texts))
        await group.getByLabel(languageNames[known as Language]).fill(text)
    },
    press: (place, name) => place.getByRole('button', { name, exact: true }).click(),
    follow: (place, name) => place.getByRole('link', { name, exact: true }).click(),
  }
}

/** A field by its whole label, with or without the remark that it is optional. */
export function field(place: Place, label: string): Locator {
  return place.getByLabel(new RegExp(`^${literally(label)}( \\(.+\\))?$`))
}

/** A button whose words hold a number that the page counts. */
export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

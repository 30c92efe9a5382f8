import { rowOf } from '#app/answers/named.ts'
import type { AnswerPage } from '#app/answers/read.server.ts'
import type { Language } from '#app/i18n/languages.ts'

/** How many people beyond the seats one form offers rows for; the next time there are as many again. */
export const rowsBeyond = 3

type Page = Pick<AnswerPage, 'names' | 'places'>

/** A row as the form begins with it: texts only, as browsers send them. */
export function rowsFor(page: Page, language: Language) {
  const named = page.names
    .filter(({ seat }) => seat !== 'refused')
    .map((member, index) => {
      const { isHead: _, place, ...row } = rowOf(member, index + 1, language)
      return { ...row, id: member.id, place: String(place), seen: seenOf(member, index + 1, language) }
    })
  const blank = (seat: 'delegate' | 'alternate', count: number) =>
    Array.from({ length: count }, () => ({ ...nobody, seat }))
  return [
    ...named,
    ...blank('delegate', page.places.delegates),
    ...blank('alternate', page.places.alternates),
    ...blank('delegate', rowsBeyond),
  ]
}

/** What a row shows of somebody, for the answer to be compared with. */
export function seenOf(member: Page['names'][number], place: number, language: Language): string {
  return JSON.stringify(rowOf(member, place, language))
}

const nobody = {
  ...{ id: '', latin: '', arabic: '', honorific: '', position: '', email: '', phone: '' },
  ...{ language: '' as const, place: '', seen: '' },
}

/** Which row is the head's, as a radio button's value. */
export function headOf({ names }: Page): string | undefined {
  const head = names.filter(({ seat }) => seat !== 'refused').findIndex(({ isHead }) => isHead)
  return head < 0 ? undefined : String(head)
}

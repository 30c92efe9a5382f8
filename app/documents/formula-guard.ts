// An apostrophe before it is guarded too, so that taking the guard off never takes off more.
const startsFormula = /^'*\s*[=+\-@\t\r＝＋－＠]/
const isPhone = /^\+\d[\d\s()./-]*$/

/**
 * A text that no spreadsheet takes for a formula: one that begins like one is led by an apostrophe, a phone number
 * (`+964 …`) excepted. `withoutGuard` undoes it.
 */
export function guardFormula(text: string): string {
  return startsFormula.test(text) && !isPhone.test(text) ? `'${text}` : text
}

/** The text as it was before `guardFormula`. */
export function withoutGuard(text: string): string {
  return text.startsWith("'") && startsFormula.test(text.slice(1)) ? text.slice(1) : text
}

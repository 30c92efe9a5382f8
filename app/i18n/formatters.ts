/*
 * A formatter of Intl's takes some 50 µs and much memory to make, and less than 1 µs to use: a table of fifty guests
 * needs two hundred. So each is made once.
 */

/** An instance drops what it made when somebody makes it format in ever new zones. */
const most = 300

const dates = new WeakMap<object, Map<string, Intl.DateTimeFormat>>()
const numbers = new Map<string, Intl.NumberFormat>()
const lists = new Map<string, Intl.ListFormat>()

/** `shape` is one and the same object each time: looking it up costs less than writing it out. */
export function dateFormat(
  locale: string,
  shape: Intl.DateTimeFormatOptions,
  zone: string,
): Intl.DateTimeFormat {
  const made = dates.get(shape) ?? new Map<string, Intl.DateTimeFormat>()
  dates.set(shape, made)
  return kept(made, `${locale} ${zone}`, () => new Intl.DateTimeFormat(locale, { ...shape, timeZone: zone }))
}

export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(numbers, `${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options))
}

export function listFormat(locale: string): Intl.ListFormat {
  return kept(lists, locale, () => new Intl.ListFormat(locale, { type: 'conjunction' }))
}

function kept<Format>(made: Map<string, Format>, key: string, make: () => Format): Format {
  const known = made.get(key)
  if (known) return known
  const format = make()
  if (made.size >= most) made.clear()
  made.set(key, format)
  return format
}

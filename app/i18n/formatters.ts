/*
 * A formatter of Intl's takes some 50 µs and much memory to make, and less than 1 µs to use: a table of fifty guests
 * needs two hundred. So each is made once.
 */

/** An instance drops what it made when somebody makes it format in ever new zones. */
const most = 300

const dates = new Map<string, Intl.DateTimeFormat>()
const numbers = new Map<string, Intl.NumberFormat>()

export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(dates, keyOf(locale, options), () => new Intl.DateTimeFormat(locale, options))
}

export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(numbers, keyOf(locale, options), () => new Intl.NumberFormat(locale, options))
}

function keyOf(locale: string, options: object): string {
  return `${locale} ${JSON.stringify(options)}`
}

function kept<Format>(made: Map<string, Format>, key: string, make: () => Format): Format {
  const known = made.get(key)
  if (known) return known
  const format = make()
  if (made.size >= most) made.clear()
  made.set(key, format)
  return format
}

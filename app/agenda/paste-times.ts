const time =
  /(\d{1,2})(?:\s*[:.٫hH]\s*(\d{2})|\s*[hH](?=\s|$|[-–—]))?\s*(a\.?m\.?|p\.?m\.?|ص|م|صباح[اًا]*|مساء[ًا]*|پ\.?\s?ن|د\.?\s?ن)?/giu

/** Digits of Arabic and Persian as the others. */
export function plainDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
}

/** The first time and the last in a text, in minutes from midnight; null when there is none. `to` is null without a second. */
export function timesIn(text: string): { from: number; to: number | null } | null {
  const found = [...plainDigits(text).matchAll(time)].flatMap(([all, hours, minutes, half]) => {
    // A bare number is a time only beside “9 am” or “9h”.
    if (minutes === undefined && !half && !/h\s*$/i.test(all)) return []
    const [hour, minute] = [Number(hours), Number(minutes ?? 0)]
    return hour > 24 || minute > 59 ? [] : [{ hour, minute, half: halfOf(half) }]
  })
  const [first, second] = found
  if (!first) return null
  // “9:00–10:30 am” says the half of the day once, at the end.
  const half = first.half ?? (second && second.half === 'am' ? 'am' : undefined)
  return {
    from: minutesOf({ ...first, half }),
    to: second ? minutesOf(second) : null,
  }
}

type Read = { hour: number; minute: number; half?: 'am' | 'pm' | undefined }

function minutesOf({ hour, minute, half }: Read): number {
  const hours = half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour
  return hours * 60 + minute
}

function halfOf(word: string | undefined): 'am' | 'pm' | undefined {
  if (!word) return undefined
  return /^(a|ص|پ)/i.test(word) ? 'am' : 'pm'
}

/** The day in a text as `YYYY-MM-DD`: `2026-12-14`, `14/12/2026`, `14.12.2026`, `14 December 2026` in four languages; null for none. */
export function dateIn(text: string): string | null {
  const plain = plainDigits(text).toLowerCase()
  const iso = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/.exec(plain)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numbers = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/.exec(plain)
  if (numbers) return dayOf(Number(numbers[3]), Number(numbers[2]), Number(numbers[1]))
  const words = /(\d{1,2})(?:st|nd|rd|th|er|ی)?\s+(?:of |de )?([\p{L}\u200c ]+?),?\s+(\d{4})/u.exec(plain)
  const month = words && monthOf(words[2] ?? '')
  return words && month ? dayOf(Number(words[3]), month, Number(words[1])) : null
}

const months = [
  /^(jan|كانون الثاني|يناير|کانوونی دووەم)/,
  /^(feb|fév|fev|شباط|فبراير|شوبات)/,
  /^(mar|آذار|اذار|مارس|ئازار)/,
  /^(apr|avr|نيسان|أبريل|ابريل|نیسان)/,
  /^(may|mai|أيار|ايار|مايو|ئایار)/,
  /^(jun|juin|حزيران|يونيو|حوزەیران)/,
  /^(jul|juil|تموز|يوليو|تەمووز)/,
  /^(aug|aoû|aou|آب|اب|أغسطس|ئاب)/,
  /^(sep|أيلول|ايلول|سبتمبر|ئەیلوول)/,
  /^(oct|تشرين الأول|تشرين الاول|أكتوبر|تشرینی یەکەم)/,
  /^(nov|تشرين الثاني|نوفمبر|تشرینی دووەم)/,
  /^(dec|déc|كانون الأول|كانون الاول|ديسمبر|کانوونی یەکەم)/,
]

function monthOf(word: string): number | null {
  const at = months.findIndex((month) => month.test(word.trim()))
  return at < 0 ? null : at + 1
}

function dayOf(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day))
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && year >= 2000 && year < 3000
  return isReal ? at.toISOString().slice(0, 10) : null
}

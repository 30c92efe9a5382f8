import { dateFormat } from './formatters.ts'

/*
 * Sorani dates from our own tables. Browsers do not carry the locale (Chromium answers `ckb` in English), so a desk page
 * would say one thing from the server and another once its script runs; and CLDR has no long date pattern for it.
 */
const months = [
  ...['کانوونی دووەم', 'شوبات', 'ئازار', 'نیسان', 'ئایار', 'حوزەیران'],
  ...['تەمموز', 'ئاب', 'ئەیلوول', 'تشرینی یەکەم', 'تشرینی دووەم', 'کانوونی یەکەم'],
]
const weekdays: Record<string, string> = {
  Sat: 'شەممە',
  Sun: 'یەکشەممە',
  Mon: 'دووشەممە',
  Tue: 'سێشەممە',
  Wed: 'چوارشەممە',
  Thu: 'پێنجشەممە',
  Fri: 'هەینی',
}

export type SoraniShape =
  | 'day'
  | 'shortDay'
  | 'month'
  | 'time'
  | 'dayAndTime'
  | 'date'
  | 'monthAndYear'
  | 'year'
  | 'dayNumber'

/** The instant in Sorani, Arabic-Indic digits, in the zone. `date` is `day` without the weekday. */
export function soraniDate(at: Date, shape: SoraniShape, zone: string): string {
  const { weekday, day, month, year, hour, minute } = partsOf(at, zone)
  const time = digits(`${hour}:${minute}`)
  const dayOfMonth = `${digits(day)}ی ${months[Number(month) - 1]}`
  const texts: Record<SoraniShape, string> = {
    day: `${weekdays[weekday]}، ${dayOfMonth}ی ${digits(year)}`,
    shortDay: `${weekdays[weekday]}، ${dayOfMonth}`,
    month: months[Number(month) - 1] ?? '',
    time,
    dayAndTime: `${weekdays[weekday]}، ${dayOfMonth}ی ${digits(year)} ${time}`,
    date: `${dayOfMonth}ی ${digits(year)}`,
    monthAndYear: `${months[Number(month) - 1]}ی ${digits(year)}`,
    year: digits(year),
    dayNumber: digits(day),
  }
  return texts[shape]
}

const everything: Intl.DateTimeFormatOptions = {
  ...({ weekday: 'short', day: 'numeric', month: 'numeric', year: 'numeric' } as const),
  ...({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const),
}

function partsOf(at: Date, zone: string) {
  const parts = dateFormat('en-GB', everything, zone).formatToParts(at)
  const part = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? ''
  return {
    weekday: part('weekday'),
    // en-GB pads the day beside a numeric month.
    day: String(Number(part('day'))),
    month: part('month'),
    year: part('year'),
    hour: part('hour'),
    minute: part('minute'),
  }
}

function digits(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
}

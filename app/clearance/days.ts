import { isoDay } from '#app/i18n/format.ts'

const dayInMs = 86_400_000
/** A part is never longer; a guard against a span that some fault made endless. */
const mostDays = 31

/** The days of a span in a zone, `YYYY-MM-DD` each, with noon of it in UTC for showing it. */
export function eventDays(
  { from, to }: { from: Date; to: Date },
  zone: string,
): { day: string; noon: Date }[] {
  const days: { day: string; noon: Date }[] = []
  const last = isoDay(to, zone)
  let noon = new Date(`${isoDay(from, zone)}T12:00:00Z`)
  while (noon.toISOString().slice(0, 10) <= last && days.length < mostDays) {
    days.push({ day: noon.toISOString().slice(0, 10), noon })
    noon = new Date(noon.getTime() + dayInMs)
  }
  return days
}

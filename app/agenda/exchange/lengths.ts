const minute = 60_000

/**
 * A length in milliseconds from `H:MM`, `HH:MM`, `days:HH:MM`, an ISO 8601 duration (`PT1H30M`, `P1DT2H`) or a number
 * of minutes; null when it is none of these, or nothing.
 */
export function lengthOf(text: string): number | null {
  const given = text.trim()
  const clock = /^(?:(\d{1,3}):)?(\d{1,4}):(\d{1,2})$/.exec(given)
  const minutes = clock
    ? Number(clock[1] ?? 0) * 1440 + Number(clock[2]) * 60 + Number(clock[3])
    : /^\d{1,6}(?:\.\d+)?$/.test(given)
      ? Number(given)
      : isoMinutes(given)
  return minutes === null || !(minutes > 0) ? null : Math.round(minutes * minute)
}

function isoMinutes(text: string): number | null {
  const found =
    /^\+?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i.exec(
      text,
    )
  if (!found) return null
  const [weeks, days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0))
  return (weeks ?? 0) * 10_080 + (days ?? 0) * 1440 + (hours ?? 0) * 60 + (minutes ?? 0) + (seconds ?? 0) / 60
}

/** `HH:MM`, and whatever hours it takes; whole minutes, rounded up so that nothing has no length. */
export function clockLength(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / minute))
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

import type { Translator } from '#app/i18n/options.ts'
import type { SeatGiving } from '#db/schema/events.server.ts'

/** The rule by which seats that become free are given, as a guest is told it. */
export function ruleText(
  t: Translator,
  { seatsGiven, offerHours }: { seatsGiven: SeatGiving; offerHours: number },
): string {
  return t(`waiting:rule.${seatsGiven}`, { count: offerHours })
}

import { instantFromLocal } from '../i18n/zoned.ts'
import type { PartContent } from './rules.ts'

type Days = { meetingOn: string; exhibitionFrom: string; exhibitionTo: string; zone: string }

/**
 * The parts of a partner meeting with its exhibition: a day by invitation for sixty, and an exhibition open to
 * visitors. Days as `YYYY-MM-DD`; answers are due a week before, at the end of the day.
 */
export function meetingWithExhibition({
  meetingOn,
  exhibitionFrom,
  exhibitionTo,
  zone,
}: Days): PartContent[] {
  const at = (day: string, time: string) => instant(`${day}T${time}`, zone)
  return [
    {
      kind: 'meeting',
      name: {
        en: 'Partner meeting',
        fr: 'Réunion des partenaires',
        ar: 'اجتماع الشركاء',
        ckb: 'کۆبوونەوەی هاوبەشان',
      },
      startsAt: at(meetingOn, '09:00'),
      endsAt: at(meetingOn, '15:30'),
      audience: 'invited',
      capacity: 60,
      answerBy: at(weekBefore(meetingOn), '23:59'),
      venueId: null,
    },
    {
      kind: 'exhibition',
      name: { en: 'Exhibition', fr: 'Exposition', ar: 'المعرض', ckb: 'پێشانگا' },
      startsAt: at(exhibitionFrom, '09:00'),
      endsAt: at(exhibitionTo, '16:00'),
      audience: 'open',
      capacity: null,
      answerBy: null,
      venueId: null,
    },
  ]
}

function weekBefore(day: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() - 7)
  return at.toISOString().slice(0, 10)
}

function instant(local: string, zone: string): Date {
  const at = instantFromLocal(local, zone)
  if (!at) throw new Error(`No such time: ${local} in ${zone}`)
  return at
}

const days = 5
const startsOn = Date.UTC(2026, 11, 14)
const rooms = 60
const people = 420
const languages = ['en', 'ar', 'fr', 'ckb']
const about = [
  'Reintegration of returnees',
  'Livelihoods after displacement',
  'Durable solutions in Nineveh',
  'Housing, land and property',
  'Water for the south',
  'Psychosocial support in camps',
  'Small grants for businesses',
  'Data on displacement',
  'Social cohesion in Sinjar',
  'Climate and mobility',
]
const sentences = [
  'Partners show what has worked in the current phase and what has not, with figures by governorate.',
  'Municipalities, ministries and donors plan the coming year together, and name who does what by when.',
  'Families who returned tell how they were assisted, and which obligations remain open.',
  'The session ends with decisions and action points, which the next phase takes over.',
  'Questions may be sent beforehand; interpretation is through headsets on the channels of the room.',
]
const given = [
  'Shirin',
  'Karwan',
  'Noor',
  'Ahmed',
  'Layla',
  'Jean',
  'Maeve',
  'Zeynep',
  'Omar',
  'Sara',
  'Rebin',
]
const family = [
  'Aziz',
  'Hasan',
  'al-Jubouri',
  'Barzani',
  'Khoury',
  'Lindqvist',
  'Okafor',
  'Talabani',
  'Rashid',
]

/** A schedule.json of another system: `count` items over 60 rooms and five days, 420 persons, half of it described. */
export function aLargeSchedule(count = 900): Uint8Array {
  const perDay = Math.ceil(count / days)
  const program = Array.from({ length: days }, (_, day) => ({
    index: day + 1,
    date: dateOf(day),
    rooms: Object.fromEntries(
      Array.from({ length: rooms }, (_, room) => [
        `Hall ${room + 1}`,
        itemsOf(day, room, perDay).filter(({ id }) => id <= count),
      ]),
    ),
  }))
  const conference = { acronym: 'crp-v', title: 'CRP V', days: program, time_zone_name: 'Asia/Baghdad' }
  return new TextEncoder().encode(JSON.stringify({ schedule: { version: '1', conference } }))
}

function itemsOf(day: number, room: number, perDay: number) {
  const here = Math.ceil((perDay - room) / rooms)
  return Array.from({ length: Math.max(0, here) }, (_, turn) => {
    const number = day * perDay + turn * rooms + room + 1
    const hour = 9 + turn * 2
    return {
      id: number,
      guid: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
      date: `${dateOf(day)}T${String(hour).padStart(2, '0')}:${room % 2 ? '30' : '00'}:00+03:00`,
      duration: '01:15',
      title: `${about[number % about.length]} (${number})`,
      track: `Track ${(number % 12) + 1}`,
      type: 'session',
      language: languages[number % 3],
      abstract: number % 2 ? sentences.slice(0, 2 + (number % 4)).join(' ') : '',
      persons: Array.from({ length: 1 + (number % 4) }, (_, at) => personOf((number * 7 + at) % people)),
    }
  })
}

function personOf(number: number) {
  const name = `${given[number % given.length]} ${family[number % family.length]} ${number}`
  return { id: number + 1, name, public_name: name }
}

function dateOf(day: number): string {
  return new Date(startsOn + day * 86_400_000).toISOString().slice(0, 10)
}

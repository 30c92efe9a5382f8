import { isZone } from '../../i18n/zoned.ts'

/** What Windows and Outlook call the zones that a meeting's calendar file is likely to be in (CLDR, windowsZones). */
const windowsZones: Record<string, string> = {
  'Arabic Standard Time': 'Asia/Baghdad',
  'Arab Standard Time': 'Asia/Riyadh',
  'Arabian Standard Time': 'Asia/Dubai',
  'Iran Standard Time': 'Asia/Tehran',
  'Turkey Standard Time': 'Europe/Istanbul',
  'Jordan Standard Time': 'Asia/Amman',
  'Middle East Standard Time': 'Asia/Beirut',
  'Syria Standard Time': 'Asia/Damascus',
  'Egypt Standard Time': 'Africa/Cairo',
  'Israel Standard Time': 'Asia/Jerusalem',
  'West Bank Standard Time': 'Asia/Hebron',
  'Libya Standard Time': 'Africa/Tripoli',
  'Sudan Standard Time': 'Africa/Khartoum',
  'Morocco Standard Time': 'Africa/Casablanca',
  'South Africa Standard Time': 'Africa/Johannesburg',
  'E. Africa Standard Time': 'Africa/Nairobi',
  'W. Central Africa Standard Time': 'Africa/Lagos',
  'Caucasus Standard Time': 'Asia/Yerevan',
  'Azerbaijan Standard Time': 'Asia/Baku',
  'Georgian Standard Time': 'Asia/Tbilisi',
  'Afghanistan Standard Time': 'Asia/Kabul',
  'Pakistan Standard Time': 'Asia/Karachi',
  'India Standard Time': 'Asia/Kolkata',
  'Bangladesh Standard Time': 'Asia/Dhaka',
  'Nepal Standard Time': 'Asia/Kathmandu',
  'SE Asia Standard Time': 'Asia/Bangkok',
  'Singapore Standard Time': 'Asia/Singapore',
  'China Standard Time': 'Asia/Shanghai',
  'Tokyo Standard Time': 'Asia/Tokyo',
  'Korea Standard Time': 'Asia/Seoul',
  'AUS Eastern Standard Time': 'Australia/Sydney',
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Central European Standard Time': 'Europe/Warsaw',
  'Romance Standard Time': 'Europe/Paris',
  'GTB Standard Time': 'Europe/Bucharest',
  'FLE Standard Time': 'Europe/Kyiv',
  'E. Europe Standard Time': 'Europe/Chisinau',
  'Russian Standard Time': 'Europe/Moscow',
  'Belarus Standard Time': 'Europe/Minsk',
  'Eastern Standard Time': 'America/New_York',
  'US Eastern Standard Time': 'America/Indiana/Indianapolis',
  'Central Standard Time': 'America/Chicago',
  'Mountain Standard Time': 'America/Denver',
  'US Mountain Standard Time': 'America/Phoenix',
  'Pacific Standard Time': 'America/Los_Angeles',
  'Alaskan Standard Time': 'America/Anchorage',
  'Hawaiian Standard Time': 'Pacific/Honolulu',
  'Atlantic Standard Time': 'America/Halifax',
  'SA Pacific Standard Time': 'America/Bogota',
  'SA Eastern Standard Time': 'America/Cayenne',
  'E. South America Standard Time': 'America/Sao_Paulo',
  'Argentina Standard Time': 'America/Buenos_Aires',
  'Coordinated Universal Time': 'UTC',
  UTC: 'UTC',
}

/**
 * The zone that a file means by its name for one: an IANA name, also with something before it as Mozilla writes it, a
 * Windows name, or `(UTC+03:00) Baghdad`, which is a fixed offset. Null when it is nothing we know.
 */
export function knownZone(name: string): string | null {
  const given = name.trim().replace(/^"(.*)"$/, '$1')
  if (!given) return null
  const windows = windowsZones[given]
  if (windows) return windows
  if (/^[A-Za-z]/.test(given) && isZone(given)) return given
  const iana = /([A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_-]+){1,2})$/.exec(given)?.[1]
  if (iana && isZone(iana)) return iana
  const offset = /\((?:UTC|GMT)\s*([+-]\d\d:\d\d)?\)/.exec(given)
  return offset ? (offset[1] ?? 'UTC') : null
}

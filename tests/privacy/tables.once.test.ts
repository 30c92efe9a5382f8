import { globSync, readFileSync } from 'node:fs'
import { getTableColumns, getTableName, isTable, type Table } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { eraseByRequest } from '#app/privacy/decide.server.ts'
import { askForRights } from '#app/privacy/requests.server.ts'
import * as schema from '#db/schema/index.server.ts'
import { now } from '#tests/support/builders.ts'
import { contentsOf } from '#tests/support/contents.ts'
import { aKnownGuest, isTrace, tracesLeft } from '#tests/support/known-guest.ts'

/*
 * Whoever adds a table or a column says whom it knows: a table is listed here with the reason why it knows no guest, or
 * it has a chapter in `app/privacy/chapters` and a trace in `aKnownGuest`, which an erasure then has to take away.
 */

/** Tables in which no guest is named, and why. */
const knowsNobody: Record<string, (keyof typeof schema)[]> = {
  'what the office writes and shows': [
    ...(['offices', 'events', 'venues', 'parts', 'rooms', 'questions'] as const),
    ...(['templates', 'mailings', 'letterheads', 'letterTemplates', 'clearanceSettings'] as const),
    ...(['halls', 'hallFurniture', 'exhibitionTours'] as const),
    ...(['booths', 'exhibits', 'exhibitSectors', 'exhibitGovernorates', 'figures'] as const),
    ...(['displacementDatasets', 'displacementRounds', 'displacementFigures'] as const),
    'displacementShown',
    ...(['exhibitDrafts', 'exhibitEdits', 'exhibitVersions', 'exhibitMedia'] as const),
    ...(['exhibitComments', 'exhibitLocks', 'exhibitWordings', 'exhibitVisits'] as const),
    ...(['programmes', 'programmePhases', 'programmeComponents', 'eventProgrammes'] as const),
    ...(['indicators', 'indicatorResults', 'exhibitProgrammes'] as const),
    ...(['activityLists', 'activities', 'eventActivityLists'] as const),
    ...(['exhibitPictures', 'files', 'agendaTracks', 'releases', 'outcomes'] as const),
    ...(['agendaDocuments', 'agendaDocumentFiles'] as const),
  ],
  'institutions, which are nobody': ['organisations'],
  'colleagues, who have accounts or sign for the office': [
    ...(['users', 'sessions', 'credentials', 'verifications', 'memberships'] as const),
    ...(['assignments', 'signatories'] as const),
  ],
  'rules, counters and keys': [
    ...(['settings', 'officePrecedence', 'eventPrecedence', 'precedenceRecounts', 'letterCounters'] as const),
    'eventCounts',
    ...(['retentionRules', 'purgeRuns', 'mailboxes', 'clearanceKeys', 'clearancePurges'] as const),
    ...(['organisationQuotas'] as const),
  ],
  'ids alone, of rows that are nobody’s once erased': ['precedencePlaces', 'agendaSignUps'],
  'digests of what a file told, and what it calls rooms': ['agendaImported'],
  'sealed as a whole, and destroyed as a whole soon after the event': ['clearanceLists'],
}

/** Columns of the other tables that hold codes, ids, hashes, dates or our own words, whatever a guest says. */
const codes =
  /^(id|key|kind|state|source|seat|status|policy|language|via|answeredVia|action|organisationName)$|(Id|Hash|By|On)$/
const furtherCodes: Record<string, string[]> = {
  auditEntries: ['actorKind'],
  agendaRoles: ['role', 'confirmation'],
  // The office's words; what a file told besides is theirs.
  agendaItems: ['title', 'abstract', 'outcome', 'spokenLanguages', 'interpretedLanguages'],
  releasedItems: ['day'],
  calendarEntries: ['method', 'location'],
  clearanceForms: ['sealed'],
  // The name in consonants, as an import hears it.
  speakers: ['remindedFor'],
  persons: ['latinSound', 'arabicSound'],
  uploads: ['choices'],
  documents: ['mediaType'],
  inboxMails: ['fingerprint', 'reason'],
  // An institution's, see “a delegate is taken out” in erasure.test.ts.
  invitationParts: ['reason'],
  attendees: ['substituteFor'],
  letters: ['way', 'reference', 'repliesTo'],
  messages: ['dedupeKey', 'from', 'replyTo', 'calendarMethod', 'copyOf'],
  privacyRequests: ['reach', 'counts'],
  suppressions: ['reason'],
}

const tables = Object.entries(schema)
  .flatMap(([name, value]) => (isTable(value) ? [{ name, table: value as Table }] : []))
  .filter(
    ({ name }) =>
      !Object.values(knowsNobody)
        .flat()
        .includes(name as keyof typeof schema),
  )

test('every table that knows guests is part of a chapter about them', () => {
  const chapters = globSync('app/privacy/chapters/*.ts').map((file) => readFileSync(file, 'utf8'))
  const isTold = (name: string) => chapters.some((text) => new RegExp(`\\b${name}\\b`).test(text))
  // Words are written and let go with the attendee they are made from: `changeAttendees`.
  expect(tables.map(({ name }) => name).filter((name) => !isTold(name))).toEqual(['guestWords'])
  expect(tables.length).toBeGreaterThan(20)
})

test('every column of theirs that holds words holds hers, and none does after an erasure', async () => {
  const known = await aKnownGuest()
  const { database, stores, event, guest } = known
  const asked = await database.write((tx) =>
    askForRights(tx, guest.scope, {
      ...{ kind: 'erasure', reason: 'Because of my grandmother', now },
      wanted: { name: 'Zainab Qasim', phone: '+964 770 555 0133' },
    }),
  )
  if (!asked.ok) throw new Error(asked.reason)
  const contents = await contentsOf(database)
  const silent = tables.flatMap(({ name, table }) => {
    const words = Object.entries(getTableColumns(table)).filter(([, { dataType }]) =>
      ['string', 'json'].includes(dataType),
    )
    const rows = contents[getTableName(table)] ?? []
    return words
      .filter(([column]) => !codes.test(column) && !furtherCodes[name]?.includes(column))
      .filter(([column]) => !rows.some((row) => isTrace(row[column])))
      .map(([column]) => `${name}.${column}`)
  })
  expect(silent).toEqual([])
  const reach = { reach: 'office' as const, answer: '', mail: null, now }
  await eraseByRequest(stores, event.scope, { requestId: asked.id, ...reach })
  expect(await tracesLeft(database)).toEqual([])
})

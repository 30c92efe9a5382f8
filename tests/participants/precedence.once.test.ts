import { expect, test } from 'vitest'
import {
  type Protocol,
  positionClass,
  precedenceKey,
  type RankedPerson,
  usualKinds,
} from '#app/directory/precedence.ts'
import { newId } from '#db/id.server.ts'

const protocol: Protocol = {
  kinds: usualKinds,
  substitutes: 'own',
  organisationPlaces: new Map(),
  personPlaces: new Map(),
  organisations: new Map(),
  people: new Map(),
}

const migration = { id: newId(), kind: 'ministry' as const, precedence: 2, name: 'ministry of migration' }
const planning = { id: newId(), kind: 'ministry' as const, precedence: 1, name: 'ministry of planning' }
const labour = { id: newId(), kind: 'ministry' as const, precedence: null, name: 'ministry of labour' }
const oil = { id: newId(), kind: 'ministry' as const, precedence: null, name: 'ministry of oil' }
const unhcr = { id: newId(), kind: 'un_agency' as const, precedence: 1, name: 'unhcr' }
const iom = { id: newId(), kind: 'host' as const, precedence: null, name: 'iom' }

function aPerson(name: string, given: Partial<RankedPerson> = {}): RankedPerson {
  return {
    id: newId(),
    organisation: migration,
    isHead: false,
    seat: 'delegate',
    substituteFor: null,
    isSubstitute: false,
    precedence: null,
    position: {},
    rank: 0,
    name,
    ...given,
  }
}

function order(people: RankedPerson[], given: Partial<Protocol> = {}): string[] {
  const known = new Map(people.map((person) => [person.id, person]))
  const keyed = people.map((person) => ({
    name: person.name,
    key: precedenceKey(person, { ...protocol, people: known, ...given }),
  }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ name }) => name)
}

test('kinds by usage, the host last; organisations by rank, then by name', () => {
  const people = [iom, unhcr, oil, labour, migration, planning].map((organisation) =>
    aPerson(organisation.name, { organisation }),
  )
  const expected = [planning, migration, labour, oil, unhcr, iom].map(({ name }) => name)
  expect(order(people)).toEqual(expected)
  expect(order(people, { kinds: ['host', 'un_agency', 'ministry'] }).slice(0, 2)).toEqual(['iom', 'unhcr'])
})

test('in a delegation the head, members by rank and position, substitutes, alternates', () => {
  const minister = aPerson('minister', { position: { en: 'Minister of Migration' } })
  const people = [
    aPerson('alternate', { seat: 'alternate', precedence: 1 }),
    aPerson('substitute', { isSubstitute: true, substituteFor: minister.id, precedence: 1 }),
    aPerson('second named', { rank: 2 }),
    aPerson('first named', { rank: 1 }),
    aPerson('director general', { position: { ar: 'مدير عام دائرة الهجرة' } }),
    minister,
    aPerson('ranked', { precedence: 5 }),
    aPerson('head', { isHead: true, rank: 9 }),
  ]
  const full = ['head', 'ranked', 'minister', 'director general', 'first named', 'second named']
  expect(order(people)).toEqual([...full, 'substitute', 'alternate'])
  expect(order(people, { substitutes: 'place' }).slice(2, 5)).toEqual([
    'minister',
    'substitute',
    'director general',
  ])
})

test('what a position says, in four languages and only by how it begins', () => {
  const levels = {
    'Prime Minister': 0,
    'Minister of Planning': 1,
    'Deputy Minister': 2,
    'Under-Secretary': 2,
    'Director General': 3,
    'Head of Department': 4,
    'Adviser to the Minister': 5,
    Directorate: 5,
    Ministre: 1,
    'Directrice générale': 3,
    'وزير التخطيط': 1,
    'وكيل وزارة': 2,
    'مدير عام': 3,
    'مستشار الوزير': 5,
    'وەزیری پلاندانان': 1,
    'بەڕێوەبەری گشتی': 3,
    بەڕێوەبەر: 4,
    '': 5,
  }
  const said = Object.keys(levels).map((text) => [text, positionClass({ en: text })])
  expect(Object.fromEntries(said)).toEqual(levels)
})

test('a guest of honour first, the host’s head last, others beside whom they were put', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => aPerson(name)) as [
    RankedPerson,
    RankedPerson,
    RankedPerson,
    RankedPerson,
  ]
  const put = (places: [RankedPerson, 'first' | 'last' | 'before' | 'after', RankedPerson | null][]) =>
    order([a, b, c, d], {
      personPlaces: new Map(
        places.map(([who, place, anchor], turn) => [who.id, { place, anchorId: anchor?.id ?? null, turn }]),
      ),
    })
  expect(
    put([
      [d, 'first', null],
      [a, 'last', null],
    ]),
  ).toEqual(['d', 'b', 'c', 'a'])
  expect(put([[d, 'before', b]])).toEqual(['a', 'd', 'b', 'c'])
  expect(
    put([
      [c, 'before', a],
      [d, 'before', a],
    ]),
  ).toEqual(['c', 'd', 'a', 'b'])
  expect(
    put([
      [a, 'after', c],
      [b, 'after', c],
    ]),
  ).toEqual(['c', 'b', 'a', 'd'])
  expect(
    put([
      [d, 'before', c],
      [c, 'before', a],
    ]),
  ).toEqual(['d', 'c', 'a', 'b'])
})

test('a delegation takes its people along, and those placed beside them', () => {
  const people = [
    aPerson('m1'),
    aPerson('m2'),
    aPerson('u1', { organisation: unhcr }),
    aPerson('i1', { organisation: iom }),
  ]
  const places = new Map([[unhcr.id, { place: 'before' as const, anchorId: migration.id, turn: 1 }]])
  const organisations = new Map([[migration.id, migration]])
  expect(order(people, { organisationPlaces: places, organisations })).toEqual(['u1', 'm1', 'm2', 'i1'])
  const [, , , i1] = people as [RankedPerson, RankedPerson, RankedPerson, RankedPerson]
  const beside = new Map([[i1.id, { place: 'after' as const, anchorId: people[2]?.id ?? '', turn: 2 }]])
  const both = { organisationPlaces: places, organisations, personPlaces: beside }
  expect(order(people, both)).toEqual(['u1', 'i1', 'm1', 'm2'])
})

test('keys are digits alone, so that every database sorts them alike', () => {
  const names = ['zeta 2', 'ali', 'علي', 'Ünal', '漢字', 'ali b', '']
  const people = names.map((name) => aPerson(name))
  for (const person of people) expect(precedenceKey(person, protocol)).toMatch(/^\d+$/)
  expect(order(people)).toEqual(['', 'ali', 'ali b', 'zeta 2', 'علي', 'Ünal', '漢字'])
})

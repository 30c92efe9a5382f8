import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { missingTexts as eventTexts } from '#app/events/rules.ts'
import { contentOf } from '#app/exhibition/content/content.ts'
import { missingTexts as exhibitTexts } from '#app/exhibition/content/needs.ts'
import { isGovernorate } from '#app/exhibition/governorates.ts'
import { isSector } from '#app/exhibition/sectors.ts'
import { type Localized, languages, missingLanguages } from '#app/i18n/languages.ts'
import { agenda } from '#db/demo/agenda.server.ts'
import { displaced } from '#db/demo/drawings.server.ts'
import { event, office, partNames, rooms, venue } from '#db/demo/event.server.ts'
import { blocksOf } from '#db/demo/exhibition.server.ts'
import { pictured } from '#db/demo/exhibits/pictured.server.ts'
import { exhibits } from '#db/demo/exhibits.server.ts'
import { halls } from '#db/demo/floor-plan.server.ts'
import { organisations } from '#db/demo/organisations.server.ts'
import { persons } from '#db/demo/persons.server.ts'
import { pictureTexts } from '#db/demo/picture-texts.server.ts'

const published = exhibits.filter(({ state }) => state === 'published')
const isWhole = (text: Localized) => missingLanguages(text, languages).length === 0

test('office, event, places and agenda read whole in every language of the event', () => {
  const named = (name: Localized) => ({ id: '', name })
  const parts = Object.values(partNames).map(named)
  const venues = [{ id: '', ...venue }]
  expect(eventTexts({ event: { id: '', languages, ...event }, parts, venues })).toEqual([])
  const texts = [
    ...[office.name, office.senderName],
    ...rooms.map(({ name }) => name),
    ...agenda.flatMap(({ title, abstract }) => [title, abstract ?? title]),
  ]
  expect(texts.filter((text) => !isWhole(text))).toEqual([])
})

test('who speaks is named in both scripts, with position and organisation in every language', () => {
  const speaking = new Set(agenda.flatMap(({ roles = [] }) => roles.map(({ person }) => person)))
  const speakers = persons.filter(({ key }) => speaking.has(key))
  expect(speakers).toHaveLength(speaking.size)
  const theirs = organisations.filter(({ key }) => speakers.some(({ organisation }) => organisation === key))
  expect(speakers.filter(({ arabic }) => !arabic)).toEqual([])
  expect(speakers.filter(({ position }) => !isWhole(position)).map(({ key }) => key)).toEqual([])
  expect(theirs.filter(({ name }) => !isWhole(name)).map(({ key }) => key)).toEqual([])
})

test('every published exhibit reads whole in every language, and what is not lacks it openly', () => {
  const missing = published.flatMap((exhibit) => {
    const { title, summary, links, picture } = exhibit
    const pictures = picture ? [{ id: picture, alt: pictureTexts[picture] }] : []
    const content = {
      title,
      summary,
      links,
      pictures,
      coverPicture: picture,
      blocks: [...blocksOf(exhibit, null), ...(pictured[exhibit.slug]?.blocks(['a', 'b']) ?? [])],
    }
    return exhibitTexts(contentOf(content), languages).map(({ path }) => `${exhibit.slug} ${path}`)
  })
  expect(missing).toEqual([])
  expect(halls.filter(({ name }) => !isWhole(name))).toEqual([])
  const labels = published.flatMap(({ links = [] }) => links.map(({ label }) => label))
  expect(labels.filter((label) => !isWhole(label))).toEqual([])
  expect(exhibits.filter(({ state, title }) => state !== 'published' && isWhole(title))).toEqual([])
})

test('sectors and governorates are ones that a visitor can choose', () => {
  expect(exhibits.flatMap(({ sectors }) => sectors).filter((sector) => !isSector(sector))).toEqual([])
  const places = exhibits.flatMap(({ governorates }) => (governorates === 'all' ? [] : governorates))
  expect(places.filter((pcode) => !isGovernorate(pcode))).toEqual([])
})

const rounds = new URL('../../../shared/data/iraq/dtm_iraq_idp_admin1.csv', import.meta.url)

test.skipIf(!existsSync(rounds))('displacement figures are those of the rounds they name', () => {
  const [head = '', ...lines] = readFileSync(rounds, 'utf8').trim().split('\n')
  const column = (name: string) => head.split(',').indexOf(name)
  const rows = lines.map((line) => {
    const cells = line.split(',')
    const [place, people, round] = ['admin1Pcode', 'numPresentIdpInd', 'roundNumber'].map(
      (name) => cells[column(name)],
    )
    return { pcode: place?.replace('IRQ-', 'IQ') ?? '', people: Number(people), round: Number(round) }
  })
  const total = (round: number) =>
    rows.filter((row) => row.round === round).reduce((sum, { people }) => sum + people, 0)

  const dtm = published.find(({ slug }) => slug === 'where-people-are')
  const shown = [...(dtm?.body?.en ?? '').matchAll(/^\| (\d+) \|.*\| ([\d,]+) \|$/gm)]
  expect(shown).toHaveLength(6)
  for (const [, round, people] of shown)
    expect(`${round}: ${people?.replaceAll(',', '')}`).toBe(`${round}: ${total(Number(round))}`)

  const latest = rows.filter(({ round }) => round === 132).toSorted((a, b) => (a.pcode < b.pcode ? -1 : 1))
  expect(displaced.map(({ people }) => people)).toEqual(latest.map(({ people }) => people))
  const of = (pcode: string) => latest.find((row) => row.pcode === pcode)?.people
  expect(dtm?.figures?.slice(1).map(({ value }) => value)).toEqual([
    ...[total(42), total(132), of('IQG15'), of('IQG09'), of('IQG11')],
  ])
})

test('the table of rounds is the same in every language', () => {
  const body = published.find(({ slug }) => slug === 'where-people-are')?.body ?? {}
  const numbers = (text = '') =>
    [...text.matchAll(/^\| *(\S+) *\|.*\| *([^|]+?) *\|$/gm)]
      .map(([, round = '', people = '']) => [round, people].map(westernDigits))
      .filter(([round]) => /^\d+$/.test(round ?? ''))
  for (const language of languages) expect(numbers(body[language])).toEqual(numbers(body.en))
})

function westernDigits(text: string): string {
  return text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/[٬, \s]/g, '')
}

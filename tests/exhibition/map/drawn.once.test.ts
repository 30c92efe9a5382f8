import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { expect, test } from 'vitest'
import { type Governorate, governorates } from '#app/exhibition/governorates.ts'
import type { Area } from '#app/exhibition/map/area.ts'
import { boundaries } from '#app/exhibition/map/boundaries.ts'
import { GovernorateMap } from '#app/exhibition/map/governorate-map.tsx'
import { MapFoot } from '#app/exhibition/map/map-foot.tsx'
import { MapLegend } from '#app/exhibition/map/map-legend.tsx'
import { PlaceTable } from '#app/exhibition/map/place-table.tsx'
import { drawnInOrder, placesWith } from '#app/exhibition/map/places.ts'
import { stepsFor } from '#app/exhibition/map/shades.ts'
import { i18nFor } from '#app/i18n/catalogue.ts'
import { type Language, languages } from '#app/i18n/languages.ts'

const halabja: Governorate = {
  pcode: 'IQG19',
  name: { en: 'Halabja', fr: 'Halabja', ar: 'حلبجة', ckb: 'هەڵەبجە' },
}
const nineteen = [...governorates, halabja]
const drawnHalabja: Area = { pcode: 'IQG19', path: 'M700 240l30 10-10 30z', at: [714, 262] }

const values = { IQG15: 7, IQG11: 3, IQG08: 0, IQG19: 2, 'IQ-G05': 98765 }

function placesIn(language: Language, all: readonly Governorate[] = nineteen) {
  return placesWith(
    {
      ...{ language, values, short: String, href: (pcode: string) => `/map/${pcode}` },
      say: (value) => (value === null ? 'no figure' : `${value} exhibits`),
    },
    all,
  )
}

/** All four parts as a page would show them. */
function drawn(language: Language, areas: readonly Area[]) {
  const places = placesIn(language)
  const steps = stepsFor(places.map(({ value }) => value))
  const shared = { places, steps, title: 'Exhibits', format: String }
  const i18n = i18nFor(language)
  const html = (element: React.ReactNode) =>
    renderToStaticMarkup(createElement(I18nextProvider, { i18n }, element))
  return {
    map: html(createElement(GovernorateMap, { places, steps, label: 'Map', areas })),
    legend: html(createElement(MapLegend, shared)),
    table: html(createElement(PlaceTable, { ...shared, caption: 'Table' })),
    foot: html(createElement(MapFoot, { places, areas })),
  }
}

const names = (html: string) => [...html.matchAll(/<title>([^<]*): /g)].map(([, name]) => name)
const rows = (html: string) => [...html.matchAll(/href="\/map\/(\w+)"/g)].map(([, pcode]) => pcode)

test('a nineteenth governorate is drawn, read out and listed as the others are', () => {
  const { map, table, foot } = drawn('en', [...boundaries, drawnHalabja])
  expect(names(map)).toHaveLength(19)
  expect(map).toContain('<title>Halabja: 2 exhibits</title>')
  expect(map.match(/<path class="area/g)).toHaveLength(19)
  // It is painted last: what it was part of may lie below it.
  expect(map.lastIndexOf('class="area')).toBe(map.indexOf('class="area', map.indexOf('M700 240l30') - 60))
  expect(rows(table)).toHaveLength(19)
  expect(foot).not.toContain('Halabja')
})

test('without an outline it is in the table, and named below the map', () => {
  const { map, table, foot } = drawn('ar', boundaries)
  expect(names(map)).toHaveLength(18)
  expect(map).not.toContain('حلبجة')
  expect(rows(table)).toContain('IQG19')
  expect(foot).toContain('<a href="/map/IQG19">حلبجة</a> (2 exhibits)')
})

test('each area says its name, its value and where it leads; codes of other lists join nothing', () => {
  const { map, table, legend } = drawn('fr', boundaries)
  expect(map).toMatch(/<a href="\/map\/IQG15"[^>]*><title>Ninive: 7 exhibits<\/title>/)
  expect(map).toContain('<title>Qadissiya: no figure</title>')
  expect([map, table, legend].some((html) => html.includes('98765'))).toBe(false)
  expect(rows(table).slice(0, 4)).toEqual(['IQG15', 'IQG11', 'IQG19', 'IQG08'])
  const shades = [...legend.matchAll(/area shade-(\w+)/g)].map(([, shade]) => shade)
  expect(shades).toEqual(['0', '1', '3', '5', 'none'])
})

test('names are met line by line from where reading begins', () => {
  const order = (language: Language) =>
    drawnInOrder(placesIn(language, governorates), language).map(({ pcode }) => pcode)
  expect(order('en').slice(0, 4)).toEqual(['IQG09', 'IQG15', 'IQG11', 'IQG13'])
  expect(order('ar').slice(0, 4)).toEqual(['IQG09', 'IQG11', 'IQG15', 'IQG06'])
  for (const language of languages) expect(new Set(order(language)).size).toBe(18)
})

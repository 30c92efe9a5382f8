import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  newDataKey,
  openKeyring,
  places,
  seal,
  sealJson,
  unseal,
  unsealJson,
} from '#app/clearance/seal.server.ts'
import { readEnv } from '#app/env.server.ts'
import { clearanceKey, otherKey } from '#tests/support/clearance.ts'

const place = places.form('event', 'attendee')

test('what is sealed opens with its key at its place, and nowhere else', () => {
  const key = newDataKey()
  const sealed = sealJson(key, { number: 'A12345678' }, place)
  expect(unsealJson(key, sealed, place)).toEqual({ number: 'A12345678' })
  expect(() => unseal(newDataKey(), sealed, place)).toThrow()
  for (const elsewhere of [
    places.form('event', 'another'),
    places.form('another', 'attendee'),
    places.list('event', 'attendee'),
  ])
    expect(() => unseal(key, sealed, elsewhere)).toThrow()
})

test('the same sealed twice looks different, and no bit of it may change', () => {
  const key = newDataKey()
  const bytes = randomBytes(40)
  const sealed = seal(key, bytes, place)
  expect(seal(key, bytes, place)).not.toBe(sealed)
  const raw = Buffer.from(sealed, 'base64')
  for (const at of [0, 12, raw.length - 17, raw.length - 1]) {
    const bent = Buffer.from(raw)
    bent[at] = (bent[at] ?? 0) ^ 1
    expect(() => unseal(key, bent.toString('base64'), place)).toThrow()
  }
  expect(() => unseal(key, raw.subarray(0, 20).toString('base64'), place)).toThrow()
})

test('keys are told apart by a print that says nothing of them', () => {
  const ring = openKeyring({ CLEARANCE_KEY: clearanceKey, CLEARANCE_KEY_OLD: otherKey })
  expect(ring?.all.map(({ id }) => id)).toEqual([
    ring?.current.id,
    openKeyring({ CLEARANCE_KEY: otherKey })?.current.id,
  ])
  expect(ring?.current.id).toMatch(/^[\w-]{8}$/)
  expect(openKeyring({})).toBeNull()
})

test('a key of another length stops the start with a line that names it', () => {
  const short = Buffer.alloc(16).toString('base64')
  expect(() => readEnv({ NODE_ENV: 'test', CLEARANCE_KEY: short })).toThrow(
    /^CLEARANCE_KEY: must be 32 random bytes/,
  )
  expect(() => readEnv({ NODE_ENV: 'test', CLEARANCE_KEY: `${clearanceKey},${otherKey}` })).toThrow(
    /^CLEARANCE_KEY: /,
  )
  expect(() => readEnv({ NODE_ENV: 'test', CLEARANCE_KEY_OLD: `${clearanceKey},${short}` })).toThrow(
    /^CLEARANCE_KEY_OLD: /,
  )
  expect(readEnv({ NODE_ENV: 'test', CLEARANCE_KEY: clearanceKey }).CLEARANCE_KEY).toBe(clearanceKey)
})

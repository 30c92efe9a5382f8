import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { qrOutline } from '#app/exhibition/qr.ts'

test('the outline covers exactly the dark squares of the code, with its quiet zone', () => {
  const address = 'https://meet.example/q/k7m2pabcde'
  const { size, path } = qrOutline(address)
  const drawn = Array.from({ length: size }, () => Array<boolean>(size).fill(false))
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let n = 0; n < Number(length); n++) (drawn[Number(y)] as boolean[])[Number(x) + n] = true
  expect(drawn).toEqual(encode(address, { ecc: 'Q', border: 4 }).data)
  expect(drawn.slice(0, 4).flat().some(Boolean)).toBe(false)
  expect(path.length).toBeLessThan(6000)
})

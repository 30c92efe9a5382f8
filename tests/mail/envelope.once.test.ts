import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isMailAddress } from '#app/mail/address.ts'
import {
  longestMailboxName,
  mailboxAddress,
  mailboxPurposes,
  readMailboxAddress,
} from '#app/mail/envelope.ts'
import { newId } from '#db/id.server.ts'

const secret = 'a-secret-of-thirty-two-characters!'
const mailbox = 'rsvp@meet.example.org'
const purposes = Object.keys(mailboxPurposes) as (keyof typeof mailboxPurposes)[]

test('an address says which message came back, or which guest answers, in any case', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.constantFrom(...purposes), (id, purpose) => {
      const address = mailboxAddress(mailbox, { purpose, id, secret })
      expect(isMailAddress(address)).toBe(true)
      for (const came of [address, address.toUpperCase(), ` ${address}\r\n`])
        expect(readMailboxAddress(came, secret)).toEqual({ purpose, id })
      // Every part is part of the proof, whichever character of it is changed.
      const [name = '', host] = address.split('@')
      for (let place = 'rsvp+'.length; place < name.length; place++) {
        const other = name[place] === 'b' ? 'c' : 'b'
        const changed = `${name.slice(0, place)}${other}${name.slice(place + 1)}@${host}`
        const read = readMailboxAddress(changed, secret)
        // The last letter of an id has two bits to spare.
        if (read) expect([place, read]).toEqual(['rsvp+b.'.length + 25, { purpose, id }])
      }
    }),
  )
})

test('it fits before the @ for the longest name a mailbox may have', () => {
  const longest = mailboxAddress(`${'x'.repeat(longestMailboxName)}@meet.example.org`, {
    purpose: 'bounce',
    id: newId(),
    secret,
  })
  expect(longest.split('@')[0]).toHaveLength(64)
})

test('what is not ours says nothing', () => {
  const id = newId()
  const ours = mailboxAddress(mailbox, { purpose: 'answer', id, secret })
  expect(readMailboxAddress(ours, `${secret}x`)).toBeNull()
  expect(readMailboxAddress(ours.replace('+r.', '+b.'), secret)).toBeNull()
  for (const other of [
    '',
    '@',
    mailbox,
    'rsvp+x@meet.example.org',
    `${ours}@evil.example`,
    'a'.repeat(100_000),
  ])
    expect(readMailboxAddress(other, secret)).toBeNull()
  expect(readMailboxAddress(ours.replace('rsvp+', 'old-name+'), secret)).toEqual({ purpose: 'answer', id })
  expect(() => mailboxAddress(mailbox, { purpose: 'bounce', id: '1@evil.example', secret })).toThrow()
})

import { expect, test } from 'vitest'
import { submitAnswer } from '#app/answers/submit.server.ts'
import { makeList } from '#app/clearance/list.server.ts'
import { readWantingAtGate } from '#app/clearance/wanting.server.ts'
import { readAwaitingMailings } from '#app/invitations/awaiting.server.ts'
import { countUnsigned } from '#app/letters/register.server.ts'
import { readStory } from '#app/routes/desk.event.guest/chapters.server.ts'
import { now } from '#tests/support/builders.ts'
import { keyring } from '#tests/support/clearance.ts'
import { anAnswer, site } from '#tests/support/guests.ts'
import { aWaitingMail } from '#tests/support/inbox.ts'
import { aKnownGuest } from '#tests/support/known-guest.ts'
import { aQuestion } from '#tests/support/questions.ts'

test('a guest’s story tells paper, mail that came in, the gate, questions and rights, in order and to its own event', async () => {
  const { database, event, other, guest } = await aKnownGuest()
  const { attendeeId } = guest
  await aWaitingMail(database, { ...event, eventId: event.id, invitationId: guest.id, attendeeId })
  const question = await aQuestion(database, event, { kind: 'short', label: { en: 'Hotel' } })
  for (const answer of ['by the river', 'by the river', 'none']) {
    const said = [{ attendeeId, answers: { [question.id]: [answer] } }]
    const given = anAnswer(event.meeting.id, 'accepted', { said })
    await submitAnswer(database, guest.scope, { given, site, now })
  }
  await makeList(database, keyring, event.scope, { now: new Date(now.getTime() + 1000) })
  const story = await readStory(database.read, event.scope, guest.id)
  const kinds = new Set(story.map(({ kind }) => kind))
  const expected = ['made', 'mail', 'answer', 'said', 'note', 'letter', 'inbox', 'gate', 'rights']
  expect(expected.filter((kind) => !kinds.has(kind as 'made'))).toEqual([])
  const times = story.map(({ at }) => at.getTime())
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(story.flatMap((chapter) => (chapter.kind === 'gate' ? [[chapter.what, chapter.list]] : []))).toEqual(
    [
      ...[
        ['filled', null],
        ['listed', 1],
      ],
    ],
  )
  expect(story.flatMap((chapter) => (chapter.kind === 'said' ? chapter.said : []))).toEqual([
    { label: { en: 'Hotel' }, isNew: true },
    { label: { en: 'Hotel' }, isNew: false },
  ])
  expect(await readStory(database.read, other.scope, guest.id)).toEqual([])
  // Neither what is sealed nor what was said is in it.
  expect(JSON.stringify(story)).not.toMatch(/199012345678|by the river/)
})

test('what needs somebody now is counted: unsigned letters, missing forms, and letters to many', async () => {
  const { database, event } = await aKnownGuest()
  expect(await countUnsigned(database.read, event.scope)).toBeGreaterThan(0)
  expect(await readWantingAtGate(database.read, event.scope, now)).toMatchObject({
    count: expect.any(Number),
  })
  expect(await readAwaitingMailings(database.read, event.scope)).toMatchObject({ unapproved: [], missed: [] })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moved } from '#app/events/order.ts'
import { conditionsAbove, isMet, pointsUpwards, type Question, type Said } from '#app/questions/rules.ts'
import { slotsNeeded, slotsOf } from '#app/questions/slots.ts'
import { takeSaid } from '#app/questions/typed.ts'

type Asked = Question & { isDemanded: boolean }

function asked(given: Partial<Asked>): Asked {
  return {
    ...{ id: 'q', partId: null, kind: 'short', label: {}, hint: {}, options: [], isRequired: false },
    ...{ audience: 'everybody', condition: null, least: null, most: null, isSensitive: false },
    isDemanded: false,
    ...given,
  }
}

function read(given: Partial<Asked>, ...typed: string[]) {
  const { said, problems } = takeSaid([asked(given)], () => typed)
  return said.get('q') ?? problems.get('q') ?? null
}

const options = ['a', 'b', 'c'].map((id) => ({ id, text: { en: id }, isOffered: true }))

/** Up to eight questions, each waiting for one above it, for an option of it or for any answer, or for nothing. */
const questionnaires = fc
  .array(
    fc.record({
      kind: fc.constantFrom('choice' as const, 'several' as const, 'short' as const),
      cause: fc.option(fc.nat(6)),
      wanted: fc.subarray(['a', 'b', 'c']),
      isDemanded: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((drafts) =>
    drafts.map(({ kind, cause, wanted, isDemanded }, index) => {
      const above = cause === null || index === 0 ? null : drafts[cause % index]
      const condition = above && {
        questionId: String((cause ?? 0) % index),
        options: above.kind === 'short' ? [] : wanted,
      }
      return asked({ id: String(index), kind, options, condition, isDemanded })
    }),
  )
const answersTo = fc.array(fc.subarray(['a', 'b', 'c', '']), { minLength: 8, maxLength: 8 })

/** A question is seen when each question it waits for is seen and answered as it wants: written down once more, from the top. */
function seenByRule(questions: readonly Asked[], typed: (id: string) => readonly string[]) {
  const seen = new Map<string, Said>()
  for (const question of questions) {
    const chain = conditionsAbove(questions, question.id)
    const isSeen = chain.every(({ questionId, options: wanted }) => {
      const answer = seen.get(questionId) ?? []
      return answer.length > 0 && (!wanted.length || wanted.some((one) => answer.includes(one)))
    })
    if (!isSeen) continue
    const chosen = typed(question.id).filter(Boolean)
    const isBroken = question.kind === 'choice' && chosen.length > 1
    seen.set(question.id, isBroken ? [] : question.kind === 'short' ? chosen.slice(0, 1) : chosen)
  }
  return seen
}

test('what is taken is what is seen and answered, and only what is seen is demanded', () => {
  fc.assert(
    fc.property(questionnaires, answersTo, (questions, answers) => {
      const typed = (id: string) => {
        const all = answers[Number(id)] ?? []
        return questions[Number(id)]?.kind === 'short' ? all.filter(Boolean).slice(0, 1) : all
      }
      const { said, problems } = takeSaid(questions, typed)
      const seen = seenByRule(questions, typed)
      for (const { id, isDemanded } of questions) {
        expect(said.get(id) ?? []).toEqual(seen.get(id) ?? [])
        if (!seen.has(id)) expect(problems.has(id)).toBe(false)
        if (problems.get(id) === 'required') expect([isDemanded, seen.get(id)]).toEqual([true, []])
        if (isDemanded && seen.get(id)?.length === 0) expect(problems.has(id)).toBe(true)
      }
      // Read once more, nothing changes: a verb judges what a page has judged before.
      expect(takeSaid(questions, (id) => said.get(id) ?? []).said).toEqual(said)
    }),
  )
})

test('however questions are moved, what is allowed never lets a condition point downwards', () => {
  fc.assert(
    fc.property(
      questionnaires,
      fc.array(fc.tuple(fc.nat(7), fc.constantFrom('up' as const, 'down' as const))),
      (questions, moves) => {
        let order: readonly Asked[] = questions
        for (const [index, direction] of moves) {
          const next = moved(order, String(index % questions.length), direction)
          if (next && pointsUpwards(next)) order = next
        }
        order.forEach(({ condition }, index) => {
          const place = condition ? order.findIndex(({ id }) => id === condition.questionId) : -1
          expect(place).toBeLessThan(index)
        })
        // So a page can show each question by numbers of what stands above it.
        const slots = slotsOf(order)
        for (const { id, condition } of order)
          expect(slotsNeeded(slots, order, id)?.length === 0).toBe(condition === null)
      },
    ),
  )
})

test('numbers are understood in every script and with whatever groups them', () => {
  const number = { kind: 'number' as const }
  const typed = ['12', '١٢', '۱۲', ' 1 200 ', '١٬٢٠٠', '1,200', '1,5', '١٫٥', '-٣', '0.50', '007']
  expect(typed.map((text) => read(number, text))).toEqual(
    ['12', '12', '12', '1200', '1200', '1200', '1.5', '1.5', '-3', '0.5', '7'].map((text) => [text]),
  )
  for (const text of ['two', '1e5', '1.2.3', '٣ غرف', '0x10', 'Infinity', '9999999999999'])
    expect([text, read(number, text)]).toEqual([text, 'notANumber'])
  const few = { ...number, least: '1', most: '10' }
  expect(['0', '١', '10', '١١'].map((text) => read(few, text))).toEqual([
    'numberTooSmall',
    ['1'],
    ['10'],
    'numberTooLarge',
  ])
})

test('days are understood as a date field sends them and as people write them', () => {
  const day = { kind: 'date' as const, least: '2026-12-12', most: '2026-12-15' }
  const typed = ['2026-12-14', '14/12/2026', '١٤/١٢/٢٠٢٦', '۱۴-۱۲-۲۰۲۶', '14.12.2026']
  expect(typed.map((text) => read(day, text))).toEqual(typed.map(() => ['2026-12-14']))
  expect(['2026-12-11', '2026-12-16'].map((text) => read(day, text))).toEqual(['dateTooEarly', 'dateTooLate'])
  for (const text of ['31/11/2026', '2026-02-30', 'tomorrow', '14/12'])
    expect([text, read({ kind: 'date' }, text)]).toEqual([text, 'notADate'])
})

test('texts lose controls, and options that are not offered are not taken anew', () => {
  expect(read({ kind: 'short' }, ' a\u202eb\n')).toEqual(['a b'])
  expect(read({ kind: 'long' }, ' one\r\ntwo ')).toEqual(['one\ntwo'])
  expect(read({ kind: 'short' }, 'x'.repeat(301))).toBe('tooLong')
  const retired = options.map((option) => ({ ...option, isOffered: option.id !== 'b' }))
  const choice = asked({ kind: 'choice', options: retired })
  expect(takeSaid([choice], () => ['b']).problems.get('q')).toBe('notOffered')
  expect(takeSaid([choice], () => ['b'], new Map([['q', ['b']]])).said.get('q')).toEqual(['b'])
  expect(takeSaid([choice], () => ['a', 'c']).problems.get('q')).toBe('notOffered')
  expect(isMet({ questionId: 'q', options: [] }, new Map([['q', []]]))).toBe(false)
})

import { expect, test } from 'vitest'
import { readRequestForm } from '#app/http/form.server.ts'

const send = (body: BodyInit | undefined, headers: Record<string, string> = {}) =>
  readRequestForm(new Request('https://majlis.example/sign-in', { method: 'POST', body, headers }))
const fields = (text: string) => send(text, { 'Content-Type': 'application/x-www-form-urlencoded' })
const refusal = async (form: Promise<FormData>) =>
  form.catch((reason: unknown) => (reason as Response).status)

test('a form keeps the fields that pages name, in their order', async () => {
  const sent = 'name.ar=%D8%B9&answers[0].part=a&answers[12].reason=b&choice-7=take&id=1&id=2&tags[]=x'
  expect([...(await fields(sent))]).toEqual([
    ['name.ar', 'ع'],
    ['answers[0].part', 'a'],
    ['answers[12].reason', 'b'],
    ['choice-7', 'take'],
    ['id', '1'],
    ['id', '2'],
    ['tags[]', 'x'],
  ])
})

test('a form loses what would hang or break whoever reads it', async () => {
  const hostile = [
    'email[99999999]',
    'names[4294967294].name',
    'a[9][9]',
    '__intent__',
    '__state__',
    '__proto__[x]',
    `a${'.a'.repeat(10_000)}`,
    'x'.repeat(100),
    '[',
    'a..b',
    'a%00b',
    '',
  ]
  expect([...(await fields(hostile.map((name) => `${name}=1`).join('&')))]).toEqual([])
})

test('a NUL in what was typed is left out', async () => {
  expect([...(await fields('name=A%00li'))]).toEqual([['name', 'Ali']])
})

test('a file comes as it was sent', async () => {
  const sent = new FormData()
  sent.set('file', new File(['a\0b'], 'list.csv'))
  const file = (await send(sent)).get('file') as File
  expect([file.name, await file.text()]).toEqual(['list.csv', 'a\0b'])
})

test.for([
  ['nothing', undefined, {}],
  ['JSON', '{}', { 'Content-Type': 'application/json' }],
  ['parts without a boundary', 'x', { 'Content-Type': 'multipart/form-data' }],
  ['parts cut short', '--x\r\nContent-Dis', { 'Content-Type': 'multipart/form-data; boundary=x' }],
] as const)('%s is no form', async ([, body, headers]) => {
  expect(await refusal(send(body, headers))).toBe(400)
})

test('more than any page sends is refused', async () => {
  const many = (count: number, name: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => `${name(n)}=1`).join('&')
  expect(await refusal(fields(many(4000, () => 'id')))).toBeInstanceOf(FormData)
  expect(await refusal(fields(many(4001, () => 'id')))).toBe(413)
  expect(await refusal(fields(many(50, (n) => `list${n}[999]`)))).toBe(413)
  // 300 delegates, each with six fields.
  const delegates = many(1800, (n) => `names[${Math.floor(n / 6)}].f${n % 6}`)
  expect(await refusal(fields(delegates))).toBeInstanceOf(FormData)
})

import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { expect, onTestFinished, test } from 'vitest'
import { readEnv, SettingError } from '#app/env.server.ts'
import { dkimRecord, isPublished } from '#app/mail/dkim.server.ts'
import { postOf } from '#app/mail/post.server.ts'
import { createTransport } from '#app/mail/transport.server.ts'
import { aStoredMessage } from '#tests/support/mail.ts'
import { smtpSink } from '#tests/support/smtp.ts'

const pem = (modulusLength: number) =>
  generateKeyPairSync('rsa', { modulusLength }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const key = pem(2048)
const settings: NodeJS.ProcessEnv = {
  NODE_ENV: 'test',
  DKIM_DOMAIN: 'majlis.example',
  DKIM_SELECTOR: 'm1',
  DKIM_KEY: key,
}

test('what we sign is taken as ours by a verifier that is not, unsubscribing included', async () => {
  const env = readEnv(settings)
  const sink = await smtpSink()
  const transport = createTransport({ url: sink.url, connections: 1, dkim: env.dkim, post: postOf(env) })
  onTestFinished(async () => {
    transport.close()
    await sink.close()
  })
  const subject = 'دعوة إلى اجتماع شركاء برنامج إنعاش المجتمع '.repeat(3)
  expect(await transport.deliver(aStoredMessage({ kind: 'announcement', subject }))).toMatchObject({
    outcome: 'sent',
  })
  const raw = sink.received[0]?.raw ?? ''
  const { name, text } = dkimRecord(env.dkim ?? expect.fail())
  const resolver = async (asked: string) => {
    expect(asked).toBe(name)
    return [[text]]
  }
  const verdict = async (mail: string) => (await dkimVerify(mail, { resolver })).results
  const [result] = await verdict(raw)
  expect(result).toMatchObject({
    signingDomain: 'majlis.example',
    status: { result: 'pass', aligned: 'majlis.example' },
  })
  const covered = result?.signingHeaders?.keys.toLowerCase().split(/[:\s]+/)
  expect(covered).toEqual(
    expect.arrayContaining([
      'from',
      'to',
      'subject',
      'date',
      'list-id',
      'list-unsubscribe',
      'list-unsubscribe-post',
    ]),
  )
  const [forged] = await verdict(raw.replace('/u/', '/v/'))
  expect(forged?.status.result).toBe('fail')
})

test('a line lost in the middle of a signed mail may be tried again', async () => {
  const sink = await smtpSink(({ stage }) => (stage === 'data' ? 'reset' : undefined))
  const transport = createTransport({ url: sink.url, connections: 1, dkim: readEnv(settings).dkim })
  onTestFinished(async () => {
    transport.close()
    await sink.close()
  })
  const text = `${'x'.repeat(70)}\n`.repeat(100_000)
  expect(await transport.deliver(aStoredMessage({ text }))).toMatchObject({
    outcome: 'retry',
    fault: 'connection',
  })
})

test('the key may stand in a file, or in the settings with its line breaks written out', () => {
  const file = join(tmpdir(), `majlis-dkim-${process.pid}.pem`)
  writeFileSync(file, key)
  const { DKIM_KEY: _, ...others } = settings
  const ways = [
    { ...others, DKIM_KEY_FILE: file },
    { ...settings, DKIM_KEY: key.replaceAll('\n', '\\n') },
  ]
  for (const way of ways)
    expect(readEnv(way).dkim).toEqual({ domainName: 'majlis.example', keySelector: 'm1', privateKey: key })
  expect(readEnv({ NODE_ENV: 'test' }).dkim).toBeNull()
})

test.each([
  [{ DKIM_DOMAIN: '' }, /^DKIM_DOMAIN: /],
  [{ DKIM_DOMAIN: 'majlis' }, /^DKIM_DOMAIN: /],
  [{ DKIM_SELECTOR: 'a b' }, /^DKIM_SELECTOR: /],
  [{ DKIM_KEY: '' }, /^DKIM_KEY_FILE: /],
  [{ DKIM_KEY: '', DKIM_KEY_FILE: '/nowhere/key.pem' }, /^DKIM_KEY_FILE: this file cannot be read$/],
  [{ DKIM_KEY: 'secret' }, /^DKIM_KEY: this is no RSA private key/],
  [{ DKIM_KEY: pem(512) }, /^DKIM_KEY: this is no RSA private key of 1024/],
])('with %o Majlis does not start, and says so in one line without the key', (wrong, line) => {
  const start = () => readEnv({ ...settings, ...wrong })
  expect(start).toThrow(SettingError)
  expect(start).toThrow(line)
})

test('it is known whether the key is published', async () => {
  const dkim = readEnv(settings).dkim ?? expect.fail()
  const { text } = dkimRecord(dkim)
  const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }))
  expect(await isPublished(dkim, async () => [[text.slice(0, 200), text.slice(200)]])).toBe('published')
  expect(await isPublished(dkim, async () => [['v=DKIM1; p=other']])).toBe('other')
  expect(await isPublished(dkim, failing('ENOTFOUND'))).toBe('missing')
  expect(await isPublished(dkim, failing('ETIMEOUT'))).toBe('unknown')
})

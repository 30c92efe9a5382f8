import type { LoaderFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import { askForChanges } from '#app/answers/booth-review.server.ts'
import { withBlock, withoutBlock } from '#app/exhibition/content/change.ts'
import { readDraft, saveDraft } from '#app/exhibition/content/draft.server.ts'
import { publishExhibit } from '#app/exhibition/content/publish.server.ts'
import { uploadDocument } from '#app/exhibition/content/upload.server.ts'
import { lastPublished } from '#app/exhibition/content/versions.server.ts'
import { readComments } from '#app/exhibition/team/comments.server.ts'
import { setLocks } from '#app/exhibition/team/locks.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { action, loader } from '#app/routes/booth/route.tsx'
import { loader as handoutOfTeam } from '#app/routes/booth.handout/route.tsx'
import { loader as previewOf } from '#app/routes/booth.preview/route.tsx'
import { loader as handoutOfAll } from '#app/routes/handout/route.tsx'
import { newId } from '#db/id.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aPdf } from '#tests/support/documents.ts'
import { aMemberOfTeam, anExhibit, aStore } from '#tests/support/exhibition.ts'
import { site } from '#tests/support/guests.ts'

/** A team with a booth, asking the page of their link as a browser would. */
async function aBooth() {
  const database = await testDatabase()
  const event = await anEvent(database)
  const text = { id: 'text', kind: 'text' as const, heading: {}, text: { en: 'As fixed' } }
  const exhibitId = await anExhibit(database, event, { blocks: [text] })
  const { token } = await aMemberOfTeam(database, event, exhibitId)
  const env = { APP_URL: site.appUrl, APP_SECRET: site.secret }
  const context = { database, files: aStore(), now: () => now, env } as unknown as MajlisContext
  const asked = (search: string, init?: RequestInit, key = token) => {
    const request = new Request(`https://majlis.example/b/${key}${search}`, init)
    return { request, params: { token: key }, context } as unknown as LoaderFunctionArgs
  }
  const send = async (form: Record<string, string>, key = token) => {
    const body = new URLSearchParams(form)
    return answerOf(action(asked('?lang=ar', { method: 'POST', body }, key)))
  }
  const draft = async () => {
    const found = await readDraft(database.read, event.scope, exhibitId)
    if (!found) throw new Error('no draft')
    return found
  }
  return { database, event, exhibitId, token, asked, send, draft }
}

type Answered = {
  data?: { refused?: string; conflict?: object; result?: { error?: object } }
  init?: ResponseInit
}

async function answerOf(answer: Promise<unknown>) {
  const given = await answer.catch((reason: unknown) => reason)
  if (given instanceof Response) return { status: given.status, to: given.headers.get('Location') }
  const { data, init } = given as Answered
  return { status: init?.status ?? 200, ...data }
}

test('a team writes in its language, hands in, is asked for changes by mail and hands in again', async () => {
  const { database, event, exhibitId, token, send, draft } = await aBooth()
  const texts = { intent: 'texts', seen: '1', 'title.ar': 'شارع رُمّم معاً', 'summary.ar': 'مشاريع' }
  expect(await send({ ...texts, 'title.en': 'A street' })).toMatchObject({
    status: 303,
    to: `/b/${token}?done=saved`,
  })
  expect((await draft()).content.title).toEqual({ en: 'A street', ar: 'شارع رُمّم معاً' })
  expect(await send({ intent: 'submit' })).toMatchObject({ status: 303 })
  expect((await draft()).exhibit.state).toBe('submitted')
  const changes = { id: newId(), exhibitId, text: 'Please add <b>figures</b>', site, now }
  expect(await askForChanges(database, event.scope, changes)).toEqual({ ok: true, mailed: 1 })
  expect((await draft()).exhibit.state).toBe('draft')
  const [mail] = await database.read.select().from(messages)
  expect([mail?.to.address, mail?.kind]).toEqual(['hana@ngo.example', 'notice'])
  expect(mail?.text).toContain('Please add <b>figures</b>')
  expect(mail?.html).not.toContain('<b>figures')
  const [comment] = await readComments(database.read, exhibitId)
  expect(comment).toMatchObject({
    text: 'Please add <b>figures</b>',
    blockId: null,
    isTeam: false,
    doneAt: null,
  })
  await send({ intent: 'comment', text: 'Which ones?', about: 'text' })
  await send({ intent: 'settle', comment: comment?.id ?? '' })
  const said = await readComments(database.read, exhibitId)
  expect(said.map(({ by, blockId, doneAt }) => [by, blockId, doneAt !== null])).toEqual([
    [null, null, true],
    ['Hana Aziz', 'text', false],
  ])
  expect(await send({ intent: 'submit' })).toMatchObject({ status: 303 })
})

test('what visitors see stays while the team writes on, and only the desk publishes', async () => {
  const { database, event, exhibitId, send, draft } = await aBooth()
  await database.write((tx) => publishExhibit(tx, event.scope, { exhibitId, now }))
  await send({ intent: 'texts', seen: '1', 'title.en': 'Another', 'summary.en': 'Summary' })
  expect((await lastPublished(database.read, exhibitId))?.content.title.en).toBe('A street repaired together')
  expect((await draft()).exhibit).toMatchObject({ state: 'published', ahead: 'changed' })
  for (const intent of [
    'publish',
    'unpublish',
    'restore',
    'discard',
    'remove',
    'locks',
    'place',
    'addMember',
  ])
    expect([intent, (await send({ intent })).status]).toEqual([intent, 404])
  expect(await send({ intent: 'submit' })).toMatchObject({ status: 303 })
  expect((await draft()).exhibit).toMatchObject({ state: 'published', ahead: 'submitted' })
})

test('what its editor keeps is shown to a team and not changed by it, by whatever form', async () => {
  const { database, event, exhibitId, send, draft, asked } = await aBooth()
  const lock = (parts: string[]) =>
    database.write((tx) => setLocks(tx, event.scope, { exhibitId, parts, now }))
  expect(await lock(['facts', 'blocks/text', 'blocks/none', 'title'])).toEqual({ ok: true })
  const before = (await draft()).content
  const block = { intent: 'block', kind: 'text', block: 'text', seen: '1', 'text.en': 'Mine' }
  const facts = { intent: 'facts', seen: '1', sectors: 'shelter', 'contact.name': 'Me' }
  for (const form of [block, facts, { intent: 'removeBlock', block: 'text', seen: '1' }])
    expect([form.intent, (await send(form)).status]).toEqual([form.intent, 409])
  expect((await draft()).content).toEqual(before)
  const page = (await loader(asked('?lang=ar&block=text'))) as {
    editor: { open: object; locks: readonly string[] }
  }
  expect(page.editor.open).toMatchObject({ block: '', isWriting: false })
  expect(page.editor.locks.toSorted()).toEqual(['blocks/text', 'facts'])
  // The desk goes on writing it, and the team what is not kept.
  const change = withoutBlock('text')
  expect(await database.write((tx) => saveDraft(tx, event.scope, { exhibitId, change, now }))).toMatchObject({
    ok: true,
  })
  expect(await send({ intent: 'texts', seen: '2', 'title.en': 'Ours' })).toMatchObject({ status: 303 })
})

test('a document that is only in the draft is its team’s and its editors’, and nobody else’s', async () => {
  const { database, event, exhibitId, token, asked } = await aBooth()
  const { context } = asked('')
  const stores = { database, files: context.files }
  let media = ''
  const name = 'حقائق"\r\nSet-Cookie: a=b.pdf'
  const offered = (document: string) => {
    media = document
    return withBlock({ id: 'sheet', kind: 'document', heading: {}, about: {}, document }, [])
  }
  await uploadDocument(stores, event.scope, { exhibitId, name, bytes: aPdf, change: offered, now })
  const ofTeam = async (key: string, handout = media) => {
    const args = asked('', {}, key)
    return answered(handoutOfTeam({ ...args, params: { ...args.params, handout } }))
  }
  const ofAll = () => {
    const user = async () => null
    const params = { event: event.slug, handout: media }
    return answered(
      handoutOfAll({ ...asked(''), params, context: { ...context, user } } as LoaderFunctionArgs),
    )
  }
  const mine = await ofTeam(token)
  expect([
    mine.status,
    Buffer.from(await mine.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ]).toEqual([200, '%PDF-'])
  expect(Object.fromEntries(mine.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="Set-Cookie-a-b.pdf"',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  })
  expect((await ofAll()).status).toBe(404)
  const elsewhere = await anExhibit(database, event)
  const { token: theirs } = await aMemberOfTeam(database, event, elsewhere, { email: 'x@ngo.example' })
  for (const [key, id] of [
    [theirs, media],
    [token, 'nothing'],
    ['no-such-token', media],
  ] as const)
    expect((await ofTeam(key, id)).status).toBe(404)
  await database.write((tx) => publishExhibit(tx, event.scope, { exhibitId, now }))
  expect((await ofAll()).status).toBe(200)
  expect(await previewOf(asked('?lang=en'))).toMatchObject({ handouts: `/b/${token}/handouts` })
})

async function answered(loaded: Promise<Response>): Promise<Response> {
  return loaded.catch((reason: unknown) => {
    if (reason instanceof Response) return reason
    throw reason
  })
}

test('a link shows its own exhibit in the language chosen before; foreign blocks, links and comments are not there', async () => {
  const { asked, send, token, database } = await aBooth()
  const to = async (search: string, headers = {}) =>
    (await answerOf(loader(asked(search, { headers })))) as { to?: string }
  expect((await to('')).to).toBe(`/b/${token}?lang=ar`)
  const Referer = `https://majlis.example/b/${token}?lang=ckb`
  expect((await to('?done=saved', { Referer })).to).toBe(`/b/${token}?done=saved&lang=ckb`)
  expect(await answerOf(loader(asked('?lang=ar', {}, 'no-such-token')))).toMatchObject({ status: 404 })
  expect(await send({ intent: 'submit' }, 'no-such-token')).toMatchObject({ status: 404 })
  const other = await anEvent(database)
  const foreign = await anExhibit(database, other, {
    blocks: [{ id: 'theirs', kind: 'text', heading: {}, text: { en: 'Theirs' } }],
  })
  expect(await send({ intent: 'comment', text: 'x', about: 'theirs' })).toMatchObject({ status: 404 })
  expect(await send({ intent: 'settle', comment: 'nobody' })).toMatchObject({ status: 404 })
  expect(await send({ intent: 'comment', text: '' })).toMatchObject({ status: 400 })
  expect(await readComments(database.read, foreign)).toEqual([])
})

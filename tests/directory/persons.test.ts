import { expect, test } from 'vitest'
import { organisationForm, personForm, personOf } from '#app/directory/forms.ts'
import { importGuests } from '#app/directory/import.server.ts'
import {
  addOrganisation,
  editOrganisation,
  findOrganisation,
  removeOrganisation,
} from '#app/directory/organisations.server.ts'
import { addPerson, editPerson, findPerson, removePerson } from '#app/directory/persons.server.ts'
import { readForm } from '#app/ui/read-form.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { personEmails, persons } from '#db/schema/directory.server.ts'
import { anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'

const given = (form: Record<string, string>) => {
  const submission = readForm(new URLSearchParams(form), personForm)
  if (submission.status !== 'success') throw new Error(JSON.stringify(submission.reply().error))
  return personOf(submission.value)
}
const errorsOf = (form: Record<string, string>) =>
  readForm(new URLSearchParams(form), personForm).reply().error

const institution = (given: Partial<Parameters<typeof addOrganisation>[2]['content']> = {}) => ({
  ...{ kind: 'ministry' as const, name: { en: 'Ministry of Planning' }, acronym: null, aliases: [] },
  ...{ parentId: null, email: null, phone: null, language: null, precedence: null, tags: [], notes: '' },
  ...given,
})

test('a person is kept as written, and mail goes to the first address', async () => {
  const database = await testDatabase()
  const { scope } = await anOffice(database)
  const content = given({
    ...{
      latin: 'mcDONALD  de la\u202e Cruz',
      arabic: 'أحمد',
      addresses: 'MiXed@UN.example\r\nb@un.example; mixed@un.example',
    },
    ...{
      'position.en': 'head OF office',
      phone: '+964 770',
      tags: 'vip, VIP; donor',
      notes: 'one\r\ntwo\u0000',
    },
  })
  const added = await database.write((tx) => addPerson(tx, scope, { content, now }))
  if (!added.ok) throw new Error(added.reason)
  expect(await findPerson(database.read, scope, added.id)).toMatchObject({
    names: { latin: { full: 'mcDONALD de la Cruz' }, arabic: { full: 'أحمد' } },
    position: { en: 'head OF office' },
    phone: '+964 770',
    tags: ['vip', 'donor'],
    notes: 'one\ntwo',
    addresses: [
      { address: 'MiXed@UN.example', isFailing: false },
      { address: 'b@un.example', isFailing: false },
    ],
  })
})

test('what cannot be kept is said beside its field', () => {
  expect(errorsOf({ addresses: 'a@b.example' })).toEqual({ latin: ['directory:error.name'] })
  expect(errorsOf({ latin: '\u202e\u0000' })).toEqual({ latin: ['directory:error.name'] })
  expect(errorsOf({ latin: 'A', addresses: 'karwan(at)rwanga.example' })).toEqual({
    addresses: ['directory:error.address'],
  })
  expect(errorsOf({ latin: 'x'.repeat(201), precedence: '0' })).toEqual({
    latin: ['tooLong'],
    precedence: ['number'],
  })
})

test('an address that stays keeps what is known of it when others come before it', async () => {
  const database = await testDatabase()
  const { scope } = await anOffice(database)
  const added = await database.write((tx) =>
    addPerson(tx, scope, { content: given({ latin: 'A', addresses: 'a@un.example b@un.example' }), now }),
  )
  if (!added.ok) throw new Error(added.reason)
  await database.write((tx) => tx.update(personEmails).set({ isFailing: true }))
  const content = given({ latin: 'A', addresses: 'new@un.example B@un.example' })
  await database.write((tx) => editPerson(tx, scope, { personId: added.id, content, now }))
  expect((await findPerson(database.read, scope, added.id))?.addresses).toEqual([
    { address: 'new@un.example', isFailing: false },
    { address: 'B@un.example', isFailing: true },
  ])
  expect((await database.read.select().from(auditEntries)).map(({ action }) => action)).toEqual([
    'person.add',
    'person.edit',
  ])
})

test('another office neither sees, changes nor removes a person or an organisation, nor puts people there', async () => {
  const database = await testDatabase()
  const [ours, theirs] = [await anOffice(database), await anOffice(database)]
  const content = given({ latin: 'A' })
  const person = await database.write((tx) => addPerson(tx, theirs.scope, { content, now }))
  const ministry = await database.write((tx) =>
    addOrganisation(tx, theirs.scope, { content: institution(), now }),
  )
  if (!person.ok || !ministry.ok) throw new Error('not added')
  const [personId, organisationId] = [person.id, ministry.id]
  expect(await findPerson(database.read, ours.scope, personId)).toBe(null)
  expect(await findOrganisation(database.read, ours.scope, organisationId)).toBe(null)
  const notFound = { ok: false, reason: 'notFound' }
  const here = { content: { ...content, organisationId }, now }
  const there = { content: institution({ parentId: organisationId }), now }
  await database.write(async (tx) => {
    expect(await editPerson(tx, ours.scope, { personId, content, now })).toEqual(notFound)
    expect(await removePerson(tx, ours.scope, { personId, now })).toEqual(notFound)
    expect(await addPerson(tx, ours.scope, here)).toEqual({ ok: false, reason: 'noOrganisation' })
    expect(await editOrganisation(tx, ours.scope, { organisationId, ...there })).toEqual(notFound)
    expect(await removeOrganisation(tx, ours.scope, { organisationId, now })).toEqual(notFound)
    expect(await addOrganisation(tx, ours.scope, there)).toEqual({ ok: false, reason: 'noParent' })
  })
  expect(await database.read.$count(persons)).toBe(1)
})

test('an organisation is never part of itself, and its people stay when it goes', async () => {
  const database = await testDatabase()
  const { scope } = await anOffice(database)
  const add = async (parentId: string | null) => {
    const added = await database.write((tx) =>
      addOrganisation(tx, scope, { content: institution({ parentId }), now }),
    )
    if (!added.ok) throw new Error(added.reason)
    return added.id
  }
  const top = await add(null)
  const part = await add(top)
  const below = { organisationId: top, content: institution({ parentId: part }), now }
  expect(await database.write((tx) => editOrganisation(tx, scope, below))).toEqual({
    ok: false,
    reason: 'ownParent',
  })
  const content = { ...given({ latin: 'A' }), organisationId: top }
  const person = await database.write((tx) => addPerson(tx, scope, { content, now }))
  await database.write((tx) => removeOrganisation(tx, scope, { organisationId: top, now }))
  expect((await findOrganisation(database.read, scope, part))?.parentId).toBe(null)
  expect((await findPerson(database.read, scope, person.ok ? person.id : ''))?.organisationId).toBe(null)
})

test('an organisation needs a name in one language', () => {
  const errors = (form: Record<string, string>) =>
    readForm(new URLSearchParams({ kind: 'ngo', ...form }), organisationForm).reply().error
  expect(errors({})).toEqual({ name: ['required'] })
  expect(errors({ 'name.ckb': 'ڕێکخراو', email: 'x' })).toEqual({ email: ['email'] })
  expect(errors({ 'name.ckb': 'ڕێکخراو' })).toBe(undefined)
})

test('an import finds who was written by hand', async () => {
  const database = await testDatabase()
  const { scope } = await anOffice(database)
  const content = given({ latin: 'Shirin Aziz', arabic: 'شیرین عەزیز', addresses: 's@jcc.example' })
  await database.write((tx) => addPerson(tx, scope, { content, now }))
  const bytes = new TextEncoder().encode('ناو;ئیمەیڵ\nد. شیرین عەزیز;S@jcc.example\n')
  const taken = await importGuests(database, scope, { fileName: 'g.csv', bytes, now })
  expect(taken).toMatchObject({ report: { counts: { new: 0, update: 0, same: 1, leave: 0 } } })
})

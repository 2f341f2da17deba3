import type { LibraryShelf } from '@rodnik/contract/library'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, guestOf, signedIn, startApi } from '../../../../test/api.ts'
import { asked } from '../../../../test/notices.ts'
import { openPdf, structureOf, wordsOf } from '../../../../test/pdf.ts'
import { aResident } from '../../../../test/people.ts'
import { runReferenceLoad } from '../../../load-reference.ts'

const FOLDER = 'prisma/reference/chelyabinsk'

let api: Api
beforeAll(async () => {
  api = await startApi({ now: '2026-11-24T05:00:00Z' })
})
afterAll(() => api.stop())

const shelves = async () =>
  (await asked(api, '/public/documents')).json<{ sections: LibraryShelf[] }>().sections
const formId = async (code = 'meter-sealing') =>
  (await api.db.libraryDocument.findUniqueOrThrow({ where: { code } })).id

let flats = 44
/** Anna's flat with a meter; she has told us her telephone. */
async function anna() {
  const person = await aResident(api, { phone: '+79123456789' })
  const flat = String((flats += 1))
  const account = await api.given.account({
    street: 'улица Труда',
    flat,
    holderName: 'Петрова Анна Сергеевна',
  })
  await api.given.meter(account.id, { serial: '77-001122' })
  await api.given.link(person.id, account.id)
  return { ...person, account }
}

test('the reference data bring forms for every section, and loading them again changes nothing', async () => {
  const sections = await shelves()

  expect(sections.map(({ code }) => code)).toEqual(['meters', 'recalculation', 'contracts', 'legal'])
  expect(sections.flatMap(({ documents }) => documents).length).toBeGreaterThanOrEqual(6)
  expect(await runReferenceLoad(FOLDER, api.databaseUrl)).toEqual([])
})

test('everybody downloads each form empty, as a PDF that a screen reader can follow', async () => {
  for (const { id } of (await shelves()).flatMap(({ documents }) => documents)) {
    const { headers, rawPayload } = await asked(api, `/public/documents/${id}/file`)
    expect(headers['content-type']).toBe('application/pdf')
    expect(await structureOf(rawPayload)).toContain('H1')
    expect((await openPdf(rawPayload)).numPages).toBeLessThanOrEqual(2)
    expect(await wordsOf(rawPayload)).not.toMatch(/[{}]/)
  }
})

test('an empty form has a name, by which it is not sent twice', async () => {
  const url = `/public/documents/${await formId()}/file`
  const { headers } = await asked(api, url)

  expect((await asked(api, url, { 'if-none-match': String(headers.etag) })).statusCode).toBe(304)
})

test('the owner has a form with number, address, name, meters and telephone, which nobody stores', async () => {
  const person = await anna()
  const answer = await person.get(`/my/accounts/${person.account.id}/forms/${await formId()}`)
  const words = await wordsOf(answer.rawPayload)

  expect(answer.headers['cache-control']).toBe('private, no-store')
  for (const known of [
    'улица Труда',
    'Петрова Анна Сергеевна',
    '77-001122',
    '+79123456789',
    '24 ноября 2026',
  ]) {
    expect(words).toContain(known)
  }
})

test('a helper has the address and the meters, and not the name of the owner', async () => {
  const { account } = await anna()
  const helper = await aResident(api, { phone: '+79990000000' })
  await api.given.link(helper.id, account.id, { role: 'helper', canSubmit: true })
  const answer = await helper.get(`/my/accounts/${account.id}/forms/${await formId()}`)
  const words = await wordsOf(answer.rawPayload)

  expect(words).toContain('77-001122')
  expect(words).not.toMatch(/Петрова|\+7999/)
})

test('a guest has what they typed and the endings of the markings, and nothing of a person', async () => {
  const { account } = await anna()
  const guest = await guestOf(api, account.entry)
  const words = await wordsOf((await guest.get(`/cabinet/forms/${await formId()}`)).rawPayload)

  expect(words).toContain(`д. 12а, кв. ${account.flat}`)
  expect(words).toContain('…1122')
  expect(words).not.toMatch(/77-001122|001122|Петрова|Труда|\+7912/)
})

test('somebody else is told that there is no such account, an organisation too', async () => {
  const { account } = await anna()
  const url = `/my/accounts/${account.id}/forms/${await formId()}`
  const strangers = [
    await aResident(api),
    await signedIn(api, await api.given.person({ kind: 'organisation' })),
  ]
  const answers = await Promise.all(strangers.map((stranger) => stranger.get(url)))

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404])
  expect((await asked(api, url)).statusCode).toBe(401)
})

test('a form that is withdrawn is filled in for nobody', async () => {
  const person = await anna()
  const id = await formId('residents-change')
  await api.db.libraryDocument.update({ where: { id }, data: { isPublished: false } })

  expect((await person.get(`/my/accounts/${person.account.id}/forms/${id}`)).statusCode).toBe(404)
})

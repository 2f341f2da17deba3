import { readdir } from 'node:fs/promises'
import { UPLOAD_PART_BYTES } from '@rodnik/contract/attachments'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Api, cookiesOf, enter, signedIn, startApi } from '../../../test/api.ts'
import { statuses } from '../../../test/people.ts'
import { aGuest, aJpeg, anInspector, aPdf, aPerson, partsOf, sender } from '../../../test/uploads.ts'

let api: Api
let photo: Buffer
beforeAll(async () => {
  api = await startApi()
  photo = await aJpeg(1600, 1200)
})
beforeEach(() => api.db.rateLimit.deleteMany())
afterAll(() => api.stop())

const DOORS = [
  ['a guest', aGuest],
  ['a person', aPerson],
  ['an inspector', anInspector],
] as const

test.each(DOORS)('%s sends a photo in parts and is told what is kept', async (_, come) => {
  const somebody = await come(api)
  const kept = await somebody.sent(photo, 'Счётчик на кухне.JPEG')
  expect(kept).toEqual({
    id: expect.any(String),
    name: 'Счётчик на кухне.jpg',
    type: 'image/jpeg',
    bytes: expect.any(Number),
    width: 1600,
    height: 1200,
  })
  const row = await api.db.attachment.findUniqueOrThrow({ where: { id: kept.id }, include: { parts: true } })
  expect(row).toMatchObject({ state: 'ready', uploader: somebody.uploader, parts: [] })
})

test('a PDF is kept byte by byte, so that a signature in it stays good', async () => {
  const person = await aPerson(api)
  const document = await aPdf()
  const kept = await person.sent(document, 'заявление.pdf')
  expect(kept).toMatchObject({ type: 'application/pdf', bytes: document.length, width: null, height: null })
  const { fileKey } = await api.db.attachment.findUniqueOrThrow({ where: { id: kept.id } })
  const stream = await api.files.get(fileKey ?? '')
  expect(Buffer.concat((await stream?.toArray()) ?? [])).toEqual(document)
})

describe('on a bad network', () => {
  test('whoever lost a part is told which have come, sends the rest, and has lost nothing', async () => {
    const guest = await aGuest(api)
    const { id } = (await guest.begin('фото.jpg', photo.length)).json<{ id: string }>()
    const parts = partsOf(photo)
    await guest.part(id, 0, parts[0] as Buffer)
    await guest.part(id, 2, parts[2] as Buffer)
    expect((await guest.complete(id)).json()).toMatchObject({ status: 409, code: 'upload_incomplete' })

    const { parts: arrived } = (await guest.show(id)).json<{ parts: number[] }>()
    expect(arrived).toEqual([0, 2])
    for (const [number, part] of parts.entries())
      if (!arrived.includes(number)) await guest.part(id, number, part)
    expect((await guest.complete(id)).json()).toMatchObject({ id, width: 1600 })
    expect((await guest.show(id)).json()).toMatchObject({ parts: [], attachment: { id, width: 1600 } })
  })

  test('the same part twice is one part, and the later one counts', async () => {
    const person = await aPerson(api)
    const { id } = (await person.begin('фото.jpg', photo.length)).json<{ id: string }>()
    const parts = partsOf(photo)
    await person.part(id, 0, Buffer.alloc(UPLOAD_PART_BYTES))
    for (const [number, part] of parts.entries()) await person.part(id, number, part)
    expect((await person.complete(id)).statusCode).toBe(200)
  })

  test('whoever lost the answer asks again and gets the same file', async () => {
    const person = await aPerson(api)
    const id = await person.arrive(photo)
    const first = await person.complete(id)
    expect((await person.complete(id)).json()).toEqual(first.json())
  })

  test('two who complete at once get the same file, and one is made', async () => {
    const person = await aPerson(api)
    const id = await person.arrive(photo)
    const before = await storedFiles()
    const answers = await Promise.all([person.complete(id), person.complete(id), person.complete(id)])
    expect(statuses(answers)).toEqual([200, 200, 200])
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    // The photo and its preview.
    expect((await storedFiles()) - before).toBe(2)
    expect(await api.db.fileToRemove.count()).toBe(0)
  })

  test('an upload whose checker was killed is free again after a minute', async () => {
    const person = await aPerson(api)
    const id = await person.arrive(photo)
    await api.db.$executeRaw`UPDATE attachments SET checking_since = app_now() WHERE id = ${id}::uuid`
    const busy = await person.complete(id)
    expect([busy.statusCode, busy.headers['retry-after']]).toEqual([503, '2'])
    await api.db.$executeRaw`
      UPDATE attachments SET checking_since = app_now() - interval '61 seconds' WHERE id = ${id}::uuid`
    expect((await person.complete(id)).statusCode).toBe(200)
  })
})

const storedFiles = async () =>
  (await readdir(api.filesDir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
    .length

/** Another session of the same person. */
function anotherSession(uploader: string) {
  return signedIn(api, { id: uploader.replace('user:', ''), kind: 'resident' })
}

describe('nobody else', () => {
  test.each(DOORS)('finds, fills, completes or takes back the file of %s', async (_, come) => {
    const owner = await come(api)
    const id = await owner.arrive(photo)
    for (const stranger of [await aGuest(api), await aPerson(api), await anInspector(api)]) {
      const answers = [
        await stranger.show(id),
        await stranger.part(id, 0, partsOf(photo)[0] as Buffer),
        await stranger.complete(id),
        await stranger.discard(id),
      ]
      expect(answers.map((answer) => answer.json<{ code: string }>().code)).toEqual(
        Array(4).fill('not_found'),
      )
    }
    expect((await owner.complete(id)).statusCode).toBe(200)
  })

  test('not even another guest of the same account', async () => {
    const account = await api.given.account()
    const id = await (await aGuest(api, account)).arrive(photo)
    expect((await (await aGuest(api, account)).show(id)).statusCode).toBe(404)
  })

  test('a guest whose session has ended sends nothing more', async () => {
    const { entry } = await api.given.account()
    const cookie = cookiesOf(await enter(api, entry))
    const guest = sender(api, { cookie, door: '/cabinet/uploads', uploader: '' })
    const id = await guest.arrive(photo)
    await api.app.inject({ method: 'DELETE', url: '/api/v1/guest-session', headers: { cookie } })
    const answers = [
      await guest.begin('a.jpg', 5),
      await guest.part(id, 0, partsOf(photo)[0] as Buffer),
      await guest.show(id),
      await guest.complete(id),
    ]
    expect(statuses(answers)).toEqual([401, 401, 401, 401])
  })

  test.each(['/cabinet/uploads', '/my/uploads', '/staff/uploads'])(
    'a visitor finds %s shut',
    async (door) => {
      const nobody = sender(api, { cookie: '', door, uploader: '' })
      expect((await nobody.begin('a.jpg', 5)).statusCode).toBe(401)
    },
  )
})

describe('what does not fit', () => {
  test.each([
    ['a path', '../../x'],
    ['a path of Windows', '..\\x.jpg'],
    ['a line end', 'a\r\nSet-Cookie: b'],
    ['letters turned round', 'счёт\u202Egpj.exe'],
    ['three hundred characters', `${'ж'.repeat(300)}.jpg`],
    ['nothing', ''],
  ])('a name with %s is refused', async (_, name) => {
    const person = await aPerson(api)
    expect((await person.begin(name, 100)).json()).toMatchObject({ status: 400, code: 'invalid_request' })
  })

  test.each([0, -1, 1.5, 15 * 1024 * 1024 + 1])('a file of %d bytes is not begun', async (bytes) => {
    expect((await (await aPerson(api)).begin('a.jpg', bytes)).statusCode).toBe(400)
  })

  test('fields that only the server sets are refused', async () => {
    const { cookie } = await anotherSession((await aPerson(api)).uploader)
    const answer = await api.app.inject({
      method: 'POST',
      url: '/api/v1/my/uploads',
      headers: { cookie },
      payload: { name: 'a.jpg', bytes: 5, uploader: 'staff:1', state: 'claimed' },
    })
    expect(answer.json()).toMatchObject({
      status: 400,
      fields: { uploader: 'unknown_field', state: 'unknown_field' },
    })
  })

  test('a part of another length, behind the end, or larger than a part is refused', async () => {
    const person = await aPerson(api)
    const { id } = (await person.begin('a.jpg', UPLOAD_PART_BYTES + 10)).json<{ id: string }>()
    expect((await person.part(id, 0, Buffer.alloc(10))).json()).toMatchObject({ fields: { part: 'length' } })
    expect((await person.part(id, 1, Buffer.alloc(11))).statusCode).toBe(400)
    expect((await person.part(id, 2, Buffer.alloc(10))).statusCode).toBe(400)
    expect((await person.part(id, 120, Buffer.alloc(10))).statusCode).toBe(400)
    expect((await person.part(id, 0, Buffer.alloc(UPLOAD_PART_BYTES + 1))).statusCode).toBe(413)
    expect((await person.show(id)).json()).toMatchObject({ parts: [] })
  })

  test('a part comes as bytes alone: a form, a text and JSON are refused', async () => {
    const person = await aPerson(api)
    const { id } = (await person.begin('a.jpg', 10)).json<{ id: string }>()
    for (const type of [
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
    ]) {
      expect((await person.part(id, 0, Buffer.alloc(10), type)).statusCode).toBe(415)
    }
    expect((await person.part(id, 0, Buffer.from('{"a":"bcd"}'), 'application/json')).statusCode).toBe(415)
  })

  test('the page of another site can send nothing in the name of a person', async () => {
    const { cookie } = await anotherSession((await aPerson(api)).uploader)
    const answer = await api.app.inject({
      method: 'PUT',
      url: `/api/v1/my/uploads/${crypto.randomUUID()}/parts/0`,
      headers: { cookie, 'sec-fetch-site': 'cross-site', 'content-type': 'application/octet-stream' },
      payload: Buffer.alloc(10),
    })
    expect(answer.json()).toMatchObject({ code: 'cross_site_request' })
  })
})

test('a photo that was taken back is gone with its parts, and its file goes too', async () => {
  const person = await aPerson(api)
  const kept = await person.sent(photo)
  const { fileKey, previewKey } = await api.db.attachment.findUniqueOrThrow({ where: { id: kept.id } })
  expect((await person.discard(kept.id)).statusCode).toBe(204)
  expect((await person.show(kept.id)).statusCode).toBe(404)
  expect(
    await api.db.fileToRemove.findMany({ where: { key: { in: [fileKey ?? '', previewKey ?? ''] } } }),
  ).toHaveLength(2)
})

test('a photo whose sender has gone meanwhile leaves nothing behind', async () => {
  const person = await aPerson(api)
  const id = await person.arrive(await sharp(photo).jpeg({ quality: 100 }).toBuffer())
  const [completed] = await Promise.all([
    person.complete(id),
    api.db.$executeRaw`SELECT pg_sleep(0.05)`.then(() => person.discard(id)),
  ])
  expect([200, 404]).toContain(completed.statusCode)
  expect(await api.db.attachment.count({ where: { id } })).toBe(0)
})

import Fastify from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { aGuest, aJpeg, anInspector, aPdf, aPerson, aPhoto, type FileSender } from '../../../test/uploads.ts'
import { NO_ACQUIRERS } from '../../platform/acquirer.ts'
import { http } from '../../platform/http.ts'
import { securityHeaders } from '../../platform/security-headers.ts'
import { attachmentFacts, claimAttachments, sendAttachment, sendPreview, storeAttachment } from './index.ts'

let api: Api
let photo: Buffer
beforeAll(async () => {
  api = await startApi()
  photo = await aJpeg()
})
beforeEach(() => api.db.rateLimit.deleteMany())
afterAll(() => api.stop())

/** A message that takes files, as a transaction. */
const claim = (uploader: string, ids: string[]) =>
  api.db.$transaction((tx) => claimAttachments(tx, uploader, ids))
const factsOf = (ids: string[]) => api.db.$transaction((tx) => attachmentFacts(tx, ids))
const codeOf = (outcome: PromiseSettledResult<unknown>) =>
  outcome.status === 'fulfilled' ? 'taken' : (outcome.reason as { code?: string }).code

/** A photo that a message has. */
async function aClaimed(person: FileSender, name = 'фото.jpg', content = photo): Promise<string> {
  const { id } = await person.sent(content, name)
  await claim(person.uploader, [id])
  return id
}

describe('a message', () => {
  test.each([
    ['a guest', aGuest],
    ['a person', aPerson],
    ['an inspector', anInspector],
  ])('takes the files of %s, and tells of them in its own order', async (_, come) => {
    const author = await come(api)
    const [first, second] = [await author.sent(photo), await author.sent(await aPdf(), 'акт.pdf')]
    await claim(author.uploader, [second.id, first.id])
    expect(await factsOf([second.id, first.id])).toEqual([second, first])
  })

  test('that is not written after all leaves its files to the next one', async () => {
    const person = await aPerson(api)
    const { id } = await person.sent(photo)
    const broken = api.db.$transaction(async (tx) => {
      await claimAttachments(tx, person.uploader, [id])
      throw new Error('the message was not written')
    })
    await expect(broken).rejects.toThrow('the message was not written')
    await claim(person.uploader, [id])
    expect(await factsOf([id])).toHaveLength(1)
  })

  test('of ten at the same instant that want one file, one gets it', async () => {
    const person = await aPerson(api)
    const { id } = await person.sent(photo)
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => claim(person.uploader, [id])))
    expect(outcomes.map(codeOf).filter((code) => code === 'taken')).toHaveLength(1)
    expect(outcomes.map(codeOf).filter((code) => code === 'not_found')).toHaveLength(9)
  })

  test.each<[string, (person: FileSender, id: string) => Promise<[string, string[]]>]>([
    ['of somebody else', async (_, id) => [(await aPerson(api)).uploader, [id]]],
    ['that was never sent', async ({ uploader }, id) => [uploader, [id, crypto.randomUUID()]]],
    ['that is not whole yet', async (person, id) => [person.uploader, [id, await person.arrive(photo)]]],
    ['that another message has', async (person, id) => [person.uploader, [id, await aClaimed(person)]]],
  ])('takes none when one is a file %s', async (_, make) => {
    const person = await aPerson(api)
    const { id } = await person.sent(photo)
    await expect(claim(...(await make(person, id)))).rejects.toThrow('not_found')
    expect(await api.db.attachment.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'ready' })
  })

  test('takes at most ten, and none twice', async () => {
    const person = await aPerson(api)
    const { id } = await person.sent(photo)
    await expect(claim(person.uploader, [id, id])).rejects.toThrow('invalid_request')
    const eleven = Array.from({ length: 11 }, () => crypto.randomUUID())
    await expect(claim(person.uploader, eleven)).rejects.toThrow('invalid_request')
  })

  test('keeps its files: they can be taken back no more', async () => {
    const person = await aPerson(api)
    const id = await aClaimed(person)
    expect((await person.discard(id)).statusCode).toBe(404)
    expect(await factsOf([id])).toHaveLength(1)
  })
})

/** A route of a message, as requests will have one. */
async function aDownload() {
  const app = Fastify()
  const deps = { ...api, log: console, esia: undefined, acquirers: NO_ACQUIRERS }
  await app.register(http, { deps, validation: 'compiled' })
  await app.register(securityHeaders, { publicUrl: api.env.PUBLIC_URL, hasTrustedProxy: true })
  app.get<{ Params: { id: string } }>('/:id', (request, reply) =>
    sendAttachment(deps, reply, request.params.id),
  )
  app.get<{ Params: { id: string } }>('/:id/preview', (request, reply) =>
    sendPreview(deps, reply, request.params.id),
  )
  return (url: string) => app.inject({ url })
}

describe('a download', () => {
  test('is kept and never opened: name, type and length are said, scripts are not let', async () => {
    const person = await aPerson(api)
    const id = await aClaimed(person, "Счётчик (кухня) 'новый'.png")
    const [facts] = await factsOf([id])
    const answer = await (await aDownload())(`/${id}`)
    expect(answer.statusCode).toBe(200)
    expect(answer.rawPayload).toHaveLength(facts?.bytes ?? 0)
    expect(answer.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(facts?.bytes),
      'content-disposition': `attachment; filename="attachment.jpg"; filename*=UTF-8''${encodeURIComponent('Счётчик ')}%28${encodeURIComponent('кухня')}%29%20%27${encodeURIComponent('новый')}%27.jpg`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'cache-control': 'private, no-store',
    })
  })

  test('of a preview shows the small picture that we drew, and nothing for a document', async () => {
    const person = await aPerson(api)
    const download = await aDownload()
    const preview = await download(`/${await aClaimed(person)}/preview`)
    expect(preview.headers).toMatchObject({
      'content-type': 'image/webp',
      'content-disposition': expect.stringMatching(/^inline;/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    expect(preview.rawPayload.subarray(8, 12).toString()).toBe('WEBP')
    expect((await download(`/${await aClaimed(person, 'акт.pdf', await aPdf())}/preview`)).statusCode).toBe(
      404,
    )
  })

  test('finds nothing that no message has', async () => {
    const { id } = await (await aPerson(api)).sent(photo)
    const download = await aDownload()
    expect((await download(`/${id}`)).statusCode).toBe(404)
    expect((await download(`/${crypto.randomUUID()}/preview`)).statusCode).toBe(404)
  })
})

test('an act and a signature that our own code made are kept as they are', async () => {
  const by = (await anInspector(api)).uploader
  const act = await aPdf()
  const signature = await aPhoto(300, 100).png().toBuffer()
  const [first, second] = [
    await storeAttachment(api, { by, name: 'Акт № 7.pdf', type: 'application/pdf', content: act }),
    await storeAttachment(api, { by, name: 'Подпись.png', type: 'image/png', content: signature }),
  ]
  await claim(by, [first.id, second.id])
  expect(first).toMatchObject({ name: 'Акт № 7.pdf', bytes: act.length })
  expect(second).toMatchObject({ type: 'image/png', bytes: signature.length, width: 300, height: 100 })
  const download = await aDownload()
  expect((await download(`/${second.id}`)).rawPayload).toEqual(signature)
  expect((await download(`/${second.id}/preview`)).headers['content-type']).toBe('image/webp')
})

test('the database itself keeps half a file, a picture without preview and a claim without a time out', async () => {
  const { id } = await (await aPerson(api)).sent(photo)
  const change = (sql: string) => api.pool.query(`UPDATE attachments SET ${sql} WHERE id = $1`, [id])
  await expect(change('file_key = NULL')).rejects.toThrow('attachments_kept_check')
  await expect(change('preview_key = NULL')).rejects.toThrow('attachments_kept_check')
  await expect(change("type = 'image/svg+xml'")).rejects.toThrow('attachments_type_check')
  await expect(change("state = 'claimed'")).rejects.toThrow('attachments_claimed_check')
  await expect(change("uploader = 'anybody'")).rejects.toThrow('attachments_uploader_check')
})

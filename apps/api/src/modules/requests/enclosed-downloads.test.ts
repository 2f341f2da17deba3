import type { AttachmentFacts } from '@rodnik/contract/attachments'
import type { RequestFiled } from '@rodnik/contract/requests'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { anOwner, aResident } from '../../../test/people.ts'
import { APPEAL, aGuest, fileAs, filedBy, seenByStaff, take, workOn } from '../../../test/requests.ts'
import { aMember } from '../../../test/staff.ts'
import { aJpeg, aPdf, sender } from '../../../test/uploads.ts'

type Owner = Awaited<ReturnType<typeof anOwner>>
type Member = Awaited<ReturnType<typeof aMember>>

let api: Api
let olga: Member
let photo: Buffer
beforeAll(async () => {
  api = await startApi()
  olga = await aMember(api, ['operator'], 'Ольга')
  photo = await aJpeg(64, 48)
})
afterAll(() => api.stop())

const sentBy = ({ cookie }: { cookie: string }, door: string, content: Buffer, name: string) =>
  sender(api, { cookie, door, uploader: '' }).sent(content, name)

/** An appeal with a photo. */
async function anAppeal(anna: Owner): Promise<{ id: string; file: AttachmentFacts }> {
  const file = await sentBy(anna, '/my/uploads', photo, 'кран.jpg')
  const answer = await fileAs(anna, anna.account.id, APPEAL, { body: { attachmentIds: [file.id] } })
  return { id: answer.json<RequestFiled>().request.id, file }
}

/** What a member says with a document of theirs; gives the document. */
async function saidWith(member: Member, id: string, type: 'noted' | 'done'): Promise<AttachmentFacts> {
  const file = await sentBy(member, '/staff/uploads', await aPdf(), 'Ответ.pdf')
  const answer = await workOn(member, id, { type, text: 'Вот', attachmentIds: [file.id] })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return file
}

const ofAccount = (accountId: string, requestId: string, { id }: { id: string }) =>
  `/my/accounts/${accountId}/requests/${requestId}/attachments/${id}`
const ofDesk = (requestId: string, { id }: { id: string }) => `/staff/requests/${requestId}/attachments/${id}`

const codes = (answers: { statusCode: number; json: () => { code?: string } }[]) =>
  answers.map((answer) => (answer.statusCode === 200 ? 'given' : answer.json().code))

describe('the files of a request', () => {
  test('are given to whoever asked, to be kept and not to be opened', async () => {
    const anna = await anOwner(api)
    const { id } = await anAppeal(anna)
    await take(olga, id)
    const answer = await saidWith(olga, id, 'done')

    const given = await anna.get(ofAccount(anna.account.id, id, answer))

    expect(given.statusCode).toBe(200)
    expect(given.rawPayload).toHaveLength(answer.bytes)
    expect(given.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment;/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'cache-control': 'private, no-store',
    })
  })

  test('are found by nobody else: a stranger, the next owner, or by another request of the same person', async () => {
    const anna = await anOwner(api)
    const boris = await anOwner(api)
    const { id, file } = await anAppeal(anna)
    const { request: other } = await filedBy(anna, anna.account.id)
    const { request: his } = await filedBy(boris, boris.account.id)

    const answers = [
      await boris.get(ofAccount(anna.account.id, id, file)),
      await boris.get(ofAccount(boris.account.id, id, file)),
      await boris.get(ofAccount(boris.account.id, his.id, file)),
      await anna.get(ofAccount(anna.account.id, other.id, file)),
      await anna.get(ofAccount(anna.account.id, id, { id: crypto.randomUUID() })),
      await boris.get(ofDesk(id, file)),
    ]

    expect(codes(answers)).toEqual([...Array.from({ length: 5 }, () => 'not_found'), 'not_allowed'])
    expect(codes([await anna.get(ofAccount(anna.account.id, id, file))])).toEqual(['given'])
  })

  test('go with the rights: an owner since then sees them, one who came later does not', async () => {
    const anna = await anOwner(api)
    const [wife, buyer] = [await aResident(api), await aResident(api)]
    await api.given.link(wife.id, anna.account.id)
    const { id, file } = await anAppeal(anna)
    await api.given.link(buyer.id, anna.account.id)
    await api.db.$executeRaw`
      UPDATE requests SET filed_at = filed_at - interval '1 day' WHERE id = ${id}::uuid`
    await api.db.$executeRaw`
      UPDATE account_links SET created_at = created_at - interval '2 days' WHERE user_id = ${wife.id}::uuid`

    const path = ofAccount(anna.account.id, id, file)

    expect(codes([await wife.get(path), await buyer.get(path)])).toEqual(['given', 'not_found'])
  })

  test('are not given before they went with anything, nor to anybody without a session', async () => {
    const anna = await anOwner(api)
    const { id, file } = await anAppeal(anna)
    const loose = await sentBy(anna, '/my/uploads', photo, 'ещё.jpg')
    const get = (path: string) => api.app.inject({ url: `/api/v1${path}` })

    expect(codes([await anna.get(ofAccount(anna.account.id, id, loose))])).toEqual(['not_found'])
    expect(
      codes([
        await get(ofAccount(anna.account.id, id, file)),
        await get(`/cabinet/requests/${id}/attachments/${file.id}`),
        await get(ofDesk(id, file)),
        await get(`${ofDesk(id, file)}/preview`),
      ]),
    ).toEqual(Array.from({ length: 4 }, () => 'sign_in_required'))
  })

  test('of a note among colleagues are given to colleagues only', async () => {
    const anna = await anOwner(api)
    const { id } = await anAppeal(anna)
    await take(olga, id)
    const note = await saidWith(olga, id, 'noted')
    const shown = await anna.get(`/my/accounts/${anna.account.id}/requests/${id}`)

    expect(codes([await anna.get(ofAccount(anna.account.id, id, note))])).toEqual(['not_found'])
    expect(codes([await olga.get(ofDesk(id, note))])).toEqual(['given'])
    expect(shown.body).not.toContain(note.id)
    expect((await seenByStaff(olga, id)).history.at(-1)?.attachments).toEqual([note])
  })
})

describe('a guest', () => {
  test('has the files of this entry, and in the next one nothing of them', async () => {
    const account = await api.given.account()
    const guest = await aGuest(api, account.entry)
    const file = await sentBy(guest, '/cabinet/uploads', photo, 'кран.jpg')
    const filed = await guest.post('/requests', { filled: APPEAL, language: 'ru', attachmentIds: [file.id] })
    const { id, history } = filed.json<RequestFiled>().request
    const later = await aGuest(api, account.entry)
    const path = `/requests/${id}/attachments/${file.id}`

    expect(history[0]?.attachments).toEqual([file])
    expect(codes([await guest.get(path), await later.get(path)])).toEqual(['given', 'not_found'])
    await api.db.$executeRaw`
      UPDATE guest_sessions SET expires_at = app_now() - interval '1 second' WHERE account_id = ${account.id}::uuid`
    expect(codes([await guest.get(path)])).toEqual(['sign_in_required'])
  })

  test('gives to a request only what was sent in this entry', async () => {
    const account = await api.given.account()
    const guest = await aGuest(api, account.entry)
    const later = await aGuest(api, account.entry)
    const file = await sentBy(guest, '/cabinet/uploads', photo, 'кран.jpg')

    const stolen = await later.post('/requests', { filled: APPEAL, language: 'ru', attachmentIds: [file.id] })

    expect(stolen.json()).toMatchObject({ code: 'not_found', fields: { attachmentIds: 'not_found' } })
  })
})

const tracked = (number: string, code: string, { id }: { id: string }) =>
  api.app.inject({
    method: 'POST',
    url: `/api/v1/request-status/attachments/${id}`,
    payload: { number, code },
    remoteAddress: `203.0.113.${Math.floor(Math.random() * 250)}`,
  })

describe('whoever has number and code', () => {
  test('has its files, and neither the notes of the office nor the files of another request', async () => {
    const anna = await anOwner(api)
    const { id, file } = await anAppeal(anna)
    const { file: other } = await anAppeal(anna)
    await take(olga, id)
    const note = await saidWith(olga, id, 'noted')
    const answer = await saidWith(olga, id, 'done')
    const filed = await anna.get(`/my/accounts/${anna.account.id}/requests/${id}`)
    const { code, request } = filed.json<RequestFiled>()

    const given = await tracked(request.number, code, answer)

    expect(given.headers).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment;/),
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'cache-control': 'private, no-store',
    })
    expect(
      codes([
        given,
        await tracked(request.number, code, file),
        await tracked(request.number, code, note),
        await tracked(request.number, code, other),
        await tracked(request.number, '0000-0000', file),
      ]),
    ).toEqual(['given', 'given', 'not_found', 'not_found', 'not_found'])
  })
})

describe('the office', () => {
  test('has a photo as it is and as a small picture, and no picture of a document', async () => {
    const anna = await anOwner(api)
    const { id, file } = await anAppeal(anna)
    await take(olga, id)
    const document = await saidWith(olga, id, 'noted')

    const preview = await olga.get(`${ofDesk(id, file)}/preview`)

    expect(codes([await olga.get(ofDesk(id, file))])).toEqual(['given'])
    expect(preview.headers).toMatchObject({ 'content-type': 'image/webp' })
    expect(codes([await olga.get(`${ofDesk(id, document)}/preview`)])).toEqual(['not_found'])
  })

  test('finds nothing of a kind that others work on', async () => {
    const anna = await anOwner(api)
    const { id, file } = await anAppeal(anna)
    const inspector = await aMember(api, ['inspector'], 'Пётр')

    const answers = [
      await inspector.get(ofDesk(id, file)),
      await inspector.get(`${ofDesk(id, file)}/preview`),
    ]

    expect(codes(answers)).toEqual(['not_found', 'not_found'])
  })
})

import type { AttachmentFacts } from '@rodnik/contract/attachments'
import type { RequestFiled, RequestView } from '@rodnik/contract/requests'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { anOwner, statuses } from '../../../test/people.ts'
import { APPEAL, fileAs, filedBy, keyed, seenByStaff, take, workOn } from '../../../test/requests.ts'
import { aMember } from '../../../test/staff.ts'
import { aJpeg, aPdf, sender } from '../../../test/uploads.ts'

type Owner = Awaited<ReturnType<typeof anOwner>>

let api: Api
let olga: Awaited<ReturnType<typeof aMember>>
let photo: Buffer
beforeAll(async () => {
  api = await startApi()
  olga = await aMember(api, ['operator'], 'Ольга')
  photo = await aJpeg(64, 48)
})
afterAll(() => api.stop())

const filesOf = ({ id, cookie }: Pick<Owner, 'id' | 'cookie'>) =>
  sender(api, { cookie, door: '/my/uploads', uploader: `user:${id}` })
const officeFiles = () =>
  sender(api, { cookie: olga.cookie, door: '/staff/uploads', uploader: `staff:${olga.id}` })

const say = (anna: Owner, requestId: string, payload: object, key?: string) =>
  anna.call(`/my/accounts/${anna.account.id}/requests/${requestId}/events`, {
    method: 'POST',
    payload,
    headers: keyed(key),
  })

const filedWith = (anna: Owner, attachmentIds: string[], key?: string) =>
  fileAs(anna, anna.account.id, APPEAL, { body: { attachmentIds }, ...(key !== undefined && { key }) })

const enclosedIn = ({ history }: Pick<RequestView, 'history'>) =>
  history.map(({ type, attachments }) => [type, attachments.map(({ name }) => name)])

const stateOf = async ({ id }: AttachmentFacts) =>
  (await api.db.attachment.findUniqueOrThrow({ where: { id } })).state

describe('a resident who sends photos along', () => {
  test('sees them with the appeal, the question and the answer, in the order in which they were sent', async () => {
    const anna = await anOwner(api)
    const files = filesOf(anna)
    const [first, second] = [await files.sent(photo, 'кран.jpg'), await files.sent(photo, 'труба.jpg')]
    const plan = await officeFiles().sent(await aPdf(), 'Схема.pdf')
    const act = await officeFiles().sent(await aPdf(), 'Ответ.pdf')

    const { request } = (await filedWith(anna, [second.id, first.id])).json<RequestFiled>()
    await take(olga, request.id)
    await workOn(olga, request.id, { type: 'asked', text: 'Где?', attachmentIds: [plan.id] })
    const third = await files.sent(photo, 'здесь.jpg')
    await say(anna, request.id, { type: 'replied', text: 'Здесь', attachmentIds: [third.id] })
    await workOn(olga, request.id, { type: 'done', text: 'Готово', attachmentIds: [act.id] })
    const more = await files.sent(photo, 'снова.jpg')
    const reopened = await say(anna, request.id, {
      type: 'reopened',
      text: 'Снова течёт',
      attachmentIds: [more.id],
    })

    expect(request.history[0]?.attachments).toEqual([second, first])
    expect(enclosedIn(reopened.json<RequestView>())).toEqual([
      ['filed', ['труба.jpg', 'кран.jpg']],
      ['asked', ['Схема.pdf']],
      ['replied', ['здесь.jpg']],
      ['done', ['Ответ.pdf']],
      ['reopened', ['снова.jpg']],
    ])
    expect(enclosedIn(await seenByStaff(olga, request.id))).toContainEqual(['replied', ['здесь.jpg']])
  })

  test('sends the request five times at once, and it has its photo once', async () => {
    const anna = await anOwner(api)
    const { id } = await filesOf(anna).sent(photo)
    const key = crypto.randomUUID()

    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => filedWith(anna, [id], key)))

    expect(statuses(answers)).toEqual([201, 201, 201, 201, 201])
    expect(new Set(answers.map((answer) => answer.json<RequestFiled>().request.number)).size).toBe(1)
    expect(await api.db.requestAttachment.count({ where: { attachmentId: id } })).toBe(1)
  })

  test('sends a reply again, and nothing is taken twice; under the same key with another photo it is refused', async () => {
    const anna = await anOwner(api)
    const { request } = await filedBy(anna, anna.account.id)
    const [first, second] = [await filesOf(anna).sent(photo), await filesOf(anna).sent(photo)]
    const key = crypto.randomUUID()
    const reply = (id: string) =>
      say(anna, request.id, { type: 'replied', text: 'Вот фото', attachmentIds: [id] }, key)

    const answers = await Promise.all([reply(first.id), reply(first.id)])
    const later = await reply(first.id)
    const other = await reply(second.id)

    expect(statuses([...answers, later])).toEqual([200, 200, 200])
    expect(enclosedIn(later.json<RequestView>())).toHaveLength(2)
    expect(other.json()).toMatchObject({ status: 422, code: 'idempotency_key_reused' })
    expect(await stateOf(second)).toBe('ready')
  })

  test('keeps the photo when the reply could not happen any more', async () => {
    const anna = await anOwner(api)
    const { request } = await filedBy(anna, anna.account.id)
    await say(anna, request.id, { type: 'withdrawn' })
    const file = await filesOf(anna).sent(photo)

    const late = await say(anna, request.id, { type: 'replied', text: 'Вот', attachmentIds: [file.id] })

    expect(late.json()).toMatchObject({ code: 'request_state_changed' })
    expect(await stateOf(file)).toBe('ready')
  })
})

describe('a file that is not to be had', () => {
  test.each<[string, (anna: Owner) => Promise<string>]>([
    ['of somebody else', async () => (await filesOf(await anOwner(api)).sent(photo)).id],
    ['that was never sent', async () => crypto.randomUUID()],
    ['that is not whole yet', async (anna) => filesOf(anna).arrive(photo)],
    [
      'that another request has',
      async (anna) => {
        const { id } = await filesOf(anna).sent(photo)
        await filedWith(anna, [id])
        return id
      },
    ],
  ])('%s stops the request, and says which field it is', async (_, make) => {
    const anna = await anOwner(api)
    const own = await filesOf(anna).sent(photo)
    const id = await make(anna)
    const before = await api.db.serviceRequest.count({ where: { accountId: anna.account.id } })

    const answer = await filedWith(anna, [own.id, id])

    expect(answer.json()).toMatchObject({
      status: 404,
      code: 'not_found',
      fields: { attachmentIds: 'not_found' },
    })
    expect(await api.db.serviceRequest.count({ where: { accountId: anna.account.id } })).toBe(before)
    expect(await stateOf(own)).toBe('ready')
  })

  test('eleven of them, or one twice, are refused', async () => {
    const anna = await anOwner(api)
    const { id } = await filesOf(anna).sent(photo)
    const eleven = Array.from({ length: 11 }, () => crypto.randomUUID())

    const answers = [await filedWith(anna, [id, id]), await filedWith(anna, eleven)]

    expect(answers.map((answer) => answer.json().code)).toEqual(['invalid_request', 'invalid_request'])
  })

  test('goes neither with a withdrawal, nor by number and code, nor with an answer for many', async () => {
    const anna = await anOwner(api)
    const { code, request } = await filedBy(anna, anna.account.id)
    const own = await filesOf(anna).sent(photo)
    const office = await officeFiles().sent(await aPdf(), 'Ответ.pdf')

    const answers = [
      await say(anna, request.id, { type: 'withdrawn', attachmentIds: [own.id] }),
      await api.app.inject({
        method: 'POST',
        url: '/api/v1/request-status/events',
        headers: keyed(),
        payload: {
          number: request.number,
          code,
          wish: { type: 'replied', text: 'Вот', attachmentIds: [own.id] },
        },
      }),
      await olga.call('/staff/requests/bulk', {
        method: 'POST',
        headers: keyed(),
        payload: {
          ids: [request.id],
          wish: { type: 'noted', text: 'Вот', attachmentIds: [office.id] },
          isDryRun: false,
        },
      }),
    ]

    expect(answers.map((answer) => answer.json().code)).toEqual(answers.map(() => 'invalid_request'))
  })

  test('is not taken from a resident by the office, nor from a colleague', async () => {
    const anna = await anOwner(api)
    const { request } = await filedBy(anna, anna.account.id)
    const igor = await aMember(api, ['operator'], 'Игорь')
    const own = await filesOf(anna).sent(photo)
    const olgas = await officeFiles().sent(await aPdf(), 'Ответ.pdf')
    await take(igor, request.id)

    const answers = [
      await workOn(igor, request.id, { type: 'noted', text: 'Вот', attachmentIds: [own.id] }),
      await workOn(igor, request.id, { type: 'done', text: 'Вот', attachmentIds: [olgas.id] }),
    ]

    expect(answers.map((answer) => answer.json().code)).toEqual(['not_found', 'not_found'])
  })
})

test('a clerk files a letter on paper with its scan', async () => {
  const account = await api.given.account()
  const scan = await officeFiles().sent(await aPdf(), 'Письмо.pdf')

  const answer = await olga.call(`/staff/accounts/${account.id}/requests`, {
    method: 'POST',
    headers: keyed(),
    payload: { filled: APPEAL, language: 'ru', channel: 'paper', attachmentIds: [scan.id] },
  })

  expect(answer.statusCode).toBe(201)
  expect(answer.json<RequestFiled>().request.history[0]?.attachments).toEqual([scan])
})

test('the database itself keeps a file with the message that it went with', async () => {
  const anna = await anOwner(api)
  const { id } = await filesOf(anna).sent(photo)
  const { request } = (await filedWith(anna, [id])).json<RequestFiled>()
  const { id: other } = await filesOf(anna).sent(photo)
  const [event] = await api.db.requestEvent.findMany({ where: { requestId: request.id } })
  const eventId = event?.id ?? 0n
  const run = (sql: string) => api.pool.query(sql)

  await expect(run(`DELETE FROM request_attachments WHERE attachment_id = '${id}'`)).rejects.toThrow(
    'only ever added',
  )
  await expect(run(`DELETE FROM attachments WHERE id = '${id}'`)).rejects.toThrow(
    'request_attachments_attachment_id_fkey',
  )
  await expect(run(`INSERT INTO request_attachments VALUES ('${id}', ${eventId}, 1)`)).rejects.toThrow(
    'request_attachments_pkey',
  )
  await expect(run(`INSERT INTO request_attachments VALUES ('${other}', ${eventId}, 10)`)).rejects.toThrow(
    'request_attachments_place_check',
  )
})

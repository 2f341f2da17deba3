import type { RequestFiled } from '@rodnik/contract/requests'
import type { FoundGroups } from '@rodnik/contract/staff-search'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { aBooker, anOffice, type TestOffice, TUESDAY } from '../../../../test/offices.ts'
import { anOwner } from '../../../../test/people.ts'
import { filedBy, keyed, take, workOn } from '../../../../test/requests.ts'
import { aMember } from '../../../../test/staff.ts'
import { solvePicture } from '../../../../test/visitors.ts'

type Staff = Awaited<ReturnType<typeof aMember>>

let api: Api
let operator: Staff
let office: TestOffice
beforeAll(async () => {
  api = await startApi()
  operator = await aMember(api, ['operator'])
  office = await anOffice(api)
})
afterAll(() => api.stop())

const groups = async (query: string, staff = operator) =>
  (await staff.get(`/staff/search?query=${encodeURIComponent(query)}`)).json<FoundGroups>().groups

/** The same number with a check digit that is none of it. */
const misspelt = (number: string) => number.slice(0, -1) + ((Number(number.at(-1)) + 1) % 10)

/** Anna, who holds an account, and a complaint of hers. */
async function anAsker() {
  const owner = await anOwner(api)
  const { id } = owner.account
  await api.db.account.update({ where: { id }, data: { holderName: 'Петрова Анна' } })
  const { request } = await filedBy(owner, id)
  return { owner, request }
}

describe('a request', () => {
  test('is found by its number as somebody types it from a letter, with whose it is', async () => {
    const { owner, request } = await anAsker()
    const { street, house, flat } = await api.db.premises.findUniqueOrThrow({
      where: { id: owner.account.premisesId },
    })

    expect(await groups(` ${request.number.toLowerCase().replaceAll('-', '–')} `)).toEqual([
      {
        kind: 'request',
        hasMore: false,
        found: [
          {
            id: request.id,
            name: request.number,
            place: `${street}, ${house}-${flat}`,
            person: 'Петрова Анна',
            foundBy: 'number',
            isOver: false,
          },
        ],
      },
    ])
    expect(await groups(misspelt(request.number))).toEqual([])
  })

  test('that is closed says so', async () => {
    const { request } = await anAsker()
    await take(operator, request.id)
    await workOn(operator, request.id, { type: 'done', text: 'Напор восстановлен.' })

    expect((await groups(request.number))[0]?.found).toMatchObject([{ id: request.id, isOver: true }])
  })

  test('is found by those alone who work on its kind', async () => {
    const { request } = await anAsker()
    const [clerk, administrator] = [await aMember(api, ['clerk']), await aMember(api, ['administrator'])]

    expect(await groups(request.number, clerk)).toEqual([])
    expect((await groups(request.number, administrator))[0]?.found).toMatchObject([{ id: request.id }])
  })

  test('of an organisation without an account is known by its name', async () => {
    const filed = await api.app.inject({
      method: 'POST',
      url: '/api/v1/credential-requests',
      headers: keyed(),
      payload: {
        fields: {
          what: 'first',
          organisationName: 'ООО «Ромашка»',
          inn: '7707083893',
          contactName: 'Иванова М. П.',
          contactPhone: '217-05-17',
        },
        language: 'ru',
        picture: await solvePicture(api, 'credentials'),
      },
    })

    expect((await groups(filed.json<RequestFiled>().request.number))[0]?.found).toMatchObject([
      { place: '', person: 'ООО «Ромашка»' },
    ])
  })
})

describe('an appointment', () => {
  test('is found by its number, with a Russian «А» too, in the queue of its office and day', async () => {
    const anna = await aBooker(api, office)
    const { number } = await anna.books()

    expect(await groups(number.replace('A', 'а'))).toMatchObject([
      {
        kind: 'appointment',
        found: [{ id: office.officeId, day: TUESDAY, name: number, foundBy: 'number', isOver: false }],
      },
    ])
    expect(await groups(misspelt(number))).toEqual([])
    await anna.cancel(number)
    expect((await groups(number))[0]?.found).toMatchObject([{ name: number, isOver: true }])
  })

  test('is no business of clerks and inspectors, who do not see the queue', async () => {
    const { number } = await (await aBooker(api, office)).books()

    expect(await groups(number, await aMember(api, ['clerk', 'inspector']))).toEqual([])
  })
})

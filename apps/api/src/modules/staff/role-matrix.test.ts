import type { StaffRole } from '@rodnik/contract/endpoint'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../test/api.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Operation = { method: Method; path: string; roles: StaffRole[] }
type Problem = { code?: string }

const ALL: StaffRole[] = ['operator', 'clerk', 'inspector', 'administrator']

let api: Api
let operations: Operation[]
beforeAll(async () => {
  api = await startApi()
  const answer = await api.app.inject({ url: '/api/v1/openapi.json' })
  const { paths } = answer.json<{ paths: Record<string, Record<string, { 'x-roles'?: StaffRole[] }>> }>()
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      path.startsWith('/api/v1/staff/')
        ? [{ method: method.toUpperCase() as Method, path, roles: operation['x-roles'] ?? [] }]
        : [],
    ),
  )
})
afterAll(() => api.stop())

/** With ids of nobody and no body: whoever may call it meets a refusal of another kind. */
const ask = ({ method, path }: Operation, cookie?: string) =>
  api.app.inject({
    method,
    url: path.replaceAll(/\{\w+\}/g, () => crypto.randomUUID()),
    ...(cookie !== undefined && { headers: { cookie } }),
    ...(method !== 'GET' && method !== 'DELETE' && { payload: {} }),
  })

const nameOf = ({ method, path }: Operation) => `${method} ${path.replace('/api/v1', '')}`

test('every endpoint of the console is in the matrix, with the least roles that need it', () => {
  const rows = operations.map((operation) => `${nameOf(operation)}: ${operation.roles.join(', ')}`)
  const operator = 'operator, administrator'

  expect(rows).toEqual(
    expect.arrayContaining([
      'GET /staff/search: operator, clerk, inspector, administrator',
      'GET /staff/accounts/{id}: operator, clerk, inspector, administrator',
      'GET /staff/registers/accounts: operator, clerk, administrator',
      'GET /staff/registers/meters: operator, clerk, inspector, administrator',
      'POST /staff/saved-filters: operator, clerk, inspector, administrator',
      'GET /staff/imports: clerk, administrator',
      'POST /staff/imports: clerk, administrator',
      'PUT /staff/imports/{id}/files/{fileId}/parts/{part}: clerk, administrator',
      'POST /staff/imports/{id}/decision: clerk, administrator',
      'GET /staff/imports/{id}/failed-rows: clerk, administrator',
      'GET /staff/imports/{id}/files/{fileId}/failed-rows: clerk, administrator',
      'POST /staff/register-exports: clerk, administrator',
      'GET /staff/register-exports/{id}/file: clerk, administrator',
      `PUT /staff/accounts/{id}/holder: ${operator}`,
      `PUT /staff/accounts/{id}/accountless: ${operator}`,
      `POST /staff/accounts/{id}/receipt-code: ${operator}`,
      `GET /staff/letters: ${operator}`,
      `POST /staff/letters/{id}/retry: ${operator}`,
      `GET /staff/people/{id}: ${operator}`,
      `POST /staff/people/{id}/disable: ${operator}`,
      `POST /staff/people/{id}/enable: ${operator}`,
      `POST /staff/people/{id}/sign-out: ${operator}`,
      'GET /staff/members: administrator',
      'POST /staff/members: administrator',
      'PUT /staff/members/{id}/roles: administrator',
      'POST /staff/members/{id}/disable: administrator',
      'POST /staff/members/{id}/enable: administrator',
      'POST /staff/members/{id}/reset-second-factor: administrator',
      'POST /staff/members/{id}/reset-password: administrator',
      'GET /staff/audit: administrator',
      'GET /staff/accounts/{id}/recalculations: operator, clerk, inspector, administrator',
      'POST /staff/accounts/{id}/recalculations: clerk, administrator',
      'POST /staff/accounts/{id}/recalculations/preview: clerk, administrator',
      'POST /staff/accounts/{id}/recalculations/{recalculationId}/withdraw: clerk, administrator',
      'GET /staff/accounts/{id}/meters: operator, clerk, inspector, administrator',
      'POST /staff/accounts/{id}/meters: operator, inspector, administrator',
      'POST /staff/accounts/{id}/meters/{meterId}/works: operator, inspector, administrator',
      `POST /staff/accounts/{id}/submissions: ${operator}`,
      'GET /staff/reading-reviews: operator, clerk, administrator',
      'POST /staff/reading-reviews/{meterId}/{revision}: operator, clerk, administrator',
      'GET /staff/accounts/{id}/circumstances: operator, clerk, inspector, administrator',
      'PUT /staff/accounts/{id}/persons: operator, clerk, administrator',
      'POST /staff/accounts/{id}/absences: operator, clerk, administrator',
      'PUT /staff/accounts/{id}/absences/{factId}/return: operator, clerk, administrator',
      'POST /staff/accounts/{id}/absences/{factId}/withdraw: operator, clerk, administrator',
      'POST /staff/accounts/{id}/interruptions: operator, clerk, administrator',
      'POST /staff/accounts/{id}/interruptions/{factId}/withdraw: operator, clerk, administrator',
      'GET /staff/accounts/{id}/correctable-readings: operator, clerk, administrator',
      'POST /staff/accounts/{id}/correction-preview: operator, clerk, administrator',
      'GET /staff/requests/{id}/correction: clerk, administrator',
      'POST /staff/requests/{id}/correction/approve: clerk, administrator',
      'GET /staff/reference: operator, clerk, inspector, administrator',
      'POST /staff/reference: clerk, administrator',
      'DELETE /staff/reference/{kind}/{validFrom}: clerk, administrator',
      `GET /staff/appointments: ${operator}`,
      `POST /staff/appointments: ${operator}`,
      `POST /staff/appointments/{id}/move: ${operator}`,
      `POST /staff/appointments/{id}/cancel: ${operator}`,
      `POST /staff/appointments/{id}/steps: ${operator}`,
      `POST /staff/specialists/{id}/late: ${operator}`,
      `GET /staff/offices: ${operator}`,
      'POST /staff/offices: administrator',
      'GET /staff/offices/{id}/schedule: administrator',
      'PUT /staff/offices/{id}/schedule: administrator',
      'POST /staff/offices/{id}/schedule/preview: administrator',
      'GET /staff/appointment-topics: administrator',
      'POST /staff/appointment-topics: administrator',
      'PUT /staff/appointment-topics/{id}: administrator',
    ]),
  )
  for (const { roles } of operations) expect(roles.length).toBeGreaterThan(0)
})

/** What each endpoint answers to someone, by name. */
const answersTo = (cookie?: string) =>
  Promise.all(
    operations.map(async (operation) => {
      const { statusCode, body } = await ask(operation, cookie)
      return { name: nameOf(operation), statusCode, code: (JSON.parse(body) as Problem).code }
    }),
  )
const codesFor = async (cookie?: string) => new Set((await answersTo(cookie)).map(({ code }) => code))

test('nobody, a resident and an organisation open none of them', async () => {
  const resident = await signedIn(api, await api.given.person())
  const organisation = await signedIn(api, await api.given.person({ kind: 'organisation' }))

  expect(await codesFor()).toEqual(new Set(['sign_in_required']))
  expect(await codesFor(resident.cookie)).toEqual(new Set(['not_allowed']))
  expect(await codesFor(organisation.cookie)).toEqual(new Set(['not_allowed']))
})

test('an administrator who has given the password alone opens none of them', async () => {
  const person = await signedIn(api, await api.given.person({ roles: ALL }), { isComplete: false })

  expect(await codesFor(person.cookie)).toEqual(new Set(['session_incomplete']))
})

test('staff without any role open none of them', async () => {
  const person = await signedIn(api, await api.given.person({ kind: 'staff' }))

  expect(await codesFor(person.cookie)).toEqual(new Set(['not_allowed']))
})

test.each(ALL)('%s alone opens what the role needs, and nothing else', async (role) => {
  const person = await signedIn(api, await api.given.person({ roles: [role] }))
  const answers = await answersTo(person.cookie)

  expect(answers.filter(({ code }) => code !== 'not_allowed').map(({ name }) => name)).toEqual(
    operations.filter(({ roles }) => roles.includes(role)).map(nameOf),
  )
  expect(answers.filter(({ statusCode }) => statusCode >= 500)).toEqual([])
})

import { submissionNumber } from '@rodnik/domain/submissions/submission-number'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

test('the database numbers a submission as the rules do', async () => {
  const ids = [
    '1',
    '123',
    '9999999',
    '10000000',
    '123456789012',
    ...Array.from({ length: 200 }, (_, i) => String(i * 7919 + 3)),
  ]

  const { rows } = await api.pool.query<{ id: string; number: string }>(
    "SELECT id, submission_number('2026-11-01', id::bigint) AS number FROM unnest($1::text[]) AS id",
    [ids],
  )

  expect(rows).toEqual(ids.map((id) => ({ id, number: submissionNumber('2026-11', BigInt(id)) })))
})

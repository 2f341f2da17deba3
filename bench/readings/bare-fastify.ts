import { randomBytes } from 'node:crypto'
import { cabinetOfSession, writeSubmission } from '@rodnik/api/modules/readings/cabinet.sql'
import Fastify from 'fastify'
import { Pool } from 'pg'
import { DRAFT, SAMPLE_HASH } from './draft.ts'

/**
 * The least that a Node server can do for a submission: Fastify, pg and the two statements of the API.
 * No token, no contract, no judgement, no log, no metrics. The session comes in a header of its own.
 */
type Row = { id: string; revision: number; accountId: string; now: string }
type Sent = { readings: { meterId: string; valueLitres: number }[] }

const pool = new Pool({
  connectionString: process.env['DATABASE_URL'],
  max: Number(process.env['DATABASE_POOL_SIZE']),
})
/** For the letter to an owner: nobody owns the flats of the bench. */
const ACCOUNT_NUMBER = '3140000001'
const period = process.env['PERIOD'] ?? ''
const app = Fastify()

app.post<{ Body: Sent }>('/api/v1/submissions', async (request, reply) => {
  const key = request.headers['idempotency-key']
  const { rows } = await pool.query<Row>({
    ...cabinetOfSession,
    values: [request.headers['x-session'], key, 'submissions'],
  })
  const { readings } = request.body
  const [first] = rows
  await pool.query({
    ...writeSubmission,
    values: [
      ['Asia/Yekaterinburg', `${period}-01`, '2999-01-01', first?.accountId, `${period}-01`, 'accountless'],
      [randomBytes(16).toString('base64url'), first?.now, first?.now.slice(0, 10)],
      [
        readings.map(({ meterId }) => meterId),
        readings.map(({ meterId }) => (rows.find(({ id }) => id === meterId)?.revision ?? 0) + 1),
        readings.map(({ valueLitres }) => valueLitres),
        readings.map(() => 3000),
        readings.map(() => false),
        readings.map(() => 'accepted'),
        readings.map(() => null),
      ],
      ['submissions', key, SAMPLE_HASH, DRAFT, 'guest:bench', ACCOUNT_NUMBER],
    ].flat(),
  })
  return reply.code(201).type('application/json').send(DRAFT)
})

await app.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) })
process.send?.('ready')

// An orderly exit, so that a CPU profile of it gets written too.
process.once('SIGTERM', () => process.exit())

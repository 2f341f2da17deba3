import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from './api.ts'
import { freePort, startProcess } from './api-process.ts'

const ROUNDS = 20
const SENDERS = 8

let api: Api
let port: number
beforeAll(async () => {
  api = await startApi()
  port = await freePort()
})
afterAll(() => api.stop())

const url = (path: string) => `http://127.0.0.1:${port}${path}`

type Sender = { meterId: string; cookie: string; value: number }
type Answered = { meterId: string; valueLitres: number; number: string }

async function enterOver(entry: object): Promise<string> {
  const response = await fetch(url('/api/v1/guest-session'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(entry),
  })
  const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0])
  if (response.status !== 201) throw new Error(`The guest was not let in: ${response.status}`)
  return cookie.join('; ')
}

/** Sends higher and higher readings until the process dies; every answered 201 is written down. */
async function sendUntilDeath(sender: Sender, answered: Answered[], isOver: () => boolean) {
  while (!isOver()) {
    sender.value += 1
    const valueLitres = sender.value
    const key = `${sender.meterId}-${valueLitres}`
    try {
      const number = await sendOnce(sender, valueLitres, key)
      if (number) answered.push({ meterId: sender.meterId, valueLitres, number })
    } catch {
      // The process died before it answered: whether this one was recorded, nobody has promised.
      await pause(5)
    }
  }
}

async function sendOnce(sender: Sender, valueLitres: number, key: string): Promise<string | undefined> {
  const response = await fetch(url('/api/v1/submissions'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: sender.cookie, 'idempotency-key': key },
    body: JSON.stringify({ readings: [{ meterId: sender.meterId, valueLitres }] }),
  })
  return response.status === 201 ? ((await response.json()) as { number: string }).number : undefined
}

/** A round counts once the process has answered something; how soon is the machine's affair. */
async function untilAnswered(answered: Answered[], count: number) {
  for (let i = 0; i < 1000 && answered.length < count; i++) await pause(10)
}

test(`no answered reading is lost or doubled when the API is killed ${ROUNDS} times under load`, {
  timeout: 240_000,
}, async () => {
  const answered: Answered[] = []
  let child = await startProcess(api, port)
  const senders: Sender[] = []
  for (let i = 0; i < SENDERS; i++) {
    const account = await api.given.account()
    const meter = await api.given.meter(account.id)
    senders.push({ meterId: meter.id, cookie: await enterOver(account.entry), value: 123_456 })
  }

  for (let round = 0; round < ROUNDS; round++) {
    let isOver = false
    const sending = Promise.all(senders.map((sender) => sendUntilDeath(sender, answered, () => isOver)))
    await untilAnswered(answered, answered.length + SENDERS)
    await pause(Math.random() * 150)
    child.kill('SIGKILL')
    await once(child, 'exit')
    isOver = true
    await sending
    child = await startProcess(api, port)
  }
  const last = answered.at(-1)
  const retried = last
    ? await sendOnce(
        senders.find(({ meterId }) => meterId === last.meterId) ?? senders[0]!,
        last.valueLitres,
        `${last.meterId}-${last.valueLitres}`,
      )
    : undefined
  child.kill('SIGTERM')
  await once(child, 'exit')

  const rows = await api.db.reading.findMany({ where: { submissionId: { not: null } } })
  const times = new Map<string, number>()
  for (const { meterId, valueLitres } of rows) {
    const key = `${meterId}-${valueLitres}`
    times.set(key, (times.get(key) ?? 0) + 1)
  }
  expect(answered.length).toBeGreaterThanOrEqual(ROUNDS * SENDERS)
  expect(answered.filter(({ meterId, valueLitres }) => times.get(`${meterId}-${valueLitres}`) !== 1)).toEqual(
    [],
  )
  expect([...times.values()].filter((count) => count > 1)).toEqual([])
  expect(new Set(answered.map(({ number }) => number)).size).toBe(answered.length)
  expect(retried).toBe(last?.number)
})

import { createServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isAlive } from '../database/processes.ts'
import {
  databasePid,
  makePlace,
  type Place,
  start,
  untilGone,
  untilPrinted,
  untilReady,
} from './running-start.ts'

let place: Place
beforeAll(async () => {
  place = await makePlace()
})
afterAll(() => place.remove())

const firstPage = async () => (await fetch(`http://127.0.0.1:${place.port}/`)).text()

test('a start killed while it creates the database does not keep the next one from creating it', async () => {
  const killed = start(place)
  await untilPrinted(killed, 'Creating the database')
  killed.child.kill('SIGKILL')
  await killed.exitCode

  const next = start(place)
  await untilReady(next)
  expect(await firstPage()).toContain('Родник')
  next.child.kill('SIGINT')
  expect(await next.exitCode).toBe(0)
})

test('Ctrl-C ends everything, the database too, and is no failure', async () => {
  const run = start(place)
  await untilReady(run)
  const database = databasePid(place.data)
  run.child.kill('SIGINT')
  expect(await run.exitCode).toBe(0)
  expect(isAlive(database)).toBe(false)
  await expect(firstPage()).rejects.toThrow('fetch failed')
})

test('SIGTERM ends a start that is not ready yet', async () => {
  const run = start(place)
  await untilPrinted(run, 'Starting the database')
  run.child.kill('SIGTERM')
  expect(await run.exitCode).toBe(0)
  expect(databasePid(place.data)).toBe(0)
})

test('after kill -9 of the start the next one takes over within the same minute', async () => {
  const killed = start(place)
  await untilReady(killed)
  killed.child.kill('SIGKILL')
  await killed.exitCode

  const next = start(place)
  await untilReady(next)
  expect(await firstPage()).toContain('Родник')
  next.child.kill('SIGINT')
  expect(await next.exitCode).toBe(0)
})

test('after kill -9 of the database too the next start recovers it', async () => {
  const killed = start(place)
  await untilReady(killed)
  const database = databasePid(place.data)
  killed.child.kill('SIGKILL')
  process.kill(database, 'SIGKILL')
  await untilGone(database)

  const next = start(place)
  await untilReady(next)
  next.child.kill('SIGINT')
  expect(await next.exitCode).toBe(0)
})

test('a second start says where the first one runs, and leaves it alone', async () => {
  const first = start(place)
  await untilReady(first)
  const second = start(place)
  expect(await second.exitCode).toBe(1)
  expect(second.output()).toContain(`already runs at http://localhost:${place.port}`)
  expect(await firstPage()).toContain('Родник')
  first.child.kill('SIGINT')
  expect(await first.exitCode).toBe(0)
})

test('a busy port is said at once, with the way out', async () => {
  const other = createServer().listen(place.port, '127.0.0.1')
  const run = start(place)
  expect(await run.exitCode).toBe(1)
  expect(run.output()).toContain(`PORT=${place.port + 1}`)
  expect(run.output()).not.toContain('Starting the database')
  other.close()
})

test('an API that cannot start is shown with its reason, and the database is stopped', async () => {
  const run = start(place, { LOG_LEVEL: 'shouting' })
  expect(await run.exitCode).toBe(1)
  expect(run.output()).toContain('LOG_LEVEL')
  expect(databasePid(place.data)).toBe(0)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../test/api.ts'
import { newAddress } from '../../test/visitors.ts'
import { createLetterLimits } from './letter-limits.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

let mailboxes = 0
const newMailbox = () => `anna${++mailboxes}@example.ru`

/** As if a minute had passed: the counters of minutes are forgotten. */
const waitAMinute = () =>
  api.db.rateLimit.deleteMany({ where: { key: { startsWith: 'letter-mailbox-minute' } } })

test('twenty requests at once for one mailbox send it one letter', async () => {
  const mayWrite = createLetterLimits(api)
  const to = newMailbox()

  const answers = await Promise.all(Array.from({ length: 20 }, () => mayWrite({ to, ip: newAddress() })))

  expect(answers.filter(Boolean)).toHaveLength(1)
  await waitAMinute()
  expect(await mayWrite({ to, ip: newAddress() })).toBe(true)
})

test('a mailbox gets five letters a day, whoever asks', async () => {
  const mayWrite = createLetterLimits(api)
  const to = newMailbox()
  for (let letter = 1; letter <= 5; letter++) {
    expect(await mayWrite({ to, ip: newAddress() })).toBe(true)
    await waitAMinute()
  }

  expect(await mayWrite({ to, ip: newAddress() })).toBe(false)
})

test('a visitor writes to twenty mailboxes an hour, on all instances together', async () => {
  const ip = newAddress()
  for (let letter = 1; letter <= 20; letter++) {
    expect(await createLetterLimits(api)({ to: newMailbox(), ip })).toBe(true)
  }

  expect(await createLetterLimits(api)({ to: newMailbox(), ip })).toBe(false)
  expect(await createLetterLimits(api)({ to: newMailbox(), ip: newAddress() })).toBe(true)
})

test('the table of limits names no mailbox and no visitor', async () => {
  await createLetterLimits(api)({ to: 'oleg@example.ru', ip: '203.0.113.98' })

  const keys = (await api.db.rateLimit.findMany()).map(({ key }) => key).join('\n')

  expect(keys).toContain('letter-mailbox-day')
  expect(keys).not.toMatch(/oleg|203\.0\.113/)
})

import { hash } from '@node-rs/argon2'
import { passwordFaults } from '@rodnik/domain/people/password-rules'
import { expect, test } from 'vitest'
import { commonPasswords } from './common-passwords.ts'
import { hashPassword, needsRehash, verifyPassword } from './passwords.ts'

test('a password opens its own hash and no other, whatever way its letters are put together', async () => {
  const passwordHash = await hashPassword('синий чайник')

  expect(await verifyPassword(passwordHash, 'синий чайник'.normalize('NFD'))).toBe(true)
  expect(await verifyPassword(passwordHash, 'Синий чайник')).toBe(false)
})

test('nobody has no password, not even an empty one', async () => {
  expect(await verifyPassword(undefined, 'синий чайник')).toBe(false)
  expect(await verifyPassword(undefined, '')).toBe(false)
})

test('a hash of other costs is to be made again', async () => {
  expect(needsRehash(await hash('синий чайник', { memoryCost: 8192, timeCost: 1, parallelism: 1 }))).toBe(
    true,
  )
  expect(needsRehash(await hashPassword('синий чайник'))).toBe(false)
})

test('of fifty at once two are reckoned, twenty-four wait, the others are asked to come back', async () => {
  const passwordHash = await hashPassword('синий чайник')

  const answers = await Promise.allSettled(
    Array.from({ length: 50 }, (_, i) => verifyPassword(passwordHash, i % 2 ? 'синий чайник' : 'не он')),
  )

  const served = answers.flatMap((answer, i) =>
    answer.status === 'fulfilled' ? [{ isRight: answer.value, isExpected: i % 2 === 1 }] : [],
  )
  const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []))
  expect(served).toHaveLength(26)
  expect(served.filter(({ isRight, isExpected }) => isRight !== isExpected)).toEqual([])
  expect(refusals).toHaveLength(24)
  expect(refusals[0]).toMatchObject({ code: 'unavailable', details: { retryAfterSeconds: 3 } })
})

test('a hash that cannot be read frees its place for the next', async () => {
  const broken = await Promise.allSettled(Array.from({ length: 10 }, () => verifyPassword('no hash', 'x')))
  expect(broken.filter(({ status }) => status === 'rejected')).toHaveLength(10)

  expect(await verifyPassword(await hashPassword('синий чайник'), 'синий чайник')).toBe(true)
})

test.each(['Password1', 'iloveyou', 'пароль123', 'gfhjkm123', 'трактор74', 'nhfrnjh74'])(
  'the list of the server has «%s»',
  async (password) => {
    expect(passwordFaults(password, { isCommon: await commonPasswords() })).toContain('common')
  },
)

test('a passphrase of common words is not common', async () => {
  const isCommon = await commonPasswords()

  expect(passwordFaults('марина варит суп и поёт', { isCommon })).toEqual([])
})

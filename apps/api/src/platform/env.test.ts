import { expect, test } from 'vitest'
import { readEnv } from './env.ts'

const good = { DATABASE_URL: 'postgresql://u:p@127.0.0.1/db', SESSION_SECRET: 'x'.repeat(32) }

test('two variables are enough', () => {
  expect(readEnv(good)).toMatchObject({ PORT: 3000, PUBLIC_URL: 'http://localhost:3000', TRUST_PROXY: [] })
})

test('letters come from the address that people open, unless another one is given', () => {
  const opened = { ...good, PUBLIC_URL: 'https://lk.example.ru' }
  expect(readEnv(opened).MAIL_FROM).toBe('no-reply@lk.example.ru')
  expect(readEnv({ ...opened, MAIL_FROM: 'water@example.ru' }).MAIL_FROM).toBe('water@example.ru')
  expect(() => readEnv({ ...opened, MAIL_FROM: 'Water <water@example.ru>' })).toThrow('MAIL_FROM')
})

test('an empty variable is one that is not set', () => {
  expect(readEnv({ ...good, PORT: '' }).PORT).toBe(3000)
})

test('the proxies that may name the visitor are a list', () => {
  expect(readEnv({ ...good, TRUST_PROXY: '10.0.0.0/8, 192.0.2.1' }).TRUST_PROXY).toEqual([
    '10.0.0.0/8',
    '192.0.2.1',
  ])
})

test('each bad variable is named, and no value is repeated', () => {
  const bad = { DATABASE_URL: 'mysql://u:hidden@h/db', SESSION_SECRET: 'too-short', PORT: 'abc' }

  expect(() => readEnv(bad)).toThrow(/DATABASE_URL[\s\S]*PORT[\s\S]*SESSION_SECRET/)
  expect(() => readEnv(bad)).not.toThrow(/hidden|too-short|abc/)
})

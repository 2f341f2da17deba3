import type { APIRequestContext } from '@playwright/test'
import type { RequestFiled } from '../packages/contract/src/requests.ts'
import { test as base } from './desk.ts'
import { expect } from './fixtures.ts'

const keyed = () => ({ 'idempotency-key': crypto.randomUUID() })

const APPEAL = {
  kind: 'appeal',
  fields: { type: 'complaint', topic: 'Слабый напор', message: 'Второй день\nслабый напор воды.' },
}

type Asker = {
  file: (filled?: object) => Promise<RequestFiled['request']>
  reply: (id: string, text: string) => Promise<void>
  /** Makes a request due on another day than it would be. */
  dueOn: (id: string, day: string) => Promise<void>
}

const asker = (device: APIRequestContext): Omit<Asker, 'dueOn'> => ({
  file: async (filled = APPEAL) => {
    const response = await device.post('/api/v1/cabinet/requests', {
      data: { filled, language: 'ru', email: 'sosed@example.ru' },
      headers: keyed(),
    })
    expect(response.status()).toBe(201)
    return ((await response.json()) as RequestFiled).request
  },
  reply: async (id, text) => {
    const response = await device.post(`/api/v1/cabinet/requests/${id}/events`, {
      data: { type: 'replied', text },
      headers: keyed(),
    })
    expect(response.status()).toBe(200)
  },
})

/** A resident who asks for things from a phone at home, while the office works at its desk. */
export const test = base.extend<{ asks: Asker }>({
  asks: async ({ resident, otherDevice, db }, provide) => {
    await provide({
      ...asker(await otherDevice(resident.entry)),
      dueOn: async (id, day) => {
        await db.$executeRaw`UPDATE requests SET due_on = ${day}::date WHERE id = ${id}::uuid`
      },
    })
  },
})

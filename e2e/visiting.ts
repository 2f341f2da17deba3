import type { Browser, Page } from '@playwright/test'
import type { Db } from '../apps/api/src/platform/db.ts'
import { expect } from './fixtures.ts'

export const TODAY = '2026-11-22'
export const WINDOW = '15:00'

/** Inspectors come on this Sunday too, and a window of the same day can be chosen. */
export async function openToday(db: Db): Promise<void> {
  await db.referenceValue.createMany({
    skipDuplicates: true,
    data: [
      {
        kind: 'visit_rules',
        subject: '',
        validFrom: new Date('2026-11-01T00:00:00Z'),
        value: { noticeHours: 0, horizonDays: 21, mostAhead: 3 },
        act: 'Решение',
        recordedBy: 'import',
      },
    ],
  })
  const known = await db.visitException.count({ where: { day: new Date(`${TODAY}T00:00:00Z`) } })
  if (known > 0) return
  await db.visitException.create({
    data: {
      day: new Date(`${TODAY}T00:00:00Z`),
      windowFrom: WINDOW,
      places: 60,
      reason: 'Дополнительный день',
      recordedBy: 'system',
    },
  })
}

/** The browser of somebody at home, who has entered by account number, with a request for sealing filed. */
export async function atHome(
  browser: Browser,
  { entry, cold }: { entry: object; cold: { id: string } },
  options: { baseURL: string; headers: Record<string, string>; phone: boolean },
) {
  const context = await browser.newContext({
    baseURL: options.baseURL,
    locale: 'ru-RU',
    timezoneId: 'Asia/Yekaterinburg',
    extraHTTPHeaders: options.headers,
    ...(options.phone && { viewport: { width: 375, height: 812 } }),
  })
  const page = await context.newPage()
  expect((await page.request.post('/api/v1/guest-session', { data: entry })).status()).toBe(201)
  const filed = await page.request.post('/api/v1/cabinet/requests', {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: {
      filled: { kind: 'sealing', fields: { meterIds: [cold.id], reason: 'installed' } },
      language: 'ru',
    },
  })
  expect(filed.status()).toBe(201)
  const { request } = (await filed.json()) as { request: { id: string } }
  return { home: page, requestId: request.id }
}

/** A finger in the frame. */
export async function signBy(page: Page): Promise<void> {
  const pad = page.locator('canvas')
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('There is no frame to sign in')
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const
  await page.mouse.move(...at(0.1, 0.6))
  await page.mouse.down()
  for (const [x, y] of [
    [0.25, 0.2],
    [0.35, 0.8],
    [0.5, 0.3],
    [0.65, 0.7],
    [0.9, 0.4],
  ] as const) {
    await page.mouse.move(...at(x, y), { steps: 4 })
  }
  await page.mouse.up()
}

import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { languages, publicPages } from './languages.ts'

const SLOW_MS = 400

/** Watches from the first paint on how far anything jumps; the sum is the «cumulative layout shift». */
async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const shifts: string[] = []
    Object.assign(globalThis, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number
        sources: { node?: Node }[]
      })[]) {
        const moved = entry.sources.map(({ node }) =>
          node instanceof Element ? node.outerHTML : node?.nodeName,
        )
        shifts.push(`${entry.value.toFixed(4)}: ${moved.map((html) => html?.slice(0, 80)).join(' | ')}`)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.route('**/api/v1/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, SLOW_MS))
    await route.continue()
  })
  return () => page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts)
}

test('nothing moves while the home page loads', { tag: '@phone' }, async ({ page }) => {
  const shifts = await watchShifts(page)
  await page.goto('/')
  await expect(page.getByRole('list', { name: 'Коротко о главном' })).toContainText(
    'По 25 ноября включительно',
  )
  await page.waitForTimeout(200)

  expect(await shifts()).toEqual([])
})

test('nothing moves while the cabinet loads', { tag: '@phone' }, async ({ page, resident, signIn }) => {
  await signIn(resident.entry)
  const shifts = await watchShifts(page)
  await page.goto('/cabinet')
  await expect(page.getByRole('heading', { name: 'Показания за ноябрь' })).toBeVisible()
  await page.waitForTimeout(200)

  expect(await shifts()).toEqual([])
})

test('nothing moves while the catalogue of requests loads, the first one filed or not', {
  tag: '@phone',
}, async ({ page, resident, signIn }) => {
  await signIn(resident.entry)
  const shifts = await watchShifts(page)
  await page.goto('/cabinet/requests')
  await expect(page.getByText('Заявок пока нет')).toBeVisible()
  await page.waitForTimeout(200)
  expect(await shifts()).toEqual([])

  const fields = { type: 'thanks', topic: 'Спасибо', message: 'Быстро пришли.' }
  await page.request.post('/api/v1/cabinet/requests', {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: { filled: { kind: 'appeal', fields }, language: 'ru' },
  })
  await page.reload()
  await expect(page.getByRole('link', { name: /^Обращение/ })).toBeVisible()
  await page.waitForTimeout(200)
  expect(await shifts()).toEqual([])
})

test('nothing moves while a confirmation and its check page load', { tag: '@phone' }, async ({
  page,
  resident,
  signIn,
}) => {
  await signIn(resident.entry)
  const readings = [{ meterId: resident.cold.id, valueLitres: 126_670 }]
  const sent = await page.request.post('/api/v1/submissions', { data: { readings } })
  const { number, checkCode } = (await sent.json()) as { number: string; checkCode: string }
  const shifts = await watchShifts(page)

  for (const path of [`/cabinet/submissions/${number}`, `/check/${checkCode}`]) {
    await page.goto(path)
    await expect(page.getByText('126,670 м³')).toBeVisible()
    await page.waitForTimeout(200)
    expect(await shifts(), path).toEqual([])
  }
})

for (const { language, at, words } of languages) {
  test(`every page fits a phone 320 px wide, in large print too (${language})`, async ({
    page,
    resident,
    signIn,
  }) => {
    await signIn(resident.entry)
    const readings = [{ meterId: resident.cold.id, valueLitres: 126_670 }]
    const sent = await page.request.post('/api/v1/submissions', { data: { readings } })
    const { number, checkCode } = (await sent.json()) as { number: string; checkCode: string }
    await page.setViewportSize({ width: 320, height: 640 })
    const paths = [
      ...Object.values(publicPages),
      '/cabinet',
      `/cabinet/submissions/${number}`,
      `/check/${checkCode}`,
    ]

    const tooWide: string[] = []
    for (const path of paths) {
      await page.goto(at(path))
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveAccessibleName(words.loading)
      if (await isTooWide(page)) tooWide.push(path)
      await page.getByRole('button', { name: words.appearance.larger }).click()
      if (await isTooWide(page)) tooWide.push(`${path} in large print`)
      await page.getByRole('button', { name: words.appearance.usual }).click()
    }

    expect(tooWide).toEqual([])
  })
}

const isTooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

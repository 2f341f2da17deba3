import type { Page } from '@playwright/test'
import { requests as russian } from '../apps/web/src/locales/ru/requests.ts'

const { corrections: say } = russian.form

export const row = (page: Page, place = 1) => page.getByRole('group', { name: say.row(place) })
export const outcome = (page: Page) => page.getByRole('region', { name: say.outcome.title })
export const metres = (litres: number) => (litres / 1000).toFixed(3).replace('.', ',')

export async function chooseMeter(page: Page, meterId: string, place = 1) {
  // Whether there are several to choose from shows once the row has come.
  await row(page, place).waitFor()
  const meters = row(page, place).getByLabel(say.meter, { exact: true })
  if ((await meters.count()) > 0) await meters.selectOption(meterId)
}

export async function fillRow(
  page: Page,
  { meterId, period, litres }: { meterId: string; period: string; litres: number },
) {
  await chooseMeter(page, meterId)
  await row(page).getByLabel(say.month).selectOption(period)
  await row(page).getByRole('textbox').fill(metres(litres))
}

export const corrected = (meterId: string, litres: number) => ({
  kind: 'correction',
  fields: { readings: [{ meterId, period: '2026-10', litres }], reason: 'mistyped' },
})

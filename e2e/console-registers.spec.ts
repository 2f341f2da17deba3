import { words as russian } from '../apps/web/src/locales/ru/staff/index.ts'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { test } from './desk.ts'
import { expect } from './fixtures.ts'

const { registers } = russian
const { filters, saved, files } = registers

test('a clerk filters the accounts, keeps the filter and takes the rows out as a file', async ({
  page,
  given,
  atDesk,
}) => {
  const street = `улица Реестровая ${Date.now()}`
  const bare = await given.account({ street })
  const metered = await given.account({ street, flat: '46' })
  await given.meter(metered.id)
  await atDesk(['clerk'])
  await page.goto('/staff/registers/accounts')
  await page.getByLabel(filters.debtOver).fill('много')
  await page.getByLabel(filters.street).fill(street)
  await page.getByRole('checkbox', { name: filters.noMeter }).check()
  await page.getByRole('button', { name: registers.show, exact: true }).click()
  await expect(page.getByText(registers.fault)).toBeVisible()
  await page.getByLabel(filters.debtOver).fill('')
  await page.getByRole('button', { name: registers.show, exact: true }).click()
  await expect(page).toHaveURL(/noMeter=yes/)
  await expect(page.getByRole('table').getByRole('link')).toHaveCount(1)
  await expect(page.getByRole('table')).toContainText(bare.number.slice(-2))

  await page.getByRole('button', { name: saved.save }).click()
  await page.getByLabel(saved.name).fill('Без счётчика')
  await page.getByRole('button', { name: saved.keep, exact: true }).click()
  await page.goto('/staff/registers/accounts')
  await page.getByRole('link', { name: 'Без счётчика' }).click()
  await expect(page.getByRole('checkbox', { name: filters.noMeter })).toBeChecked()
  await expectNoBarriers(page)
  await expectReadableInEveryLook(page)

  await page.getByRole('button', { name: files.csv }).click()
  const link = page.getByRole('region', { name: files.title }).getByRole('link')
  await expect(link).toContainText(files.rows(1), { timeout: 90_000 })
  const download = page.waitForEvent('download')
  await link.click()
  expect((await download).suggestedFilename()).toContain('.csv')
})

test('an inspector sees the meters that are due, and is offered no file', async ({ page, given, atDesk }) => {
  const street = `улица Поверочная ${Date.now()}`
  const { id } = await given.account({ street })
  await given.meter(id, { serial: 'срочный', verificationDueOn: '2020-01-01' })
  await given.meter(id, { serial: 'нескоро', verificationDueOn: '2099-01-01' })
  await atDesk(['inspector'])
  await page.goto(`/staff/registers/meters?expired=yes&street=${encodeURIComponent(street)}`)

  await expect(page.getByRole('table')).toContainText('срочный')
  await expect(page.getByRole('table')).not.toContainText('нескоро')
  await expect(page.getByRole('button', { name: files.csv })).toHaveCount(0)
})

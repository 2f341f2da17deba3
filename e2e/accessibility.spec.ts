import type { Page } from '@playwright/test'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { type Entry, expect, test } from './fixtures.ts'
import { languages, publicPages, type Speech } from './languages.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
/** The page stands when it has loaded what it shows: until then a heading says so. */
async function open(page: Page, { words, at }: Speech, path: string): Promise<void> {
  await page.goto(at(path))
  await expect(heading(page)).not.toHaveAccessibleName(words.loading)
}

async function enter(page: Page, { words: { signIn } }: Speech, entry: Entry): Promise<void> {
  await page.getByRole('textbox', { name: signIn.account }).fill(entry.accountNumber)
  await page.getByRole('textbox', { name: signIn.house }).fill(entry.house)
  await page.getByRole('textbox', { name: signIn.flat }).fill(entry.flat)
  await page.getByRole('button', { name: signIn.enter }).click()
}

for (const speech of languages) {
  const { language, words } = speech
  const face = (page: Page, service: 'cold' | 'hot') =>
    page.getByRole('textbox', { name: new RegExp(`^${words.service[service]}`) })
  /** The looks are the same in every language, so one of them stands for all. */
  const check = async (page: Page) => {
    await expectNoBarriers(page)
    if (language === 'ru') await expectReadableInEveryLook(page)
  }
  const send = (page: Page) => page.getByRole('button', { name: words.cabinet.send })

  test.describe(`nobody meets a barrier (${language})`, () => {
    for (const [name, path] of Object.entries(publicPages)) {
      test(`on the page: ${name}`, async ({ page }) => {
        await open(page, speech, path)
        await check(page)
      })
    }

    test('when the entry is filled in wrong, refused, and asked for a picture', async ({
      page,
      resident,
    }) => {
      await open(page, speech, '/pokazanie')
      await page.getByRole('button', { name: words.signIn.enter }).click()
      await expect(page.getByText(words.signIn.faults.house)).toBeVisible()
      await check(page)

      await enter(page, speech, { ...resident.entry, flat: '47' })
      await expect(page.getByRole('alert')).toContainText(words.problems.sign_in_failed.title)
      await check(page)

      for (let attempt = 2; attempt <= 3; attempt++) {
        const answer = page.waitForResponse('**/guest-session')
        await page.getByRole('button', { name: words.signIn.enter }).click()
        await answer
      }
      await expect(page.getByRole('img', { name: words.picture.alt })).toBeVisible()
      await check(page)
    })

    test('in the cabinet: at rest, with volumes, a refusal and a doubt', async ({ page, given, signIn }) => {
      const { id, entry } = await given.account()
      await given.meter(id, { verificationDueOn: '2026-10-01' })
      await given.meter(id, { service: 'hot', verificationDueOn: '2026-12-01', readings: { '2026-10': 0 } })
      await given.meter(id, { serial: '00000001', removedOn: '2026-11-10', verificationDueOn: null })
      await signIn(entry)
      await open(page, speech, '/cabinet')
      await check(page)

      await face(page, 'cold').first().fill('126,670')
      await face(page, 'hot').fill('2,500')
      await check(page)

      await face(page, 'cold').first().fill('120,000')
      await face(page, 'hot').fill('80,000')
      await send(page).click()
      await expect(page.getByRole('button', { name: words.verdict.jumpConfirm })).toBeVisible()
      await check(page)
    })

    test('on a confirmation, its public check, and the cabinet with a replaced reading', async ({
      page,
      resident,
      signIn,
    }) => {
      const readings = (valueLitres: number) => [{ meterId: resident.cold.id, valueLitres }]
      await signIn(resident.entry)
      const first = await page.request.post('/api/v1/submissions', { data: { readings: readings(126_670) } })
      await page.request.post('/api/v1/submissions', { data: { readings: readings(126_570) } })
      const { number, checkCode } = (await first.json()) as { number: string; checkCode: string }

      await open(page, speech, `/cabinet/submissions/${number}`)
      await expect(page.getByText(words.confirmation.replacedBy)).toBeVisible()
      await check(page)

      await open(page, speech, `/check/${checkCode}`)
      await expect(page.getByText(words.check.states.replaced)).toBeVisible()
      await check(page)

      await open(page, speech, '/cabinet')
      await page.getByText(words.cabinet.versions).click()
      await check(page)
    })

    test('in the quick form with faults, a doubt and a meter that is not clear', async ({ page, given }) => {
      const { id, entry } = await given.account()
      await given.meter(id)
      await given.meter(id, { service: 'hot' })
      await given.meter(id, { service: 'hot' })
      await open(page, speech, '/quick')
      await send(page).click()
      await expect(page.getByText(words.quick.emptyValue)).toBeVisible()
      await check(page)

      await page.getByRole('textbox', { name: words.signIn.account }).fill(entry.accountNumber)
      await page.getByRole('textbox', { name: words.signIn.house }).fill(entry.house)
      await page.getByRole('textbox', { name: words.signIn.flat }).fill(entry.flat)
      await page.getByRole('textbox', { name: words.quick.value }).fill('203,456')
      await send(page).click()
      await expect(page.getByRole('button', { name: words.verdict.jumpConfirm })).toBeVisible()
      await check(page)

      await page.getByRole('button', { name: words.quick.add }).click()
      await page.getByRole('textbox', { name: words.quick.value }).last().fill('126,670')
      await page.getByRole('button', { name: words.verdict.jumpConfirm }).click()
      await send(page).click()
      await expect(page.getByRole('textbox', { name: words.quick.serialEnding })).toBeVisible()
      await check(page)
    })
  })
}

import { receiptCode } from '../apps/api/src/modules/accounts/receipt-code.ts'
import { face, meter, sendButton } from './cabinet.ts'
import { newEmail, PASSWORD, register, signInWith } from './entrance.ts'
import { expect } from './fixtures.ts'
import { letterTo, linkIn } from './mailbox.ts'
import { test } from './person.ts'

const codeOf = (accountNumber: string) =>
  receiptCode(process.env['E2E_SESSION_SECRET'] ?? '', accountNumber, '2026-11')

test('a newcomer links an account by its meter, sends readings and finds the confirmation', {
  tag: '@phone',
}, async ({ page, resident, aPerson, enter }) => {
  await enter(page, await aPerson())
  await page.goto('/my')
  await page.getByRole('link', { name: 'Добавить лицевой счёт' }).click()
  await page.getByRole('textbox', { name: 'Лицевой счёт' }).fill(resident.entry.accountNumber)
  await page.getByRole('radio', { name: 'По счётчику' }).check()
  await page.getByRole('textbox', { name: 'Номер счётчика' }).fill(resident.cold.serial)
  await page.getByRole('textbox', { name: 'Последнее показание, м³' }).fill('123,456')
  await page.getByRole('button', { name: 'Добавить счёт' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Показания за ноябрь' })).toBeVisible()
  await face(page, 'Холодная').fill('126,670')
  await sendButton(page).click()
  await expect(page.getByRole('heading', { name: 'Показания приняты' })).toBeVisible()
  await expect(page).toHaveURL(/\/my\/accounts\/[\da-f-]{36}\/submissions\/2611-/)
  await expect(page.getByText('в личном кабинете', { exact: true })).toBeVisible()

  await page.getByRole('link', { name: 'Исправить показания' }).click()
  await expect(meter(page, 'Холодная')).toContainText('За ноябрь передано 126,670 м³')
  await page.getByRole('link', { name: 'Мои счета' }).last().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Мои лицевые счета' })).toBeVisible()
  await expect(page.getByRole('listitem')).toContainText('Передайте показания по 1 счётчику')
})

test('whoever mistypes the proof is told what to try, and after three times reads a picture', async ({
  page,
  resident,
  aPerson,
  enter,
}) => {
  await enter(page, await aPerson())
  await page.goto('/my/link')
  await page.getByRole('radio', { name: 'Кодом с квитанции' }).check()
  await page.getByRole('button', { name: 'Добавить счёт' }).click()
  await expect(page.getByText('Введите 8 цифр кода')).toBeVisible()
  await page.getByRole('textbox', { name: 'Лицевой счёт' }).fill(resident.entry.accountNumber)
  await page.getByRole('textbox', { name: 'Код с квитанции' }).fill('1234 5678')
  for (let attempt = 1; attempt <= 3; attempt++) {
    const answer = page.waitForResponse('**/my/accounts')
    await page.getByRole('button', { name: 'Добавить счёт' }).click()
    await answer
  }

  await expect(page.getByRole('alert')).toContainText('Счёт не добавлен')
  await expect(page.getByRole('img', { name: /Картинка с цифрами/ })).toBeVisible()
})

test('a meter that does not prove the account is refused with every cause and another way', async ({
  page,
  resident,
  given,
  aPerson,
  enter,
}) => {
  await given.link((await aPerson()).id, resident.accountId)
  await enter(page, await aPerson())
  await page.goto('/my/link')
  await page.getByRole('textbox', { name: 'Лицевой счёт' }).fill(resident.entry.accountNumber)
  await page.getByRole('textbox', { name: 'Номер счётчика' }).fill(resident.cold.serial)
  await page.getByRole('textbox', { name: 'Последнее показание, м³' }).fill('123,456')
  await page.getByRole('button', { name: 'Добавить счёт' }).click()
  await expect(page.getByRole('alert')).toContainText('уже добавил кто-то другой')
  await page.getByRole('button', { name: 'Ввести код с квитанции' }).click()

  await page.getByRole('textbox', { name: 'Код с квитанции' }).fill(codeOf(resident.entry.accountNumber))
  await page.getByRole('button', { name: 'Добавить счёт' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Показания за ноябрь' })).toBeVisible()
})

test('a helper opens the letter, agrees and sends readings; the owner reads that in the log', async ({
  page,
  resident,
  given,
  aPerson,
  enter,
  otherPage,
}) => {
  const owner = await aPerson({ name: 'Анна Петровна' })
  const helper = await aPerson({ name: 'Пётр' })
  await given.link(owner.id, resident.accountId)
  await enter(page, owner)
  await page.goto(`/my/accounts/${resident.accountId}/settings`)
  await page.getByRole('textbox', { name: 'Почта помощника' }).fill(helper.email)
  await page.getByRole('checkbox', { name: 'Может платить' }).uncheck()
  await page.getByRole('button', { name: 'Отправить приглашение' }).click()
  await expect(page.getByText(`Письмо отправлено: ${helper.email}`)).toBeVisible()

  const theirs = await otherPage()
  await theirs.goto(linkIn(await letterTo(helper.email, 'помочь')))
  await theirs.getByRole('main').getByRole('link', { name: 'Войти' }).click()
  await signInWith(theirs, 'Электронная почта', helper.email, PASSWORD)
  await expect(theirs.getByText('Анна Петровна приглашает вас')).toBeVisible()
  await theirs.getByRole('button', { name: 'Согласиться помогать' }).click()
  await face(theirs, 'Холодная').fill('126,670')
  await sendButton(theirs).click()
  await expect(theirs.getByRole('heading', { name: 'Показания приняты' })).toBeVisible()

  await page.reload()
  const log = page.getByRole('list', { name: 'Что делали со счётом' })
  await expect(log).toContainText('Помощник Пётр: переданы показания')
  await expect(log).toContainText('Помощник Пётр: принял приглашение')
  await page.getByRole('button', { name: 'Отменить помощь: Пётр' }).click()
  await expect(page.getByText('Помощников пока нет.')).toBeVisible()
  await theirs.goto('/my')
  await expect(theirs.getByRole('heading', { name: 'Здесь будут ваши лицевые счета' })).toBeVisible()
})

test('whoever registers because of an invitation finds it after the first sign-in', async ({
  page,
  db,
  resident,
  given,
  aPerson,
  enter,
  otherPage,
}) => {
  const owner = await aPerson({ name: 'Анна Петровна' })
  const email = newEmail()
  await given.link(owner.id, resident.accountId)
  await enter(page, owner)
  await page.goto(`/my/accounts/${resident.accountId}/settings`)
  await page.getByRole('textbox', { name: 'Почта помощника' }).fill(email)
  await page.getByRole('button', { name: 'Отправить приглашение' }).click()

  const theirs = await otherPage()
  await theirs.goto(linkIn(await letterTo(email, 'помочь')))
  await theirs.getByRole('link', { name: 'Зарегистрироваться' }).click()
  await expect(theirs).toHaveURL(/\/register$/)
  // Its picture would be taken for that of the form opened next.
  await expect(theirs.getByRole('img', { name: /Картинка с цифрами/ })).toBeVisible()
  await register(theirs, db, email)
  // The letter opens in a tab of its own.
  const tab = await theirs.context().newPage()
  await tab.goto(linkIn(await letterTo(email, 'Активируйте')))
  await tab.getByRole('button', { name: 'Активировать' }).click()
  await expect(tab.getByText('После входа откроется приглашение')).toBeVisible()
  await tab.getByRole('main').getByRole('link', { name: 'Войти' }).click()
  await signInWith(tab, 'Электронная почта', email, PASSWORD)

  await expect(tab.getByText('Анна Петровна приглашает вас')).toBeVisible()
  await tab.getByRole('button', { name: 'Согласиться помогать' }).click()
  await expect(meter(tab, 'Холодная')).toBeVisible()
})

test('a helper who may only look sees the meters and no field', async ({
  page,
  resident,
  given,
  aPerson,
  enter,
}) => {
  const helper = await aPerson()
  await given.link(helper.id, resident.accountId, { role: 'helper', canSubmit: false })
  await enter(page, helper)
  await page.goto(`/my/accounts/${resident.accountId}`)

  await expect(page.getByText('Вы можете только смотреть')).toBeVisible()
  await expect(meter(page, 'Холодная')).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)
})

test('an owner forbids the entry without registration, and a guest is out at once', async ({
  page,
  resident,
  given,
  aPerson,
  enter,
  otherDevice,
}) => {
  const owner = await aPerson()
  await given.link(owner.id, resident.accountId)
  const guest = await otherDevice(resident.entry)
  await enter(page, owner)
  await page.goto(`/my/accounts/${resident.accountId}/settings`)
  await page.getByRole('button', { name: 'Запретить вход без регистрации' }).click()
  await expect(page.getByRole('button', { name: 'Разрешить вход без регистрации' })).toBeVisible()

  expect((await guest.get('/api/v1/cabinet')).status()).toBe(401)
  await letterTo(owner.email, 'без регистрации')
})

test('several accounts are named, switched between and removed', async ({ page, given, aPerson, enter }) => {
  const person = await aPerson()
  const [home, mothers] = [await given.account(), await given.account()]
  for (const { id } of [home, mothers]) {
    await given.link(person.id, id)
    await given.meter(id)
  }
  await enter(page, person)
  await page.goto(`/my/accounts/${mothers.id}/settings`)
  await page.getByRole('textbox', { name: 'Название' }).fill('Мамина квартира')
  await page.getByRole('button', { name: 'Сохранить название' }).click()
  await expect(page.getByText('Название сохранено.')).toBeVisible()

  await page.goto(`/my/accounts/${home.id}`)
  await page.getByText('Другой счёт').click()
  await page.getByRole('link', { name: 'Мамина квартира' }).click()
  await expect(page).toHaveURL(new RegExp(mothers.id))

  await page.getByRole('link', { name: 'Настройки и помощники' }).click()
  await page.getByRole('button', { name: 'Убрать счёт' }).click()
  await page.getByRole('button', { name: 'Да, убрать' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Мои лицевые счета' })).toBeVisible()
  await expect(page.getByText('Мамина квартира')).toHaveCount(0)
})

test('an account that somebody owns is linked by the code of a receipt, and the owner gets a letter', async ({
  page,
  resident,
  given,
  aPerson,
  enter,
}) => {
  const owner = await aPerson()
  await given.link(owner.id, resident.accountId)
  await enter(page, await aPerson())
  await page.goto('/my/link')
  await page.getByRole('radio', { name: 'Кодом с квитанции' }).check()
  await page.getByRole('textbox', { name: 'Лицевой счёт' }).fill(resident.entry.accountNumber)
  await page.getByRole('textbox', { name: 'Код с квитанции' }).fill(codeOf(resident.entry.accountNumber))
  await page.getByRole('button', { name: 'Добавить счёт' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Показания за ноябрь' })).toBeVisible()
  await letterTo(owner.email, 'лицевой счёт')
})

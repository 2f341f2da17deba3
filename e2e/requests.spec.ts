import { aPhoto, attached } from './attached.ts'
import { expectNoBarriers } from './barriers.ts'
import { appeal, ask, day, filed, heading, pick, send, type } from './filing.ts'
import { expect } from './fixtures.ts'
import { letterTo } from './mailbox.ts'
import { test } from './office.ts'

test('a guest asks for a seal and finds the request again by the link of the letter', {
  tag: '@phone',
}, async ({ page, resident, signIn, browser, baseURL }) => {
  const email = `guest-${resident.entry.accountNumber}@example.ru`
  await signIn(resident.entry)
  await page.goto('/cabinet')
  await ask(page, 'Опломбировать счётчик')
  await page.getByRole('checkbox', { name: /^Горячая вода/ }).check()
  await pick(page, 'Счётчик прошёл поверку')
  await type(page, 'Почта, чтобы прислать ответ (необязательно)', email)
  await send(page)
  const { number, code } = await filed(page)
  await expectNoBarriers(page)

  const link = /https?:\/\/\S+\/request#\S+/.exec((await letterTo(email, number)).text)?.[0] ?? ''
  const elsewhere = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage()
  await elsewhere.goto(link)
  await expect(heading(elsewhere)).toHaveText('Опломбировка счётчика')
  await expect(elsewhere.getByText(/^Горячая вода.*№\s…/)).toBeVisible()
  expect(new URL(link).hash).toBe(`#${number}.${code}`)
  expect(new URL(elsewhere.url()).hash).toBe('')
  await elsewhere.reload()
  await expect(heading(elsewhere)).toHaveText('Опломбировка счётчика')
  await elsewhere.context().close()
})

test('a guest with one meter calls an inspector with two taps', async ({ page, given, signIn }) => {
  const { id, entry } = await given.account()
  await given.meter(id)
  await signIn(entry)
  await page.goto('/cabinet')
  await ask(page, 'Вызвать контролёра')
  await expect(page.getByRole('checkbox')).toBeChecked()
  await pick(page, 'Счётчик сломался или стоит')
  await send(page)
  await filed(page)

  await page.getByRole('link', { name: 'Ко всем заявкам' }).click()
  await expect(page.getByRole('link', { name: /Вызов контролёра.*принята/ })).toBeVisible()
})

test('a guest without meters is led to having one registered', async ({ page, given, signIn }) => {
  const { entry } = await given.account()
  await signIn(entry)
  await page.goto('/cabinet/requests/new/sealing')
  await page.getByRole('link', { name: 'Принять новый счётчик' }).click()
  await expect(heading(page)).toHaveText('Принять новый счётчик')
  await pick(page, 'Поставили, раньше счётчика не было')
  await pick(page, 'Холодная')
  await type(page, 'Марка счётчика', 'СВК-15')
  await type(page, 'Заводской номер', '12345678')
  await day(page, 'Когда поставили', '2026-11-10')
  await type(page, 'Кто ставил', 'ООО «Счётчик»')
  await send(page)
  await filed(page)
})

test.describe('somebody signed in', () => {
  test.beforeEach(async ({ page, resident, given, aPerson, enter }) => {
    const person = await aPerson()
    await given.link(person.id, resident.accountId)
    await enter(page, person)
    await page.goto(`/my/accounts/${resident.accountId}`)
  })

  test('corrects two readings that were billed', async ({ page, resident }) => {
    await ask(page, 'Исправить показания и пересчитать')
    await send(page)
    await expect(page.getByText('Выберите счётчик')).toBeVisible()
    const row = (place: number) => page.getByRole('group', { name: `Показание ${place}` })
    await row(1).getByLabel('Счётчик', { exact: true }).selectOption(resident.cold.id)
    await row(1).getByLabel('Какое показание исправить').selectOption('2026-10')
    await row(1).getByRole('textbox').fill('123,056')
    await page.getByRole('button', { name: 'Добавить ещё показание' }).click()
    await row(2).getByLabel('Счётчик', { exact: true }).selectOption(resident.hot.id)
    await row(2).getByLabel('Какое показание исправить').selectOption('2026-10')
    await row(2).getByRole('textbox').fill('86')
    await pick(page, 'Перепутали счётчики')
    await send(page)
    await filed(page)
    await expect(page.getByText(/Холодная вода.*: за октябрь 2026 г. было 123,056/)).toBeVisible()
  })

  test('tells of time away, and of a day of return that cannot be', async ({ page }) => {
    await ask(page, 'Пересчитать за время отъезда')
    await type(page, 'Сколько человек уезжало', '2')
    await day(page, 'День отъезда', '2026-11-10')
    await day(page, 'День возвращения', '2026-11-01')
    await pick(page, 'Билетами с вашим именем')
    await send(page)
    await expect(page.getByText('День возвращения должен быть позже дня отъезда')).toBeVisible()
    await day(page, 'День возвращения', '2026-11-20')
    await send(page)
    await filed(page)
    await expect(page.getByText('2 человека')).toBeVisible()
  })

  test('tells how many people live there now', async ({ page }) => {
    await ask(page, 'Изменить число жильцов')
    await type(page, 'Сколько человек живёт теперь', '4')
    await day(page, 'С какого дня', '2026-11-02')
    await pick(page, 'Свидетельством о рождении')
    await send(page)
    await filed(page)
  })

  test('writes a complaint, answers a question, opens the answer anew', async ({ page, office }) => {
    await ask(page, 'Написать обращение')
    await appeal(page)
    const { id } = await filed(page)
    await office.take(id)
    await office.ask(id, 'На каком вы этаже?')
    await page.reload()
    await expect(page.getByRole('region', { name: 'Вопрос от сотрудника' })).toContainText(
      'На каком вы этаже?',
    )
    await expectNoBarriers(page)
    await page.getByRole('button', { name: 'Отправить ответ' }).click()
    await expect(page.getByText('Напишите хотя бы несколько слов')).toBeVisible()
    await type(page, 'Ваш ответ', 'На пятом.')
    await page.getByRole('button', { name: 'Отправить ответ' }).click()
    await expect(page.getByText('Отправлено. Сотрудник увидит это вместе с заявкой.')).toBeFocused()
    await expect(page.getByText('На пятом.')).toBeVisible()

    await office.close(id, 'Напор восстановлен, дефект устранён.')
    await page.reload()
    await expect(page.getByText('Напор восстановлен, дефект устранён.').first()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Отозвать заявку' })).toHaveCount(0)
    await page.getByText('Открыть заново').click()
    await type(page, 'Что осталось не так', 'Вечером опять слабый.')
    await expectNoBarriers(page)
    await page.getByRole('button', { name: 'Открыть заявку заново' }).click()
    await expect(page.getByRole('region', { name: 'Сейчас' })).toContainText('в работе')
    await expect(page.getByText('Вечером опять слабый.')).toBeVisible()
  })

  test('withdraws what is not needed any more, after being asked once more', async ({ page }) => {
    await ask(page, 'Написать обращение')
    await appeal(page)
    await filed(page)
    await page.getByRole('button', { name: 'Отозвать заявку' }).click()
    await page.getByRole('button', { name: 'Нет, оставить' }).click()
    await page.getByRole('button', { name: 'Отозвать заявку' }).click()
    await page.getByRole('button', { name: 'Да, отозвать' }).click()
    await expect(page.getByRole('region', { name: 'Сейчас' })).toContainText('отозвана')
    await expect(page.getByRole('button', { name: 'Отозвать заявку' })).toHaveCount(0)
  })

  test('sees that the office was quicker, and keeps what was written', async ({ page, office }) => {
    await ask(page, 'Написать обращение')
    await appeal(page)
    const { id } = await filed(page)
    await page.getByText('Дополнить заявку').click()
    await type(page, 'Что добавить', 'И вода мутная.')
    await attached(page, await aPhoto('вода.jpg'))
    await office.take(id)
    await office.close(id, 'Просим уточнить адрес.', 'refused')
    await page.getByRole('button', { name: 'Отправить', exact: true }).click()
    await expect(page.getByText('Пока вы писали, с заявкой что-то произошло')).toBeVisible()
    await expect(page.getByText('Просим уточнить адрес.').first()).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Что осталось не так' })).toHaveValue('И вода мутная.')
    await expect(page.getByRole('listitem').filter({ hasText: 'вода.jpg' })).toContainText('Приложен')
  })
})

test('a helper who may only look is told who can ask', async ({ page, resident, given, aPerson, enter }) => {
  const helper = await aPerson()
  await given.link(helper.id, resident.accountId, { role: 'helper', canSubmit: false })
  await enter(page, helper)
  await page.goto(`/my/accounts/${resident.accountId}/requests`)
  await expect(page.getByText('Подать заявку может владелец счёта')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Написать обращение' })).toHaveCount(0)
  await page.goto(`/my/accounts/${resident.accountId}/requests/new/appeal`)
  await expect(page.getByText('Подать заявку может владелец счёта')).toBeVisible()
})

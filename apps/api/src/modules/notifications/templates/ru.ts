import { button, type Frame, facts, harmless, shortened, type Templates, text } from '../draft.ts'
import { appointmentLettersRu } from './appointments.ts'
import { meterLettersRu } from './meters.ts'
import { paymentLettersRu } from './payments.ts'
import { readingLettersRu } from './readings.ts'
import { requestLettersRu } from './requests.ts'

export const frameRu: Frame = {
  language: 'ru',
  greeting: 'Здравствуйте!',
  orOpen: 'Если кнопка не нажимается, откройте эту ссылку:',
  signature: ({ organisationName, cityName }) =>
    `${organisationName}, водоснабжение и водоотведение, ${cityName}`,
  contact: ({ phone }) =>
    `Это письмо отправлено автоматически, отвечать на него не нужно. Вопросы — по телефону ${phone}.`,
}

const RIGHTS = { submit: 'передавать показания', pay: 'оплачивать' } as const

type Right = keyof typeof RIGHTS

/** What the person is asked for: a letter about money that asks for none would be taken for a fraud. */
function invitedTo(rights: Right[]): string {
  const [readings, payment] = [rights.includes('submit'), rights.includes('pay')]
  if (readings && payment) return 'Вас просят помочь с показаниями и оплатой воды'
  if (readings) return 'Вас просят помочь с показаниями счётчиков воды'
  return payment ? 'Вас просят помочь с оплатой воды' : 'Вас просят помочь следить за счётчиками воды'
}

const NOT_ME = 'Если это были не вы, позвоните нам по телефону из этого письма.'
const PROFILE = 'Вы получили это письмо, потому что этот адрес указан в вашем личном кабинете.'

export const templatesRu: Templates = {
  activation: (_data, { door, lifetime }) => ({
    subject: 'Активируйте аккаунт',
    blocks: [
      text('Вы зарегистрировались в личном кабинете. Осталось подтвердить, что этот адрес почты ваш.'),
      button('Активировать аккаунт', door('/activate')),
      text(`Ссылка действует ${lifetime} и только один раз.`),
    ],
    why: 'Вы получили это письмо, потому что этот адрес указали при регистрации. Если это были не вы, ничего делать не нужно: без нажатия кнопки аккаунт не появится.',
  }),
  already_registered: (_data, { page }) => ({
    subject: 'У вас уже есть личный кабинет',
    blocks: [
      text('Кто-то, возможно вы, регистрировался с этим адресом почты. Личный кабинет с ним уже есть.'),
      button('Войти', page('/login')),
      text('Если вы не помните пароль, нажмите на странице входа «Забыли пароль?».'),
    ],
    why: 'Вы получили это письмо, потому что этот адрес указали при регистрации. Если это были не вы, ничего делать не нужно: в кабинете ничего не изменилось.',
  }),
  password_reset: (_data, { door, lifetime }) => ({
    subject: 'Задайте новый пароль',
    blocks: [
      text('Вы просили восстановить доступ к личному кабинету. Нажмите кнопку и придумайте новый пароль.'),
      button('Задать новый пароль', door('/reset')),
      text(`Ссылка действует ${lifetime} и только один раз.`),
    ],
    why: 'Вы получили это письмо, потому что для этого адреса запросили новый пароль. Если это были не вы, ничего делать не нужно: старый пароль действует.',
  }),
  visit_office: (_data, { sender }) => ({
    subject: 'Новый пароль организации выдают в офисе',
    blocks: [
      text('Для личного кабинета вашей организации запросили новый пароль.'),
      text(
        'Организации и предприниматели получают пароль лично: приходите в наш офис с документами организации и паспортом.',
      ),
      text(`Часы работы и список документов подскажут по телефону ${sender.phone}.`),
    ],
    why: 'Вы получили это письмо, потому что этот адрес указан у вашей организации. Если пароль просили не вы, ничего делать не нужно: он не изменился.',
  }),
  password_changed: ({ at }, { moment, page }) => ({
    subject: 'Пароль изменён',
    blocks: [
      text(`Пароль вашего личного кабинета изменён ${moment(at)}.`),
      text('Если это сделали не вы, сразу задайте новый пароль.'),
      button('Задать новый пароль', page('/forgot')),
    ],
    why: PROFILE,
  }),
  email_new: ({ newEmail }, { door, lifetime }) => ({
    subject: 'Подтвердите новый адрес почты',
    blocks: [
      text(`В личном кабинете указали новый адрес почты: ${newEmail}. Подтвердите, что он ваш.`),
      button('Подтвердить адрес', door('/confirm-email')),
      text(`Ссылка действует ${lifetime}. Согласие нужно и с прежнего адреса: туда ушло такое же письмо.`),
    ],
    why: 'Вы получили это письмо, потому что этот адрес указали в личном кабинете. Если это были не вы, ничего делать не нужно.',
  }),
  email_old: ({ newEmail }, { door, lifetime }) => ({
    subject: 'Согласитесь на смену адреса почты',
    blocks: [
      text(`В вашем личном кабинете просят заменить этот адрес почты на ${newEmail}.`),
      button('Согласиться на замену', door('/confirm-email')),
      text(`Ссылка действует ${lifetime}. Без вашего согласия адрес не изменится.`),
    ],
    why: `${PROFILE} Если замену просили не вы, не нажимайте кнопку и смените пароль.`,
  }),
  email_changed: ({ newEmail }) => ({
    subject: 'Адрес почты изменён',
    blocks: [text(`Теперь вход в личный кабинет и письма — по адресу ${newEmail}.`)],
    why: `${PROFILE} ${NOT_ME}`,
  }),
  account_linked: ({ accountNumber, at }, { moment, page }) => ({
    subject: 'Ваш лицевой счёт добавили в другой кабинет',
    blocks: [
      text('Ваш лицевой счёт добавил в свой личный кабинет ещё один человек.'),
      facts(['Лицевой счёт', shortened(accountNumber)], ['Когда', moment(at)]),
      text('Если это кто-то из вашей семьи, делать ничего не нужно. Если нет, позвоните нам.'),
      button('Открыть профиль', page('/profile')),
    ],
    why: PROFILE,
  }),
  account_unlinked: ({ accountNumber }, { page }) => ({
    subject: 'Лицевой счёт убран из вашего кабинета',
    blocks: [
      text('Наш офис убрал лицевой счёт из вашего личного кабинета: по документам он принадлежит не вам.'),
      facts(['Лицевой счёт', shortened(accountNumber)]),
      text('Если это ошибка, приходите в офис с паспортом и документами на жильё.'),
      button('Открыть личный кабинет', page('/my')),
    ],
    why: PROFILE,
  }),
  helper_invitation: ({ inviterName, accountNumber, rights, until }, { door, day, lifetime }) => ({
    subject: invitedTo(rights),
    blocks: [
      text(`${harmless(inviterName)} приглашает вас помогать с лицевым счётом за воду.`),
      facts(
        ['Лицевой счёт', shortened(accountNumber)],
        ['Вы сможете', ['смотреть', ...rights.map((right) => RIGHTS[right])].join(', ')],
        ['Срок', until ? `по ${day(until)} включительно` : 'пока владелец не отменит'],
      ),
      button('Посмотреть приглашение', door('/invitation')),
      text(`Приглашение ждёт ответа ${lifetime}.`),
    ],
    why: 'Вы получили это письмо, потому что этот адрес указал человек, который просит помочь. Если вы его не знаете, ничего делать не нужно.',
  }),
  helper_joined: ({ accountNumber, helperName }, { page }) => ({
    subject: 'Ваше приглашение приняли',
    blocks: [
      text(`${harmless(helperName)} теперь помогает вам с лицевым счётом ${shortened(accountNumber)}.`),
      text('Отменить помощь можно в любой момент в профиле.'),
      button('Открыть профиль', page('/profile')),
    ],
    why: PROFILE,
  }),
  guest_entry: ({ accountNumber, at }, { moment, page }) => ({
    subject: 'Ваш лицевой счёт открыли без регистрации',
    blocks: [
      text('Кто-то вошёл по номеру счёта, дому и квартире. Так входят, когда не хотят регистрироваться.'),
      facts(['Лицевой счёт', shortened(accountNumber)], ['Когда', moment(at)]),
      text(
        'Если это были вы или ваши близкие, делать ничего не нужно. Если нет, войдите в личный кабинет, откройте этот счёт и выключите вход без регистрации.',
      ),
      button('Войти в личный кабинет', page('/login')),
    ],
    why: PROFILE,
  }),
  credentials_issued: ({ organisationName, login, at }, { moment, page }) => ({
    subject: 'Выданы логин и пароль организации',
    blocks: [
      text('В нашем офисе выданы логин и одноразовый пароль для личного кабинета.'),
      facts(['Организация', harmless(organisationName)], ['Логин', login], ['Когда', moment(at)]),
      text(
        'Пароль напечатан на листе, который получил ваш представитель. При первом входе его нужно сменить.',
      ),
      button('Войти', page('/business')),
    ],
    why: `Вы получили это письмо, потому что этот адрес указан у вашей организации. ${NOT_ME}`,
  }),
  credentials_reissued: ({ organisationName, login, at }, { moment, page }) => ({
    subject: 'Выдан новый пароль организации',
    blocks: [
      text('В нашем офисе выдан новый одноразовый пароль для личного кабинета. Логин прежний.'),
      facts(['Организация', harmless(organisationName)], ['Логин', login], ['Когда', moment(at)]),
      text('Старый пароль больше не действует. На всех устройствах, где были в кабинете, вход закончился.'),
      text(
        'Новый пароль напечатан на листе, который получил ваш представитель. При первом входе его нужно сменить.',
      ),
      button('Войти', page('/business')),
    ],
    why: `Вы получили это письмо, потому что этот адрес указан у вашей организации. ${NOT_ME}`,
  }),
  second_factor_changed: ({ at }, { moment }) => ({
    subject: 'Изменён второй шаг входа',
    blocks: [text(`Приложение с кодами для входа в вашу учётную запись изменено ${moment(at)}.`)],
    why: `Вы получили это письмо, потому что этот адрес указан в вашей учётной записи. ${NOT_ME}`,
  }),
  recovery_code_used: ({ at, left }, { moment }) => ({
    subject: 'Вход по запасному коду',
    blocks: [
      text(`В вашу учётную запись вошли по запасному коду ${moment(at)}.`),
      facts(['Осталось запасных кодов', String(left)]),
    ],
    why: `Вы получили это письмо, потому что этот адрес указан в вашей учётной записи. ${NOT_ME}`,
  }),
  esia_linked: ({ at }, { moment, page }) => ({
    subject: 'Подключён вход через Госуслуги',
    blocks: [
      text(`К вашему личному кабинету подключён вход через Госуслуги ${moment(at)}.`),
      button('Открыть профиль', page('/profile')),
    ],
    why: `${PROFILE} ${NOT_ME}`,
  }),
  profile_deleted: ({ at }, { moment }) => ({
    subject: 'Личный кабинет удалён',
    blocks: [
      text(`Ваш личный кабинет удалён ${moment(at)}. Ваши имя, почта и телефон стёрты.`),
      text('Лицевой счёт, показания и платежи остались: без них нельзя вести расчёты за воду.'),
    ],
    why: `Это последнее письмо на этот адрес. ${NOT_ME}`,
  }),
  export_ready: (_data, { page }) => ({
    subject: 'Ваши данные готовы',
    blocks: [
      text('Мы собрали файл с вашими данными. Скачать его можно в профиле.'),
      button('Открыть профиль', page('/profile')),
    ],
    why: `${PROFILE} ${NOT_ME}`,
  }),
  ...paymentLettersRu,
  ...readingLettersRu,
  ...meterLettersRu,
  ...requestLettersRu,
  ...appointmentLettersRu,
}

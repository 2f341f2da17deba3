import type { PayChannel, PayMethod, PaymentState } from '@rodnik/contract/payments'
import type { SitePaymentFilter } from '@rodnik/contract/staff-payments'

export const payments = {
  credited: {
    title: 'Платежи',
    none: 'На этот счёт ещё не платили',
    columns: {
      day: 'День',
      channel: 'Как заплатили',
      amount: 'Сумма',
      left: 'Осталось',
      corrections: 'Что сделали',
      change: 'Исправить',
    },
    channels: {
      site: 'на сайте',
      registry: 'через банк',
      terminal: 'через терминал',
      matched: 'нашёл сотрудник',
      other: 'другим способом',
    } satisfies Record<PayChannel, string>,
    nothingLeft: 'ничего',
    refund: {
      asked: (sum: string) => `Возврат ${sum} ждёт банка`,
      done: (sum: string) => `Возвращено ${sum}`,
      refused: (sum: string) => `Возврат ${sum}: банк отказал`,
    },
    moved: (sum: string) => `Перенесено ${sum} на счёт`,
    asked: (name: string, at: string) => `${name}, ${at}`,
    somebody: 'сотрудник',
  },
  correction: {
    /** Stands for a sum until one is typed. */
    money: 'деньги',
    whole: (day: string, sum: string) => `Платёж от ${day} на ${sum}.`,
    refund: {
      button: 'Вернуть деньги',
      title: 'Вернуть деньги плательщику',
      text: (sum: string) =>
        `Банк вернёт ${sum} туда, откуда заплатили. Когда он подтвердит, долг этого счёта вырастет на столько же. Отменить возврат нельзя.`,
      confirm: (sum: string) => `Вернуть ${sum}`,
      atBank: {
        label: 'Банк уже вернул эти деньги в своём кабинете',
        text: (sum: string) =>
          `Спросим банк и, если он вернул ${sum}, сразу запишем возврат. Долг этого счёта вырастет на столько же.`,
        confirm: (sum: string) => `Записать возврат ${sum}`,
      },
    },
    transfer: {
      button: 'Перенести на другой счёт',
      title: 'Перенести на другой счёт',
      text: (sum: string, to: string, day: string) =>
        `Сразу перенесём ${sum} на ${to}. Там оплата зачтётся днём, когда заплатили: ${day}. Долг этого счёта вырастет на столько же. Отменить перенос нельзя.`,
      other: 'другой счёт',
      account: (number: string) => `счёт ${number}`,
      confirm: (sum: string, to: string) => `Перенести ${sum} на ${to}`,
    },
    toAccount: 'Лицевой счёт, на который перенести',
    toAccountHint: 'Десять цифр. Под ними появится адрес: проверьте, тот ли это счёт.',
    closed: 'счёт закрыт',
    sum: 'Сумма, ₽',
    sumHint: (left: string) => `Можно меньше. Осталось от платежа: ${left}`,
    reason: 'Основание',
    reasonHint: 'Заявление, звонок, решение: это увидят в журнале',
    faults: {
      account: 'В номере 10 цифр',
      same: 'Это тот же счёт: впишите другой',
      unknown: 'Такого счёта нет. Проверьте номер',
      sum: 'Впишите сумму в рублях, например 461,79',
      more: (left: string) => `Больше, чем осталось от платежа: ${left}`,
      reason: 'Напишите основание',
    },
    refusals: {
      payment_less_left:
        'От платежа уже осталось меньше: его кто-то исправил. Посмотрите, сколько осталось, и измените сумму.',
      payment_not_given_back: 'Банк столько не возвращал. Проверьте сумму или верните деньги отсюда.',
      acquirer_unavailable: 'Банк не ответил. Попробуйте ещё раз через минуту.',
      payment_not_refundable: 'Через банк возвращают только то, что заплатили на сайте.',
      invalid_request: 'Что-то записано не так. Проверьте поля.',
      not_found: 'Этого платежа на счёте уже нет. Закройте окно и обновите страницу.',
      offline:
        'Ответа нет, и неизвестно, дошла ли просьба. Закройте окно и посмотрите, не появилась ли она в таблице, прежде чем нажимать снова.',
    },
  },
  site: {
    title: 'Платежи',
    lead: 'Платежи на сайте, новые сверху.',
    find: 'Номер платежа, номер банка или лицевой счёт',
    findHint: 'Номер целиком, например P2611-0000123-7',
    search: 'Найти',
    filter: 'Какие',
    all: 'все',
    filters: {
      waiting: 'ждут ответа банка',
      silent: 'банк молчит',
      paid: 'оплачены',
    } satisfies Record<SitePaymentFilter, string>,
    searching: 'Ищем…',
    none: 'Платежей на сайте ещё не было.',
    nothing: 'Ничего не нашлось. Проверьте номер или выберите «все».',
    found: (count: number) => `Найдено: ${count}`,
    isMore: (count: number) => `Показаны новые ${count}. Чтобы увидеть старые, найдите их по номеру.`,
    list: 'Платежи на сайте',
    columns: {
      number: 'Платёж',
      state: 'Состояние',
      amount: 'Сумма',
      accounts: 'За какие счета',
      at: 'Когда',
    },
    states: {
      created: 'заказ открывается',
      pending: 'ждёт оплаты',
      paid: 'оплачен',
      failed: 'не прошёл',
      expired: 'время вышло',
    } satisfies Record<PaymentState, string>,
    silent: (at: string) => `банк молчит с ${at}`,
    methods: { card: 'картой', sbp: 'через СБП' } satisfies Record<PayMethod, string>,
    atBank: (bank: string, id: string) => `${bank}: ${id}`,
    opened: (at: string) => `начат ${at}`,
    paid: (at: string) => `оплачен ${at}`,
  },
  banks: { sber: 'Сбербанк', rbs: 'банк на RBS', yookassa: 'ЮKassa' } as Record<string, string>,
}

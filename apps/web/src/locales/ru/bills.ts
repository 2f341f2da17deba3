import { lineWords } from '@rodnik/domain/receipts/line-words'
import { plural } from '../../lib/plural.ts'
import { explanations } from './explanations.ts'
import { law } from './law.ts'

export const bills = {
  title: (month: string) => `Счёт за ${month}`,
  link: 'Счёт за воду',
  documents: 'Документы',
  pay: 'Оплатить без комиссии',
  back: 'К счётчикам',
  history: 'История',
  tariffs: 'Тарифы на воду',
  account: (number: string) => `Лицевой счёт ${number}`,
  address: ({ street, house, flat }: { street: string; house: string; flat: string }) =>
    flat === '' ? `${street}, д. ${house}` : `${street}, д. ${house}, кв. ${flat}`,
  services: lineWords.services,
  empty: {
    title: 'Счёт за воду',
    text: 'Счёта ещё нет: его выставят до 5-го числа.',
  },
  missing: {
    title: 'Такого счёта нет',
    text: 'За этот месяц счёт не выставляли или у вас нет доступа к этому лицевому счёту.',
    toNewest: 'К последнему счёту',
  },
  pane: {
    title: 'Счёт за воду',
    charged: (month: string, sum: string) => `Начислено за ${month}: ${sum}`,
    open: 'Как получилась эта сумма',
    failed: 'Счёт не загрузился. На показания это не влияет: откройте страницу позже.',
    guest: 'Чтобы увидеть, из чего сложилась сумма, зарегистрируйтесь и добавьте этот лицевой счёт.',
  },
  total: {
    title: 'Итого',
    charged: (month: string) => `Начислено за ${month}`,
    dueOn: 'Оплатите до',
    dueDay: (day: string) => `${day} включительно`,
    owed: 'К оплате сейчас',
    penalty: 'в том числе пени',
    advance: 'Переплата',
    owedHint: 'С учётом оплат и долгов за другие месяцы',
  },
  statement: {
    title: 'Из чего сложилась сумма к оплате',
    asOf: (day: string) => `На день, когда выставлен счёт: ${day}`,
    owedBefore: 'Долг до этого счёта',
    advanceBefore: 'Переплата до этого счёта',
    paid: 'Оплачено после прошлого счёта',
    charged: (month: string) => `Начислено за ${month}`,
    penaltyBefore: 'Пени из прошлых счетов',
    penaltyPaid: 'Оплачено пеней',
    penalty: 'Пени в этом счёте',
    toPay: 'К оплате по этому счёту',
    advanceLeft: 'Остаётся переплата',
  },
  penalties: {
    title: 'Пени',
    lead: 'Начисляются, если счёт не оплачен вовремя. Нажмите на строку, чтобы увидеть дни и ставку.',
    debt: (month: string) => `За неоплаченный счёт за ${month}`,
    dueOn: (day: string) => `Этот счёт нужно было оплатить до ${day} включительно.`,
    days: (from: string, to: string, days: string) => `Считаем с ${from} по ${to}, ${days}.`,
    late: (from: number, to: number) =>
      from === to ? `Это ${from}-й день просрочки.` : `Это дни просрочки с ${from}-го по ${to}-й.`,
    before: 'Часть этой суммы уже была в прошлых счетах, её вычитаем.',
    tooMuch: 'В прошлых счетах пеней было больше, чем вышло. Разницу возвращаем.',
  },
  receipt: {
    title: 'Квитанция',
    text: (month: string) =>
      `За ${month}, с QR-кодом для оплаты. Её можно напечатать и оплатить в любом банке.`,
    open: 'Открыть квитанцию',
    save: 'Скачать PDF',
    print: 'Печать',
    missing: {
      title: 'Квитанции нет',
      text: 'За этот месяц квитанцию не выставляли или у вас больше нет доступа к этому лицевому счёту.',
    },
    tooMany: (wait: string) => ({
      title: 'Слишком много квитанций подряд',
      text: `Следующую можно открыть через ${wait}. Та, что уже открыта или скачана, никуда не денется.`,
    }),
    frame: 'Квитанция для печати',
  },
  qr: {
    title: 'Оплатить по QR-коду',
    show: 'Показать QR-код',
    hide: 'Убрать QR-код',
    sum: (sum: string) => `К оплате сейчас: ${sum}`,
    steps: [
      'Откройте приложение своего банка на телефоне.',
      'Выберите «Платежи», затем «Оплата по QR-коду».',
      'Наведите камеру на этот код, проверьте сумму и оплатите.',
    ],
    samePhone:
      'Приложение банка на этом же телефоне? Сделайте снимок экрана, а в приложении вместо камеры выберите «Загрузить фото».',
    label: (sum: string) => `QR-код для оплаты ${sum} в приложении банка`,
    nothing: 'Платить не нужно: долга нет.',
  },
  lines: 'Нажмите на строку, чтобы увидеть, как она посчитана.',
  explanations,
  law,
  lawTitle: 'Основание',
  change: {
    title: 'Почему сумма другая',
    sameTitle: 'По сравнению с прошлым месяцем',
    more: (sum: string, month: string) => `На ${sum} больше, чем за ${month}. Вот из чего сложилась разница:`,
    less: (sum: string, month: string) => `На ${sum} меньше, чем за ${month}. Вот из чего сложилась разница:`,
    same: (month: string) => `Сумма такая же, как за ${month}.`,
    sameButParts: (month: string) => `Сумма такая же, как за ${month}, но сложилась иначе:`,
    volumeMore: (before: string, now: string) => `Воды больше: было ${before}, стало ${now}`,
    volumeLess: (before: string, now: string) => `Воды меньше: было ${before}, стало ${now}`,
    price: (before: string, now: string) => `Другая цена за м³: была ${before}, стала ${now}`,
    other: {
      absence: 'Скидка за отсутствие',
      correction: 'Перерасчёт за прошлые месяцы',
      inspection: 'Проверка счётчика',
      unauthorised: 'Самовольное подключение',
      surplus: 'Повышающий коэффициент',
      interruption: 'Перерывы в подаче воды',
    },
  },
  others: (count: number) =>
    `Ещё ${count} ${plural('ru', count, ['счёт', 'счёта', 'счетов'])} за другие месяцы`,
}

export type BillsWords = typeof bills

import { plural } from '../../lib/plural.ts'
import { explanations } from './explanations.ts'
import { law } from './law.ts'

export const bills = {
  title: (month: string) => `Счёт за ${month}`,
  link: 'Счёт за воду',
  back: 'К счётчикам',
  history: 'История',
  tariffs: 'Тарифы на воду',
  account: (number: string) => `Лицевой счёт ${number}`,
  address: ({ street, house, flat }: { street: string; house: string; flat: string }) =>
    flat === '' ? `${street}, д. ${house}` : `${street}, д. ${house}, кв. ${flat}`,
  services: { cold_water: 'Холодная вода', wastewater: 'Водоотведение' },
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

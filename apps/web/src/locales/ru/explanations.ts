import { lineWords } from '@rodnik/domain/receipts/line-words'
import { plural } from '../../lib/plural.ts'

const personsWord = (count: number) => plural('ru', count, ['человек', 'человека', 'человек'])
const daysWord = (count: number) => plural('ru', count, ['день', 'дня', 'дней'])
const monthsWord = (count: number) => plural('ru', count, ['месяц', 'месяца', 'месяцев'])
const hoursWord = (count: number) => plural('ru', count, ['час', 'часа', 'часов'])

/** How volumes and sums came about, in words for someone who sees a bill once a month. */
export const explanations = {
  days: (from: string, to: string) => `с ${from} по ${to}`,
  persons: (count: number) => `${count} ${personsWord(count)}`,
  inDays: (count: number) => `${count} ${daysWord(count)}`,
  meter: (name: string, serial: string) => (serial === '' ? name : `${name}, счётчик № ${serial}`),
  unknownMeter: 'Счётчик',
  /** What a line is called, by how its volume was found. */
  methods: lineWords.methods,
  kinds: lineWords.kinds,
  reason: (text: string) => `Причина: ${text}`,
  at: (volume: string, price: string) => `${volume} по ${price}`,
  sum: 'Сумма',
  allParts: 'Всего воды',
  withoutVat: (net: string, percent: string, vat: string) => `Без НДС ${net}, НДС ${percent} — ${vat}`,
  share: (volume: string, whole: string) =>
    `В этом месяце менялась цена, поэтому объём поделён: на эти дни приходится ${volume} из ${whole}.`,
  meterPart: {
    how: (from: string, to: string) => `Показание было ${from}, стало ${to}.`,
    turned: 'Счётчик дошёл до последней цифры и пошёл с нуля.',
    months: (count: number) =>
      `Показание пришло после перерыва, поэтому расход разделён на ${count} ${monthsWord(count)}.`,
  },
  trueUp:
    'Пока показаний не было, вода уже начислялась. Теперь есть показание, и начисленное раньше вычитаем, чтобы не взять дважды.',
  average: {
    because: {
      no_reading: 'Показаний за месяц не было, поэтому взят средний расход за прошлые месяцы.',
      expired: 'Срок поверки счётчика вышел, поэтому взят средний расход за прошлые месяцы.',
      failed: 'Счётчик неисправен, поэтому взят средний расход за прошлые месяцы.',
      refused_access: 'Счётчик не дали проверить, поэтому взят средний расход за прошлые месяцы.',
    },
    missed: (month: number) => `Это ${month}-й такой месяц подряд. После третьего считают по нормативу.`,
    mean: (volume: string) => `${volume} в месяц`,
  },
  norm: {
    because: {
      no_meter: 'Счётчика нет, поэтому вода считается по нормативу на человека.',
      meter_impossible:
        'Счётчик поставить нельзя, это подтверждено актом, поэтому вода считается по нормативу на человека.',
      short_history: 'Счётчик работает меньше трёх месяцев, среднего ещё нет. Взят норматив на человека.',
      no_reading: 'Показаний нет больше трёх месяцев, поэтому взят норматив на человека.',
      expired: 'Счётчик не поверен больше трёх месяцев, поэтому взят норматив на человека.',
      failed: 'Счётчик неисправен больше трёх месяцев, поэтому взят норматив на человека.',
      refused_access: 'Счётчик не дают проверить больше трёх месяцев, поэтому взят норматив на человека.',
    },
    owners: 'В квартире никто не зарегистрирован, поэтому считаем собственников.',
    norm: (volume: string) => `Норматив ${volume} на человека в месяц.`,
  },
  absence:
    'Кто-то из жильцов уезжал, и это подтверждено. Норматив за эти дни вычитаем; дни каждого считаем отдельно.',
  personDays: (count: number) => `${count} ${daysWord(count)} отсутствия`,
  difference: {
    correction: 'Объём за тот месяц исправлен: разницу начисляем или возвращаем.',
    inspection: 'Контролёр проверил счётчик, и показание оказалось другим.',
  },
  amountDifference: {
    surplus: 'Надбавка за тот месяц посчитана заново: разницу начисляем или возвращаем.',
    interruption: 'Скидка за тот месяц посчитана заново: разницу начисляем или возвращаем.',
  },
  differenceHow: (shouldBe: string, were: string) =>
    `Должно быть ${shouldBe}, раньше было начислено ${were}.`,
  unauthorised: 'Подключение без разрешения: объём считается по нормативу с увеличением.',
  dailyAverage: 'Показаний нет, поэтому взят средний расход в день за последний год.',
  capacity: (diameter: string) => `Счётчика нет: считаем, сколько воды пропускает труба ${diameter}.`,
  perSecond: (metres: string) => `${metres} м/с`,
  perDay: (hours: number) => `${hours} ${hoursWord(hours)} в сутки`,
  millimetres: (count: number) => `${count} мм`,
  guaranteed: 'Счётчика ещё нет: взят объём, записанный в договоре.',
  surplus: {
    how: (coefficients: string) =>
      `Закон велит считать норматив с повышающим коэффициентом ${coefficients}, если счётчика нет или его показаний нет слишком долго. Здесь только надбавка: сама вода в строке выше.`,
    and: ' и ',
  },
  interruption: (hours: number, percent: string) =>
    `Воды не было на ${hours} ${hoursWord(hours)} дольше, чем разрешено. За каждый такой час плата меньше на ${percent}.`,
  hours: (count: number) => `${count} ${hoursWord(count)}`,
}

import type { FieldMeter } from '@rodnik/contract/field-visits'
import { periodOf } from '@rodnik/domain/calendar/days'
import { longDay, month, volume } from '../../../platform/documents/sheet/format.ts'
import { type Act, putInOn } from './act-facts.ts'
import { nameOf } from './act-tables.ts'
import { DEFECTS } from './act-words.ts'

/** What the tables do not say: faults, differences with what was billed, and what follows from them. */
export function actSentences({ facts, result, isAbridged }: Act): string[] {
  const named = (id: string) => {
    const meter = facts.meters.find((one) => one.id === id)
    return meter ? nameOf(meter) : ''
  }
  const refusal =
    result.outcome === 'access_refused'
      ? [
          `Контролёр прибыл в согласованное время. В допуске к приборам учёта отказано: ${listed(facts.meters)}.`,
          'До допуска контролёра плата начисляется без учёта показаний (ПП РФ 354, п. 85).',
        ]
      : []
  const found = result.outcome === 'done' ? result.meters : []
  return [
    ...refusal,
    ...found.flatMap(({ meterId, defects, note }) => {
      const faults = [...defects.map((defect) => DEFECTS[defect]), ...(note === '' ? [] : [note])]
      return faults.length > 0 ? [`${named(meterId)}: ${faults.join('; ')}.`] : []
    }),
    ...facts.differences.map((difference) => inWords(named(difference.meterId), difference, facts.day)),
    ...commissioned({ facts, result }),
    ...(result.note === '' ? [] : [`Примечание: ${result.note}`]),
    ...(isAbridged ? [EXTRACT] : []),
  ]
}

/** Said of what was put in, and of nothing else: only that is dated by it. */
function commissioned({ facts, result }: Pick<Act, 'facts' | 'result'>): string[] {
  const added = result.outcome === 'done' ? result.newMeters : []
  return added.flatMap((meter) => {
    const on = putInOn(facts, meter.replacesMeterId)
    return on === null
      ? []
      : [
          `Согласованный выезд не состоялся по вине исполнителя: ${nameOf(meter)} считается введённым в эксплуатацию с ${longDay(on)} г. (ПП РФ 354, п. 81(2)).`,
        ]
  })
}

const EXTRACT =
  'Это выписка: без имён, подписей, примечаний и полных номеров счётчиков. Весь акт владелец счёта найдёт в личном кабинете или получит в офисе.'

const listed = (meters: readonly FieldMeter[]): string => meters.map(nameOf).join(', ')

type Difference = { billedLitres: number; foundLitres: number; differenceLitres: number }

function inWords(
  meter: string,
  { billedLitres, foundLitres, differenceLitres }: Difference,
  day: string,
): string {
  const seen = `${meter}: учтено ${volume(billedLitres)} м³, найдено ${volume(foundLitres)} м³`
  const period = month(periodOf(day))
  return differenceLitres > 0
    ? `${seen}. Разница ${volume(differenceLitres)} м³ войдёт в счёт за ${period} (ПП РФ 354, п. 61).`
    : `${seen}. Начислено больше на ${volume(-differenceLitres)} м³: перерасчёт войдёт в счёт за ${period} (ПП РФ 354, п. 61).`
}

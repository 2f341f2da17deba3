import type { BilledService, ChargeLine } from '@rodnik/contract/charges'
import type { VolumePart } from '@rodnik/contract/volume-parts'

/** What lines of a bill are called in Russian: the page and the paper say the same. */
export const lineWords = {
  services: { cold_water: 'Холодная вода', wastewater: 'Водоотведение' } satisfies Record<
    BilledService,
    string
  >,
  /** A charge, by how its volume was found. */
  methods: {
    meter: 'По счётчику',
    meter_months: 'По счётчику',
    true_up: 'Перерасчёт по новому показанию',
    average: 'По среднему расходу',
    norm: 'По нормативу',
    absence: 'Скидка за отсутствие',
    difference: 'Перерасчёт',
    unauthorised: 'Самовольное подключение',
    daily_average: 'По среднему расходу за год',
    capacity: 'По пропускной способности трубы',
    guaranteed: 'По объёму из договора',
  } satisfies Record<VolumePart['method'], string>,
  kinds: {
    absence: 'Скидка за отсутствие',
    correction: (month: string) => `Перерасчёт за ${month}`,
    inspection: (month: string) => `По проверке счётчика, ${month}`,
    unauthorised: (month: string) => `Самовольное подключение, ${month}`,
    surplus: 'Повышающий коэффициент',
    interruption: 'Перерыв в подаче воды',
    /** What a recalculation changes beside the water itself. */
    amount_correction: {
      surplus: (month: string) => `Перерасчёт повышающего коэффициента за ${month}`,
      interruption: (month: string) => `Перерасчёт за перерыв в подаче воды, ${month}`,
    },
  } satisfies Record<Exclude<ChargeLine['kind'], 'charge'>, unknown>,
}

/** A line beside the charge, with the month it is about: «Перерасчёт за сентябрь 2026». */
export function kindInWords(kind: Exclude<ChargeLine['kind'], 'charge'>, month: string): string {
  const { kinds } = lineWords
  if (kind === 'correction' || kind === 'amount_correction') return kinds.correction(month)
  return kind === 'inspection' || kind === 'unauthorised' ? kinds[kind](month) : kinds[kind]
}

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
    inspection: 'По проверке счётчика',
    unauthorised: 'Самовольное подключение',
    surplus: 'Повышающий коэффициент',
    interruption: 'Перерыв в подаче воды',
  } satisfies Record<Exclude<ChargeLine['kind'], 'charge'>, string | ((month: string) => string)>,
}

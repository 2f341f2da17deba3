export const tariffs = {
  title: 'Тарифы на воду',
  lead: 'Цена одного кубометра: сейчас, раньше и в будущем, если она уже утверждена.',
  services: { cold_water: 'Холодная вода', wastewater: 'Водоотведение' },
  groups: { residents: 'Население', others: 'Организации и прочие потребители' } as Record<string, string>,
  now: 'сейчас',
  coming: 'будет',
  from: (day: string) => `с ${day}`,
  between: (from: string, to: string) => `с ${from} по ${to}`,
  withVat: 'с НДС',
  withoutVat: 'без НДС',
  calculator: 'Посчитать, сколько выйдет за месяц',
  empty: 'Тарифы скоро появятся здесь.',
}

export type TariffsWords = typeof tariffs

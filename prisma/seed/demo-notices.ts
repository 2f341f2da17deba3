import { Client } from 'pg'

type Street = {
  street: string
  houses?: string[]
  houseFrom?: number
  houseTo?: number
  side?: 'odd' | 'even'
}

const part = ({ street, houses = [], houseFrom, houseTo, side }: Street) => ({
  street,
  houses,
  houseFrom: houseFrom ?? null,
  houseTo: houseTo ?? null,
  side: side ?? null,
})

/** One that lasts, and one tomorrow at the address of the first sign-in. */
const OUTAGES = [
  {
    kind: 'emergency',
    services: ['cold_water'],
    title: [
      'Порыв водопровода на улице Братьев Кашириных',
      'A water main has burst in улица Братьев Кашириных',
    ],
    advice: [
      'Бригада на месте. Закройте краны, чтобы не залить соседей, когда воду дадут.',
      'A crew is at work. Close the taps, so that nobody is flooded when the water is back.',
    ],
    water: ['Водовозка: у дома 95, с 10 до 20 часов.', 'Water tanker: at house 95, from 10 to 20.'],
    streets: [{ street: 'улица Братьев Кашириных', houseFrom: 90, houseTo: 110 }],
    from: "app_now() - interval '2 hours'",
    to: "app_now() + interval '4 hours'",
  },
  {
    kind: 'planned',
    services: ['cold_water', 'hot_water'],
    title: ['Замена задвижек на улице Худякова', 'Valves are replaced in улица Худякова'],
    advice: ['Запаситесь водой накануне.', 'Store some water the day before.'],
    water: ['', ''],
    streets: [{ street: 'улица Худякова' }, { street: 'улица Рылеева', houses: ['2', '4', '6а'] }],
    from: "date_trunc('day', app_now() AT TIME ZONE 'Asia/Yekaterinburg') AT TIME ZONE 'Asia/Yekaterinburg' + interval '33 hours'",
    to: "date_trunc('day', app_now() AT TIME ZONE 'Asia/Yekaterinburg') AT TIME ZONE 'Asia/Yekaterinburg' + interval '41 hours'",
  },
] as const

const NEWS = {
  title: ['Показания принимаем до 25 числа', 'Readings are taken until the 25th'],
  body: [
    'Передать показания можно:\n\n- здесь, в личном кабинете;\n- по телефону;\n- в любом офисе.\n\nЕсли показаний нет три месяца, плата считается по нормативу.',
    'Readings can be sent:\n\n- here, in the cabinet;\n- by telephone;\n- in any office.\n\nAfter three months without readings charges go by the norm.',
  ],
} as const

/** What the demo city reads on the site; once, however often it is filled. */
export async function seedDemoNotices(connectionString: string): Promise<void> {
  const client = new Client({ connectionString })
  await client.connect()
  try {
    for (const [i, { title, advice, water, streets, from, to, ...outage }] of OUTAGES.entries()) {
      await client.query(
        `INSERT INTO supply_outages (kind, services, title_ru, title_en, advice_ru, advice_en, water_ru, water_en,
           streets, starts_at, expected_end_at, recorded_by, wish_key, wish_hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, ${from}, ${to}, 'system', $10, '')
         ON CONFLICT (wish_key) DO NOTHING`,
        [
          outage.kind,
          outage.services,
          ...title,
          ...advice,
          ...water,
          JSON.stringify(streets.map((street) => part(street as Street))),
          `demo:outage-${i}`,
        ],
      )
    }
    await client.query(
      `INSERT INTO news (state, title_ru, title_en, body_ru, body_en, is_pinned, publish_from, recorded_by, wish_key,
         wish_hash)
       VALUES ('published', $1, $2, $3, $4, true, app_now() - interval '3 days', 'system', 'demo:news', '')
       ON CONFLICT (wish_key) DO NOTHING`,
      [...NEWS.title, ...NEWS.body],
    )
  } finally {
    await client.end()
  }
}

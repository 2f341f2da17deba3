/** An invented person who can enter. The oid is ESIA's number and the subject of every token. */
export type StandInPerson = {
  oid: number
  lastName: string
  firstName: string
  middleName?: string
  isConfirmed: boolean
  email?: { value: string; isVerified: boolean }
  phone?: { value: string; isVerified: boolean }
  /** What the person is good for, shown on the page. */
  about: string
}

const verified = (value: string) => ({ value, isVerified: true })

export const persons: StandInPerson[] = [
  {
    oid: 1_000_000_101,
    lastName: 'Иванова',
    firstName: 'Анна',
    middleName: 'Петровна',
    isConfirmed: true,
    email: verified('anna.ivanova@example.test'),
    phone: verified('+7(912)0000101'),
    about: 'подтверждённая запись, на её имя открыт лицевой счёт 3140000017',
  },
  {
    oid: 1_000_000_102,
    lastName: 'Валеев',
    firstName: 'Рустам',
    middleName: 'Тимурович',
    isConfirmed: true,
    email: verified('resident@example.test'),
    phone: verified('+7(912)0000102'),
    about: 'подтверждённая запись, на его имя открыт лицевой счёт 3140000025',
  },
  {
    oid: 1_000_000_103,
    lastName: 'Соколов',
    firstName: 'Дмитрий',
    middleName: 'Игоревич',
    isConfirmed: false,
    email: verified('sokolov@example.test'),
    about: 'неподтверждённая запись: портал её не примет',
  },
  {
    oid: 1_000_000_104,
    lastName: 'Ким',
    firstName: 'Виктория',
    isConfirmed: true,
    email: verified('kim@example.test'),
    about: 'подтверждённая запись без отчества и телефона',
  },
  {
    oid: 1_000_000_105,
    lastName: 'Абдрахманова-Загидуллина',
    firstName: 'Гульнара',
    middleName: 'Фаритовна',
    isConfirmed: true,
    email: { value: 'gulnara@example.test', isVerified: false },
    phone: { value: '+7(912)0000105', isVerified: false },
    about: 'подтверждённая запись, почта и телефон не проверены',
  },
  {
    oid: 1_000_000_106,
    lastName: 'Иванова',
    firstName: 'Алла',
    middleName: 'Павловна',
    isConfirmed: true,
    email: verified('alla.ivanova@example.test'),
    about: 'подтверждённая запись, фамилия и инициалы как у Анны Петровны: счёт 3140000017 ей не достанется',
  },
]

export const personOf = (oid: string | number): StandInPerson | undefined =>
  persons.find((person) => String(person.oid) === String(oid))

import type { RequestKindName, RequestKinds } from '@rodnik/contract/request-kinds/index'
import type * as z from 'zod/mini'
import { absenceProofs } from './circumstances.ts'

type Choices<K extends RequestKindName> = {
  [F in keyof RequestKinds[K]['fields'] as RequestKinds[K]['fields'][F] extends { input: 'choice' }
    ? F
    : never]: RequestKinds[K]['fields'][F] extends { schema: z.ZodMiniType<infer V extends string> }
    ? Record<V, string>
    : never
}
/** A kind that is added says its words here, or nothing compiles. */
export type KindWords = {
  [K in RequestKindName]: {
    name: string
    fields: Record<keyof RequestKinds[K]['fields'], string>
    choices: Choices<K>
  }
}

/** What each kind of request is called, and what is asked in it. */
export const requestKinds = {
  sealing: {
    name: 'Пломбировка',
    fields: { meterIds: 'Счётчики', reason: 'Почему' },
    choices: {
      reason: {
        installed: 'после установки',
        verified: 'после поверки',
        repaired: 'после ремонта',
        seal_broken: 'пломба сорвана',
      },
    },
  },
  inspector_call: {
    name: 'Вызов контролёра',
    fields: { meterIds: 'Счётчики', reason: 'Зачем' },
    choices: {
      reason: {
        control_reading: 'контрольное снятие показаний',
        technical_check: 'проверка состояния счётчика',
        meter_fault: 'счётчик неисправен',
        bill_doubt: 'сомнение в начислениях',
      },
    },
  },
  meter_replacement: {
    name: 'Ввод счётчика',
    fields: {
      what: 'Что сделано',
      service: 'Вода',
      type: 'Тип нового счётчика',
      serial: 'Заводской номер',
      installedOn: 'День установки',
      installer: 'Кто установил',
    },
    choices: {
      what: {
        replaced: 'счётчик заменён',
        first_meter: 'счётчик поставлен впервые',
        to_be_replaced: 'счётчик будет заменён',
      },
      service: { cold: 'холодная', hot: 'горячая' },
    },
  },
  correction: {
    name: 'Исправление показаний',
    fields: { readings: 'Верные показания', reason: 'Почему' },
    choices: {
      reason: {
        mistyped: 'ошибка при вводе',
        meters_mixed_up: 'перепутаны счётчики',
        wrong_digits: 'переданы красные цифры или лишний разряд',
        other: 'другое',
      },
    },
  },
  absence: {
    name: 'Временное отсутствие',
    fields: {
      persons: 'Сколько человек',
      leftOn: 'День отъезда',
      returnedOn: 'День возвращения',
      proof: 'Документ',
    },
    choices: {
      proof: absenceProofs,
    },
  },
  persons: {
    name: 'Число проживающих',
    fields: { persons: 'Теперь проживает', since: 'С какого дня', proof: 'Основание' },
    choices: {
      proof: {
        registration: 'регистрация',
        deregistration: 'снятие с регистрации',
        birth: 'рождение',
        death: 'смерть',
        temporary_stay: 'временное проживание',
        other: 'другое',
      },
    },
  },
  appeal: {
    name: 'Обращение',
    fields: { type: 'Вид', topic: 'Тема', message: 'Текст' },
    choices: {
      type: { statement: 'заявление', complaint: 'жалоба', wish: 'предложение', thanks: 'благодарность' },
    },
  },
  credentials: {
    name: 'Доступ организации',
    fields: {
      what: 'Что нужно',
      organisationName: 'Организация',
      inn: 'ИНН',
      contactName: 'Кто обращается',
      contactPhone: 'Телефон',
    },
    choices: { what: { first: 'логин и пароль впервые', again: 'новый пароль взамен прежнего' } },
  },
} satisfies KindWords

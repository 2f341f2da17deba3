import {
  type Block,
  button,
  type Context,
  type Draft,
  facts,
  shortened,
  type Templates,
  text,
} from '../draft.ts'
import type { DataOf } from '../letter.ts'

type Name = 'booked' | 'moved' | 'cancelled' | 'reminder' | 'late'
type AppointmentLetters = Pick<Templates, `appointment_${Name}`>
type Data = DataOf<'appointment_booked'>

type Words = {
  language: 'ru' | 'en'
  title: string
  when: string
  where: string
  topic: string
  specialist: string
  number: string
  account: string
  code: string
  bring: string
  open: string
  change: string
  why: string
}

const ru: Words = {
  language: 'ru',
  title: 'Приём',
  when: 'Когда',
  where: 'Где',
  topic: 'Вопрос',
  specialist: 'Кто примет',
  number: 'Номер записи',
  account: 'Лицевой счёт',
  code: 'Код записи',
  bring: 'Возьмите с собой',
  open: 'Открыть запись',
  change:
    'Если прийти не получается, отмените запись или перенесите её: это время достанется другому. Номер и код записи понадобятся для этого на сайте.',
  why: 'Вы получили это письмо, потому что этот адрес указали при записи на приём. Если записывались не вы, позвоните нам.',
}

const en: Words = {
  language: 'en',
  title: 'Appointment',
  when: 'When',
  where: 'Where',
  topic: 'About',
  specialist: 'With',
  number: 'Number',
  account: 'Account',
  code: 'Code',
  bring: 'Please bring',
  open: 'Open the appointment',
  change:
    'If you cannot come, please cancel or move the appointment: somebody else can have the time. On the site you need its number and code for that.',
  why: 'You got this letter because this address was named when the appointment was made. If it was not you, please call us.',
}

/** What every letter about an appointment says of it. */
function details(data: Data, { appointment, appointmentCode }: Context, words: Words): Block {
  return facts(
    [words.when, appointment(data.startsAt, data.timeZone)],
    [words.where, `${data.office}, ${data.address}, ${data.phone}`],
    [words.topic, data.topic],
    [words.specialist, data.specialist],
    [words.account, shortened(data.accountNumber)],
    [words.number, data.number],
    ...(data.isGuest ? [[words.code, appointmentCode(data.id)] satisfies [string, string]] : []),
  )
}

const toBring = ({ bring }: Data, words: Words): Block[] => (bring ? [text(`${words.bring}: ${bring}`)] : [])

function openButton({ isGuest, accountId }: Data, { page }: Context, words: Words): Block {
  return button(
    words.open,
    page(isGuest ? '/cabinet/appointments' : `/my/accounts/${accountId}/appointments`),
  )
}

/** In the calendar it says the same, in fewer words. */
const calendarOf = (
  data: Data,
  { sender }: Context,
  words: Words,
  isCancelled = false,
): Draft['calendar'] => ({
  id: data.id,
  sequence: data.sequence,
  startsAt: data.startsAt,
  endsAt: data.endsAt,
  writtenAt: data.writtenAt,
  title: `${words.title}: ${data.topic}`,
  place: `${data.office}, ${data.address}`,
  notes: [
    `${words.number}: ${data.number}`,
    data.phone,
    ...(data.bring ? [`${words.bring}: ${data.bring}`] : []),
  ].join('\n'),
  isCancelled,
  language: words.language,
  organiser: sender.organisationName,
})

/** A letter that says what is to come, with the event for the calendar. */
function coming(
  words: Words,
  data: Data,
  context: Context,
  said: { subject: string; opening: string },
): Draft {
  const calendar = calendarOf(data, context, words)
  return {
    subject: said.subject,
    blocks: [
      text(said.opening),
      details(data, context, words),
      ...toBring(data, words),
      text(words.change),
      openButton(data, context, words),
    ],
    why: words.why,
    ...(calendar && { calendar }),
  }
}

function cancelled(
  words: Words,
  data: Data,
  context: Context,
  said: { subject: string; opening: string[] },
): Draft {
  const calendar = calendarOf(data, context, words, true)
  return {
    subject: said.subject,
    blocks: [...said.opening.map(text), details(data, context, words)],
    why: words.why,
    ...(calendar && { calendar }),
  }
}

export const appointmentLettersRu: AppointmentLetters = {
  appointment_booked: (data, context) =>
    coming(ru, data, context, {
      subject: `Вы записаны на приём: ${context.appointment(data.startsAt, data.timeZone)}`,
      opening: 'Вы записаны на приём. Событие для календаря приложено к письму.',
    }),
  appointment_moved: (data, context) =>
    coming(ru, data, context, {
      subject: `Приём перенесён: ${context.appointment(data.startsAt, data.timeZone)}`,
      opening: 'Ваша запись перенесена. Прежнее время больше не действует.',
    }),
  appointment_cancelled: ({ reason, ...data }, context) =>
    cancelled(ru, data, context, {
      subject: `Запись на приём отменена: ${context.appointment(data.startsAt, data.timeZone)}`,
      opening: [
        'Запись на приём отменена.',
        ...(reason === null
          ? []
          : [`Причина: ${reason}`, 'Записаться на другое время можно на сайте или по телефону.']),
      ],
    }),
  appointment_reminder: ({ ahead, ...data }, context) =>
    coming(ru, data, context, {
      subject: `${ahead === 'day' ? 'Скоро' : 'Сегодня'} приём: ${context.appointment(data.startsAt, data.timeZone)}`,
      opening:
        ahead === 'day'
          ? 'Напоминаем: вы записаны на приём в ближайшие сутки.'
          : 'Напоминаем: ваш приём начнётся меньше чем через два часа.',
    }),
  appointment_late: ({ minutes, ...data }, context) => ({
    subject: `Приём начнётся позже примерно на ${minutes} мин`,
    blocks: [
      text(
        `Специалист задерживается, приём начнётся позже примерно на ${minutes} мин. Ваша запись действует, просим извинить за ожидание.`,
      ),
      details(data, context, ru),
    ],
    why: ru.why,
  }),
}

export const appointmentLettersEn: AppointmentLetters = {
  appointment_booked: (data, context) =>
    coming(en, data, context, {
      subject: `Your appointment: ${context.appointment(data.startsAt, data.timeZone)}`,
      opening: 'You have an appointment. An event for your calendar comes with this letter.',
    }),
  appointment_moved: (data, context) =>
    coming(en, data, context, {
      subject: `Appointment moved: ${context.appointment(data.startsAt, data.timeZone)}`,
      opening: 'Your appointment was moved. The former time holds no more.',
    }),
  appointment_cancelled: ({ reason, ...data }, context) =>
    cancelled(en, data, context, {
      subject: `Appointment cancelled: ${context.appointment(data.startsAt, data.timeZone)}`,
      opening: [
        'The appointment is cancelled.',
        ...(reason === null ? [] : [`Why: ${reason}`, 'Another time can be had on the site or by phone.']),
      ],
    }),
  appointment_reminder: ({ ahead, ...data }, context) =>
    coming(en, data, context, {
      subject: `Appointment ${ahead === 'day' ? 'soon' : 'today'}: ${context.appointment(data.startsAt, data.timeZone)}`,
      opening:
        ahead === 'day'
          ? 'A reminder: you have an appointment within a day.'
          : 'A reminder: your appointment begins in less than two hours.',
    }),
  appointment_late: ({ minutes, ...data }, context) => ({
    subject: `Your appointment will begin about ${minutes} minutes later`,
    blocks: [
      text(
        `The specialist is running late: your appointment will begin about ${minutes} minutes later. It holds; we are sorry for the wait.`,
      ),
      details(data, context, en),
    ],
    why: en.why,
  }),
}

import { button, type Context, type Draft, facts, shortened, type Templates, text } from '../draft.ts'

type Letters = Pick<Templates, 'guest_submission' | 'office_submission' | 'integrator_submission'>

type Sent = { accountNumber: string; submissionNumber: string; at: string; program?: string }

/** To owners: readings came in another way than theirs. */
const sentByOthersRu =
  (subject: string, how: string) =>
  ({ accountNumber, submissionNumber, at, program }: Sent, { moment, page }: Context): Draft => ({
    subject,
    blocks: [
      text(how),
      facts(
        ['Лицевой счёт', shortened(accountNumber)],
        ['Номер приёма', submissionNumber],
        ['Когда', moment(at)],
        ...(program === undefined ? [] : [['Программа', program] as [string, string]]),
      ),
      text('Если показания неверные, войдите в личный кабинет и передайте верные.'),
      button('Войти в личный кабинет', page('/login')),
    ],
    why: 'Вы получили это письмо, потому что этот адрес указан в вашем личном кабинете.',
  })

export const readingLettersRu: Letters = {
  guest_submission: sentByOthersRu(
    'По вашему счёту передали показания',
    'Показания счётчиков передали без входа в личный кабинет.',
  ),
  office_submission: sentByOthersRu(
    'Сотрудник записал показания по вашему счёту',
    'Показания записал сотрудник: их назвали по телефону, принесли или прислали.',
  ),
  integrator_submission: sentByOthersRu(
    'Программа передала показания по вашему счёту',
    'Показания счётчиков передала программа, которой мы открыли ваш счёт. Например, программа управляющей компании. О новых показаниях сегодня мы больше не напишем.',
  ),
}

const sentByOthersEn =
  (subject: string, how: string) =>
  ({ accountNumber, submissionNumber, at, program }: Sent, { moment, page }: Context): Draft => ({
    subject,
    blocks: [
      text(how),
      facts(
        ['Account', shortened(accountNumber)],
        ['Submission number', submissionNumber],
        ['When', moment(at)],
        ...(program === undefined ? [] : [['Program', program] as [string, string]]),
      ),
      text('If the readings are wrong, sign in and send the right ones.'),
      button('Sign in', page('/login')),
    ],
    why: 'You got this letter because this address is in your profile.',
  })

export const readingLettersEn: Letters = {
  guest_submission: sentByOthersEn(
    'Readings were sent for your account',
    'Meter readings were sent without signing in.',
  ),
  office_submission: sentByOthersEn(
    'The office has recorded readings for your account',
    'A member of staff recorded readings that somebody told, brought or sent.',
  ),
  integrator_submission: sentByOthersEn(
    'A program has sent readings for your account',
    'Meter readings were sent by a program that we let see your account, such as that of a management company. If it sends more today, we will not write again.',
  ),
}

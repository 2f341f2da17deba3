import { button, facts, shortened, type Templates, text } from '../draft.ts'

type Letters = Pick<Templates, 'guest_submission' | 'office_submission'>

/** To owners: readings came in another way than theirs. */
const sentByOthersRu =
  (subject: string, how: string): Templates['guest_submission'] =>
  ({ accountNumber, submissionNumber, at }, { moment, page }) => ({
    subject,
    blocks: [
      text(how),
      facts(
        ['Лицевой счёт', shortened(accountNumber)],
        ['Номер приёма', submissionNumber],
        ['Когда', moment(at)],
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
}

const sentByOthersEn =
  (subject: string, how: string): Templates['guest_submission'] =>
  ({ accountNumber, submissionNumber, at }, { moment, page }) => ({
    subject,
    blocks: [
      text(how),
      facts(
        ['Account', shortened(accountNumber)],
        ['Submission number', submissionNumber],
        ['When', moment(at)],
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
}

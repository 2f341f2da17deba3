import { button, facts, type Templates, text } from '../draft.ts'
import { visitLetter, visitWordsEn, visitWordsRu } from './visits.ts'

type RequestLetters = Pick<Templates, 'request_filed' | 'request_changed'>

const KINDS_RU: Record<string, string> = {
  sealing: 'Заявка на опломбировку',
  inspector_call: 'Вызов контролёра',
  meter_replacement: 'Замена или установка счётчика',
  correction: 'Исправление показаний и перерасчёт',
  absence: 'Временное отсутствие',
  persons: 'Изменение числа жильцов',
  appeal: 'Обращение',
  credentials: 'Доступ для организации',
}

const KINDS_EN: Record<string, string> = {
  sealing: 'Sealing of a meter',
  inspector_call: 'Call of an inspector',
  meter_replacement: 'A new meter',
  correction: 'Correction of readings',
  absence: 'Time away',
  persons: 'Change of residents',
  appeal: 'Letter to us',
  credentials: 'Access for an organisation',
}

const EVENTS_RU = {
  asked: 'У нас есть вопрос к вам. Ответьте, пожалуйста: без ответа мы не можем продолжить.',
  scheduled: 'Назначен визит. День и время — на странице заявки.',
  visit_missed: 'Визит не состоялся. На странице заявки можно выбрать другое время.',
  visit_cancelled: 'Визит отменён. На странице заявки можно выбрать другое время.',
  miss_undone: 'Запись контролёра о визите дошла до нас позже. Что записано — на странице заявки.',
  done: 'Заявка выполнена. Ответ — на её странице.',
  refused: 'По заявке принято решение отказать. Причина — на её странице.',
} as const

const EVENTS_EN = {
  asked: 'We have a question for you. Please answer: we cannot go on without it.',
  scheduled: 'A visit has been agreed. Its day and time are on the page of the request.',
  visit_missed: 'The visit did not take place. Another time can be chosen on the page of the request.',
  visit_cancelled: 'The visit is cancelled. Another time can be chosen on the page of the request.',
  miss_undone: 'The inspector’s record of the visit reached us later. It is on the page of the request.',
  done: 'The request is done. Our answer is on its page.',
  refused: 'The request is refused. The reason is on its page.',
} as const

const changedRu: RequestLetters['request_changed'] = ({ requestId, number, kind, event }, { tracked }) => ({
  subject: `${KINDS_RU[kind] ?? kind}, № ${number}: есть новости`,
  blocks: [text(EVENTS_RU[event]), button('Открыть заявку', tracked({ requestId, number }))],
  why: 'Вы получили это письмо, потому что этот адрес указан в заявке.',
})

export const requestLettersRu: RequestLetters = {
  request_filed: ({ requestId, number, kind, dueOn }, { day, tracked, codeOf }) => ({
    subject: `Принято: ${KINDS_RU[kind] ?? kind}, № ${number}`,
    blocks: [
      text('Мы получили вашу заявку.'),
      facts(
        ['О чём', KINDS_RU[kind] ?? kind],
        ['Номер', number],
        ['Код для просмотра', codeOf(requestId)],
        ['Ответим не позднее', day(dueOn)],
      ),
      text('По номеру и коду заявку можно открыть без входа. Никому их не сообщайте.'),
      button('Открыть заявку', tracked({ requestId, number })),
    ],
    why: 'Вы получили это письмо, потому что этот адрес указан в заявке. Если её подали не вы, позвоните нам.',
  }),
  request_changed: (data, context) => visitLetter(data, context, visitWordsRu) ?? changedRu(data, context),
}

const changedEn: RequestLetters['request_changed'] = ({ requestId, number, kind, event }, { tracked }) => ({
  subject: `${KINDS_EN[kind] ?? kind}, No. ${number}: there is news`,
  blocks: [text(EVENTS_EN[event]), button('Open the request', tracked({ requestId, number }))],
  why: 'You got this letter because this address was named in the request.',
})

export const requestLettersEn: RequestLetters = {
  request_filed: ({ requestId, number, kind, dueOn }, { day, tracked, codeOf }) => ({
    subject: `Received: ${KINDS_EN[kind] ?? kind}, No. ${number}`,
    blocks: [
      text('We have received your request.'),
      facts(
        ['About', KINDS_EN[kind] ?? kind],
        ['Number', number],
        ['Code to open it', codeOf(requestId)],
        ['We answer by', day(dueOn)],
      ),
      text('Number and code open the request without signing in. Tell them to nobody.'),
      button('Open the request', tracked({ requestId, number })),
    ],
    why: 'You got this letter because this address was named in the request. If it was not you who filed it, call us.',
  }),
  request_changed: (data, context) => visitLetter(data, context, visitWordsEn) ?? changedEn(data, context),
}

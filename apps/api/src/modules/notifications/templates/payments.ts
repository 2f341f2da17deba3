import { facts, shortened, type Templates, text } from '../draft.ts'

type PaymentLetters = Pick<Templates, 'payment_received'>

export const paymentLettersRu: PaymentLetters = {
  payment_received: ({ number, at, amountKopecks, accounts }, { moment, money }) => ({
    subject: `Платёж получен: ${money(amountKopecks)}`,
    blocks: [
      text('Мы получили ваш платёж и зачли его. Комиссии нет.'),
      facts(
        ['Сумма', money(amountKopecks)],
        ...accounts.map((part): [string, string] => [
          `Лицевой счёт ${shortened(part.accountNumber)}`,
          money(part.amountKopecks),
        ]),
        ['Когда', moment(at)],
        ['Номер платежа', number],
      ),
      text('Кассовый чек банк присылает отдельным письмом.'),
    ],
    why: 'Вы получили это письмо, потому что этот адрес указан при оплате. Если платили не вы, ничего делать не нужно.',
  }),
}

export const paymentLettersEn: PaymentLetters = {
  payment_received: ({ number, at, amountKopecks, accounts }, { moment, money }) => ({
    subject: `Payment received: ${money(amountKopecks)}`,
    blocks: [
      text('We have received your payment and credited it. There is no commission.'),
      facts(
        ['Sum', money(amountKopecks)],
        ...accounts.map((part): [string, string] => [
          `Account ${shortened(part.accountNumber)}`,
          money(part.amountKopecks),
        ]),
        ['When', moment(at)],
        ['Number of the payment', number],
      ),
      text('The bank sends the cash receipt in a letter of its own.'),
    ],
    why: 'You got this letter because this address was named when paying. If it was not you, you need do nothing.',
  }),
}

import type { MeterWorkKind } from '@rodnik/contract/meter-works'
import { button, facts, shortened, type Templates, text } from '../draft.ts'

type Letters = Pick<Templates, 'meter_work'>

const WORKS_RU: Record<MeterWorkKind, string> = {
  install: 'Счётчик установлен',
  replace: 'Счётчик заменён',
  verify: 'Поверка записана',
  seal: 'Счётчик опломбирован',
  take_out: 'Счётчик снят',
  fail: 'Счётчик признан неисправным',
  repair: 'Счётчик отремонтирован и поверен',
  access_refused: 'Записан отказ в доступе к счётчику',
  access_given: 'Записано, что доступ к счётчику дан',
  control: 'Записано контрольное показание',
}

const WORKS_EN: Record<MeterWorkKind, string> = {
  install: 'A meter was installed',
  replace: 'A meter was replaced',
  verify: 'A verification was recorded',
  seal: 'A meter was sealed',
  take_out: 'A meter was taken out',
  fail: 'A meter was found out of order',
  repair: 'A meter was repaired and verified',
  access_refused: 'A refusal of access to a meter was recorded',
  access_given: 'Access to a meter was recorded',
  control: 'A control reading was recorded',
}

const WATER_RU = { cold: 'холодная вода', hot: 'горячая вода' } as const
const WATER_EN = { cold: 'cold water', hot: 'hot water' } as const

export const meterLettersRu: Letters = {
  meter_work: ({ accountNumber, work, service, serialEnd, doneOn, actNumber }, { day, page }) => ({
    subject: `${WORKS_RU[work]}, счёт ${shortened(accountNumber)}`,
    blocks: [
      text(`${WORKS_RU[work]}. Это записал сотрудник; от этого зависит ваш счёт за воду.`),
      facts(
        ['Лицевой счёт', shortened(accountNumber)],
        ['Счётчик', `${WATER_RU[service]}, № …${serialEnd}`],
        ['Когда', day(doneOn)],
        ...(actNumber === '' ? [] : ([['Акт', actNumber]] as [string, string][])),
      ),
      text('Если этого не было или записано неверно, позвоните нам или напишите обращение в кабинете.'),
      button('Открыть счётчики', page('/my')),
    ],
    why: 'Вы получили это письмо, потому что этот адрес указан в вашем личном кабинете.',
  }),
}

export const meterLettersEn: Letters = {
  meter_work: ({ accountNumber, work, service, serialEnd, doneOn, actNumber }, { day, page }) => ({
    subject: `${WORKS_EN[work]}, account ${shortened(accountNumber)}`,
    blocks: [
      text(`${WORKS_EN[work]}. A member of staff recorded it; your water bill depends on it.`),
      facts(
        ['Account', shortened(accountNumber)],
        ['Meter', `${WATER_EN[service]}, No. …${serialEnd}`],
        ['When', day(doneOn)],
        ...(actNumber === '' ? [] : ([['Act', actNumber]] as [string, string][])),
      ),
      text('If that did not happen or is recorded wrongly, call us or write to us from your profile.'),
      button('Open the meters', page('/my')),
    ],
    why: 'You got this letter because this address is in your profile.',
  }),
}

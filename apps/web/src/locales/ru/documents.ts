export const documents = {
  title: 'Документы',
  account: (number: string) => `Лицевой счёт ${number}`,
  contract: (number: string, signedOn: string) =>
    signedOn === '' ? `Договор № ${number}` : `Договор № ${number} от ${signedOn}`,
  back: 'К счётчикам',
  months: {
    title: 'За месяц',
    columns: { month: 'Месяц', number: 'Номер', sum: 'Сумма с НДС' },
    papers: { invoice: 'Счёт', act: 'Акт', 'vat-invoice': 'Данные счёта-фактуры' },
    empty: 'Документов ещё нет: они появятся после первого закрытого месяца.',
    fileOf: (paper: string, month: string, format: string) => `${paper} за ${month}, ${format}`,
  },
  reconciliation: {
    title: 'Акт сверки',
    text: 'За любые дни: сколько было должны, что начислено и оплачено, сколько осталось.',
    from: 'С какого дня',
    to: 'По какой день',
    wrong: 'Первый день должен быть не позже последнего.',
    pdf: 'Скачать PDF',
    xlsx: 'Скачать Excel',
  },
}

export type DocumentsWords = typeof documents

import type { DocumentsWords } from '../ru/documents.ts'

export const documents: DocumentsWords = {
  title: 'Documents',
  account: (number) => `Account ${number}`,
  contract: (number, signedOn) =>
    signedOn === '' ? `Contract no. ${number}` : `Contract no. ${number} of ${signedOn}`,
  back: 'To the meters',
  months: {
    title: 'By month',
    columns: { month: 'Month', number: 'Number', sum: 'Total with VAT' },
    papers: { invoice: 'Invoice', act: 'Act', 'vat-invoice': 'VAT invoice data' },
    empty: 'There are no documents yet: they come with the first month that is final.',
    fileOf: (paper, month, format) => `${paper} for ${month}, ${format}`,
  },
  reconciliation: {
    title: 'Reconciliation statement',
    text: 'For any days: what was owed, what was charged and paid, what is left.',
    from: 'From',
    to: 'To',
    wrong: 'The first day must not be later than the last.',
    pdf: 'Download PDF',
    xlsx: 'Download Excel',
  },
}

import type { LibraryWords } from '../ru/library.ts'

export const library: LibraryWords = {
  title: 'Documents',
  lead: 'Sample contracts, statements and powers of attorney. Download, fill in, and bring or send them to us. They are in Russian, as the office takes them.',
  empty: 'Documents will be here soon.',
  filled: {
    title: 'Statements with your data',
    lead: 'Account number, address and meters are filled in already. What is left is the matter, the day and your signature.',
    guestLead:
      'Account number, house, flat and meters are filled in already. Without signing in by e-mail we show no name and no phone: write them yourself.',
    back: 'To the meters',
  },
  offer: 'Statements can be downloaded with your address and meters in them.',
  toFilled: 'Download with my data',
  chooseAccount: 'Choose an account',
  take: 'Download',
  form: 'form, PDF',
  types: {
    'application/pdf': 'PDF',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
    'application/vnd.oasis.opendocument.text': 'ODT',
    'image/jpeg': 'JPEG',
    'image/png': 'PNG',
  },
  validFrom: (day: string) => `in force from ${day}`,
  failed: 'It could not be downloaded. Check your internet and press again.',
  gone: 'This document is gone. Reload the page.',
  tooOften: 'Too many downloads in a row. Wait a few minutes.',
}

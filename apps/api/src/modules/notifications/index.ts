export { type Letter, languageOf } from './letter.ts'
export { letterRow, queueLetter, undeliveredLetters } from './letters.repo.ts'
export { type Mail, startMail } from './mail.ts'

export { type Letter, languageOf, type ToldVisit } from './letter.ts'
export { letterRow, queueLetter, undeliveredLetters } from './letters.repo.ts'
export { type Mail, startMail } from './mail.ts'

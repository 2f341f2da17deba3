export { type Letter, languageOf } from './letter.ts'
export { queueLetter, undeliveredLetters } from './letters.repo.ts'
export { type Mail, startMail } from './mail.ts'

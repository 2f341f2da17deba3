export { queueLetter } from './letters.repo.ts'

import { escapeHtml, plainPage } from '../plain-page.ts'
import { persons, type StandInPerson } from './persons.ts'

const page = plainPage({
  name: 'Учебные Госуслуги',
  banner: 'Учебные Госуслуги — не настоящие. Все люди придуманы, пароль не нужен.',
  colour: '#ffd84d',
})

const fullName = ({ lastName, firstName, middleName = '' }: StandInPerson) =>
  `${lastName} ${firstName} ${middleName}`.trim()

const about = (person: StandInPerson) =>
  `<strong>${fullName(person)}</strong>${person.about}${person.email ? `<small>почта ${person.email.value}</small>` : ''}`

const choice = (person: StandInPerson) =>
  `<button name="person" value="${person.oid}">${about(person)}</button>`

/** Where a visitor chooses whom to enter as, or refuses. */
export const choicePage = (action: string): string =>
  page(
    'Кем войти на портал?',
    `<form method="post" action="${escapeHtml(action)}">${persons.map(choice).join('')}
<button name="person" value=""><strong>Отказаться от входа</strong>портал узнает только об отказе</button></form>`,
  )

/** The page at the root, for somebody who wonders what this is. */
export const frontPage = (): string =>
  page(
    'Что это',
    `<p>Замена портала Госуслуг для учебного города. Начните вход на портале воды: кнопка «Войти через Госуслуги» приведёт сюда.</p>
<ul>${persons.map((person) => `<li>${about(person)}</li>`).join('')}</ul>`,
  )

export const failurePage = (reason: string): string =>
  page(
    'Войти не получилось',
    `<p>Вернитесь на портал воды и начните вход заново.</p><p>${escapeHtml(reason)}</p>`,
  )

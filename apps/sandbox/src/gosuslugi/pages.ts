import { persons, type StandInPerson } from './persons.ts'

const STYLE = `
  body { margin: 0; background: #f3f4f6; color: #16181d; font: 18px/1.5 system-ui, sans-serif }
  header { background: #ffd84d; padding: 12px 24px; font-weight: 700 }
  main { max-width: 640px; margin: 0 auto; padding: 24px }
  h1 { font-size: 28px; line-height: 1.2 }
  ul { list-style: none; padding: 0 }
  button { width: 100%; min-height: 52px; margin: 0 0 12px; padding: 12px 16px; text-align: left; font: inherit;
    color: inherit; background: #fff; border: 2px solid #16181d; border-radius: 8px; cursor: pointer;
    overflow-wrap: anywhere }
  button:focus-visible { outline: 4px solid #0b57d0; outline-offset: 2px }
  li { margin-bottom: 16px }
  strong, small { display: block }
  small { overflow-wrap: anywhere }`

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escapeHtml = (text: string) => text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '')

const page = (title: string, body: string) => `<!doctype html>
<html lang="ru">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Учебные Госуслуги</title><style>${STYLE}</style></head>
<body><header>Учебные Госуслуги — не настоящие. Все люди придуманы, пароль не нужен.</header>
<main><h1>${title}</h1>${body}</main></body></html>`

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

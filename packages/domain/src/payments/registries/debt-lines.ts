import type { DebtsLayout } from '@rodnik/contract/bank-profile'

export type DebtValues = Readonly<Record<string, string>>

/**
 * A line with what its names stand for. What the bank parts cells by stands in none of them: it becomes a space.
 * A name that nobody knows stays empty, as a cell that we have nothing for.
 */
export function fillLine(template: string, values: DebtValues, separators: string): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => cleared(values[name] ?? '', separators))
}

function cleared(value: string, separators: string): string {
  let text = value
  for (const separator of separators) text = text.replaceAll(separator, ' ')
  return text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()
}

/** 123456 → «1234.56». */
export const inRoubles = (kopecks: number): string =>
  `${Math.floor(kopecks / 100)}.${String(kopecks % 100).padStart(2, '0')}`

/** «Петрова Нина Ивановна» → «П*** Н. И.»: enough to know oneself by, too little to know another by. */
export function maskedName(name: string): string {
  const [family = '', ...given] = name.trim().split(/\s+/u)
  if (family === '') return ''
  const initials = given.slice(0, 2).map((word) => `${word.slice(0, 1)}.`)
  return [`${family.slice(0, 1)}***`, ...initials].join(' ')
}

/** What a file is called, and the lines before its rows; `{MMYY}` and the like are of the day it is made on. */
export function dayNames(today: string): DebtValues {
  const [year = '', month = '', day = ''] = today.split('-')
  return { MMYY: `${month}${year.slice(2)}`, MMYYYY: `${month}${year}`, YYYYMMDD: `${year}${month}${day}` }
}

export type DebtAccount = {
  number: string
  kind: 'resident' | 'legal'
  holderName: string
  street: string
  house: string
  flat: string
  kopecks: number
}

/** The line of an account. Names of residents are masked unless the contract with the bank says otherwise. */
export function debtLine(
  { line, separators, hasFullNames }: DebtsLayout,
  account: DebtAccount,
  common: DebtValues,
): string {
  const { number, kind, holderName, street, house, flat, kopecks } = account
  const isShown = hasFullNames || kind === 'legal'
  const address = [street, house, flat].filter((part) => part !== '').join(' ')
  return fillLine(
    line,
    {
      ...common,
      account: number,
      name: isShown ? holderName : maskedName(holderName),
      address,
      street,
      house,
      flat,
      kopecks: String(kopecks),
      roubles: inRoubles(kopecks),
    },
    separators,
  )
}

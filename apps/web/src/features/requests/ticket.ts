import { RequestCode, RequestNumber } from '@rodnik/contract/requests'

/** What opens a request without signing in. */
export type Ticket = { number: string; code: string }

/** Cyrillic letters that look like the Latin ones on paper. */
const LOOKALIKES: Record<string, string> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
  У: 'Y',
}
/** Crockford's digits have neither O nor I nor L: whoever reads one means a digit. */
const MEANT: Record<string, string> = { O: '0', I: '1', L: '1' }

const latin = (typed: string) =>
  typed
    .toUpperCase()
    .replaceAll(/[^\p{L}\d]/gu, '')
    .replaceAll(/[А-Я]/g, (letter) => LOOKALIKES[letter] ?? letter)

/** «r2611 0000123 7», without its R or with a Cyrillic one: the number as it is printed; null for anything else. */
export function requestNumber(typed: string): string | null {
  // On a Russian keyboard R is mistaken for Р, which looks like P.
  const parts = /^[RP]?(\d{4})(\d{7,12})(\d)$/.exec(latin(typed))
  if (!parts) return null
  return RequestNumber.safeParse(`R${parts[1]}-${parts[2]}-${parts[3]}`).data ?? null
}

/** «k7m2p9qd»: the code as it is printed; null for anything else. */
export function requestCode(typed: string): string | null {
  const digits = latin(typed).replaceAll(/[OIL]/g, (letter) => MEANT[letter] ?? letter)
  return RequestCode.safeParse(`${digits.slice(0, 4)}-${digits.slice(4)}`).data ?? null
}

/** The ticket in the link of a letter: #R2611-0000123-7.K7M2-P9QD. */
export function ticketIn(hash: string): Ticket | null {
  const [number, code] = hash.slice(1).split('.')
  return ticketOf({ number, code })
}

/** A ticket that was kept in this tab, or came from anywhere. */
export function ticketOf(value: unknown): Ticket | null {
  const { number, code } = (value ?? {}) as Partial<Record<keyof Ticket, unknown>>
  const isWhole = RequestNumber.safeParse(number).success && RequestCode.safeParse(code).success
  return isWhole ? { number: String(number), code: String(code) } : null
}

export type Fields = Record<string, unknown>

/** What the bank answers instead of a success. */
export type Fault = { errorCode: string; errorMessage: string }

const fault = (errorCode: string, errorMessage: string): Fault => ({ errorCode, errorMessage })

const NEEDED = ['orderNumber', 'amount', 'returnUrl']

/**
 * Judges a registration by the rules of OpenAPI 1.0.7, read anew from the document and not from the portal's code.
 * @returns the bank's fault, or undefined when all is well
 */
export function registrationFault(fields: Fields): Fault | undefined {
  const missing = NEEDED.find((name) => fields[name] === undefined || fields[name] === '')
  if (missing) return fault('4', `${missing} не указан`)
  if (!/^[\w-]{1,36}$/.test(text(fields['orderNumber']))) return fault('6', 'Неверный номер заказа')
  if (!isKopecks(fields['amount'])) return fault('5', 'Неверная сумма')
  if (!['643', ''].includes(text(fields['currency']))) return fault('3', 'Неизвестная валюта')
  return shapeFault(fields) ?? bundleFault(fields)
}

function shapeFault(fields: Fields): Fault | undefined {
  const returnUrl = text(fields['returnUrl'])
  if (returnUrl.length > 2048 || !/^https?:\/\//.test(returnUrl)) return fault('9', 'returnUrl')
  if (!/^[ -~А-Яа-яЁё№«»]{0,512}$/.test(text(fields['description']))) return fault('9', 'description')
  if (!/^(\+7\d{10})?$/.test(text(fields['phone']))) return fault('9', 'phone')
  return undefined
}

/** The basket of 54-ФЗ: its sums, its names, and somebody to send the receipt to. */
function bundleFault({ orderBundle, amount, email, phone }: Fields): Fault | undefined {
  if (!isObject(orderBundle)) return undefined
  if (!email && !phone) return fault('9', 'Не указан email или phone')
  const items = itemsOf(orderBundle)
  if (items.length === 0) return fault('9', 'cartItems')
  const sum = items.reduce((total, item) => total + Number(item['itemAmount']), 0)
  if (sum !== Number(amount) || sum !== orderBundle['total']) {
    return fault('8', 'Сумма корзины не совпадает с суммой заказа')
  }
  const isRight = items.every((item) => isItem(item, orderBundle['ffdVersion']))
  return isRight && isCompany(orderBundle['company']) ? undefined : fault('9', 'orderBundle')
}

function itemsOf({ cartItems }: Fields): Fields[] {
  const items = isObject(cartItems) ? cartItems['items'] : []
  return Array.isArray(items) ? items.filter(isObject) : []
}

function isItem(item: Fields, ffdVersion: unknown): boolean {
  const { quantity, tax, name, itemCode, itemPrice, itemAmount } = item
  if (!isObject(quantity) || !isObject(tax)) return false
  const isNamed = /^[ -~А-Яа-яЁё№]{1,100}$/.test(text(name)) && text(itemCode) !== ''
  const isPriced = Number(itemPrice) * Number(quantity['value']) === itemAmount
  return isNamed && isPriced && Number.isInteger(tax['taxType']) && isOfVersion(item, ffdVersion)
}

/** ФФД 1.2 has numbers where 1.05 has words. */
function isOfVersion({ quantity, measurementUnit, paymentObject, paymentMethod }: Fields, version: unknown) {
  if (!['full_payment', 'advance'].includes(text(paymentMethod)) || !isObject(quantity)) return false
  return version === '1.2'
    ? /^\d{1,2}$/.test(text(paymentObject)) && text(quantity['measure']) === '0'
    : /^[a-z_]+$/.test(text(paymentObject)) && text(measurementUnit) !== '' && !('measure' in quantity)
}

const isCompany = (company: unknown) =>
  isObject(company) &&
  ['email', 'sno', 'inn', 'paymentAddress'].every((name) => text(company[name]).length > 0)

export const isKopecks = (value: unknown) => /^[1-9]\d{0,11}$/.test(text(value))

export const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

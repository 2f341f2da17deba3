/** What a member of staff does all day; a new page of the console is an entry. Samples take turns. */
export type Case = { name: string; paths: readonly string[] }

const search = (name: string, ...queries: string[]): Case => ({
  name: `search: ${name}`,
  paths: queries.map((query) => `/staff/search?query=${encodeURIComponent(query)}`),
})
const register = (name: string, ...queries: string[]): Case => ({
  name: `register: ${name}`,
  paths: queries.map((query) => `/staff/registers/${query}`),
})

const queue = (name: string, ...queries: string[]): Case => ({
  name: `queue: ${name}`,
  paths: queries.map((query) => `/staff/${query}`),
})

const cursor = (...key: string[]) => Buffer.from(JSON.stringify(key)).toString('base64url')
const MIDDLE = '80000000-0000-4000-8000-000000000000'

export const CASES: readonly Case[] = [
  search('beginning of a number', '3140012', '31400345', '3140041'),
  search('part of a number', '40012', '12345', '00778'),
  search('address', 'ленина 12-4', 'воровского 5 кв 10', 'победы 100'),
  search('street alone', 'ленина', 'победы', 'воровского'),
  search('address with mistakes', 'линина 12', 'вороского 5', 'побеты 10'),
  search('holder', 'петрова а', 'соколов', 'хасанова с'),
  search('phone', '+79000000101', '8 900 000 02 01', '+79000400001'),
  search('e-mail', 'resident-101@example.ru', 'resident-400001@', 'office-100@example.ru'),
  search('part of a serial', '475839', '305018', '123456'),
  search('payment', 'P2601-0000010-0', 'р2601-0400000-0'),
  search('request', 'R2601-0000100-0', 'r2601-0400000-0'),
  search('organisation', 'контора 1200', 'контора 4999', 'в-1200/2024'),
  search('nothing there', 'абракадабра', 'щщщщщщ 1'),
  register('accounts', 'accounts', `accounts?cursor=${cursor('3140250000', MIDDLE)}`),
  register('debt over 100, over 10 000', 'accounts?debtOver=100', 'accounts?debtOver=10000'),
  register(
    'no meter, closed, entry off',
    'accounts?noMeter=yes',
    'accounts?closed=yes',
    'accounts?accountlessOff=yes',
  ),
  register('accounts of a street', 'accounts?street=ленина', 'accounts?street=победы'),
  register('meters', 'meters', `meters?cursor=${cursor('2029-01-01', MIDDLE)}`),
  register('verification due, expired', 'meters?dueWithin=30', 'meters?expired=yes'),
  register('failed, not sealed', 'meters?failed=yes', 'meters?notSealed=yes'),
  register('silent for 3 months, for 24', 'meters?silentFor=3', 'meters?silentFor=24'),
  queue('all open requests', 'requests'),
  queue('of a kind', 'requests?kind=appeal', 'requests?kind=correction'),
  queue('late ones', 'requests?due=late'),
  queue('mine', 'requests?assignee=me'),
  queue('nobody’s', 'requests?assignee=nobody'),
  queue('closed ones', 'requests?state=closed'),
  queue('how many', 'request-counts'),
]

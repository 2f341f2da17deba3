import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { AccountNumber, Instant, Kopecks, text } from './primitives.ts'
import { Reason } from './staff-people.ts'
import { NetworkCode } from './terminals.ts'

const config = { access: 'staff', roles: ['administrator'] } as const
const tags = ['staff'] as const
const params = z.object({ id: z.uuid() })

/** osmp: command=check|pay. biller: ACTION=check|payment. */
export const TerminalProtocol = z.enum(['osmp', 'biller'])
export type TerminalProtocol = z.infer<typeof TerminalProtocol>

/** Whose clock the dates of a network are told by. */
export const TIME_ZONES = [
  'Europe/Kaliningrad',
  'Europe/Moscow',
  'Europe/Samara',
  'Asia/Yekaterinburg',
  'Asia/Omsk',
  'Asia/Krasnoyarsk',
  'Asia/Irkutsk',
  'Asia/Yakutsk',
  'Asia/Vladivostok',
  'Asia/Magadan',
  'Asia/Kamchatka',
] as const
const TimeZone = z.enum(TIME_ZONES)

/** Half the internet is no list: at most a /16, or a /32 of IPv6. */
const isNarrow = (cidr: string) => Number(cidr.split('/')[1]) >= (cidr.includes(':') ? 32 : 16)

/** An address, or a range of them (RFC 4632). */
const AddressRange = z
  .union([z.ipv4(), z.ipv6(), z.cidrv4().check(z.refine(isNarrow)), z.cidrv6().check(z.refine(isNarrow))])
  .check(z.refine((range) => range.length <= 43))

const MOST_KOPECKS = 100_000_000

const terms = {
  name: text(200),
  addresses: z.array(AddressRange).check(z.minLength(1), z.maxLength(50)),
  timeZone: TimeZone,
  minKopecks: Kopecks.check(z.minimum(1), z.maximum(MOST_KOPECKS)),
  maxKopecks: Kopecks.check(z.minimum(1), z.maximum(MOST_KOPECKS)),
  requestsPerMinute: z.int().check(z.minimum(1), z.maximum(1_000_000)),
}

const areLimits = ({ minKopecks, maxKopecks }: { minKopecks: number; maxKopecks: number }) =>
  minKopecks <= maxKopecks

export const NetworkTerms = z.strictObject(terms).check(z.refine(areLimits, { path: ['maxKopecks'] }))
export type NetworkTerms = z.infer<typeof NetworkTerms>

export const NewNetwork = z
  .strictObject({ code: NetworkCode, protocol: TerminalProtocol, ...terms })
  .check(z.refine(areLimits, { path: ['maxKopecks'] }))
export type NewNetwork = z.infer<typeof NewNetwork>

export const TerminalNetwork = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  protocol: TerminalProtocol,
  login: z.string(),
  addresses: z.array(z.string()),
  timeZone: z.string(),
  minKopecks: Kopecks,
  maxKopecks: Kopecks,
  requestsPerMinute: z.int(),
  isActive: z.boolean(),
  /** Until then the secret before the last change is good too. */
  previousValidUntil: z.nullable(Instant),
  lastPaymentAt: z.nullable(Instant),
})
export type TerminalNetwork = z.infer<typeof TerminalNetwork>

/** Shown to the administrator once, to be handed to the network; nothing keeps it. */
export const NetworkWithSecret = z.object({ network: TerminalNetwork, secret: z.string() })
export type NetworkWithSecret = z.infer<typeof NetworkWithSecret>

/** A payment under a number that another payment has: it was refused, and the network must say what it meant. */
export const TerminalConflict = z.object({
  networkName: z.string(),
  txnId: z.string(),
  accountNumber: AccountNumber,
  amountKopecks: Kopecks,
  seenAt: Instant,
  /** The payment that has the number. */
  first: z.object({ accountNumber: AccountNumber, amountKopecks: Kopecks }),
})
export type TerminalConflict = z.infer<typeof TerminalConflict>

export const listTerminalNetworks = {
  method: 'GET',
  url: '/staff/terminal-networks',
  config,
  schema: {
    summary: 'Networks of payment terminals, and the last hundred payments under a number already used',
    tags,
    response: {
      200: z.object({ networks: z.array(TerminalNetwork), conflicts: z.array(TerminalConflict) }),
    },
  },
} as const satisfies Endpoint

export const addTerminalNetwork = {
  method: 'POST',
  url: '/staff/terminal-networks',
  config,
  schema: {
    summary: 'Let a network of payment terminals take payments; the answer shows its secret, once',
    tags,
    body: NewNetwork,
    response: { 201: NetworkWithSecret },
  },
} as const satisfies Endpoint

export const changeTerminalNetwork = {
  method: 'PUT',
  url: '/staff/terminal-networks/:id',
  config,
  schema: {
    summary: 'Change the addresses, limits and clock of a network',
    tags,
    params,
    body: NetworkTerms,
    response: { 200: TerminalNetwork },
  },
} as const satisfies Endpoint

export const rotateTerminalSecret = {
  method: 'POST',
  url: '/staff/terminal-networks/:id/rotate-secret',
  config,
  schema: {
    summary: 'A new secret of a network, shown once; the old one is good for so many hours more',
    tags,
    params,
    body: z.strictObject({ keepHours: z.int().check(z.minimum(0), z.maximum(168)) }),
    response: { 200: NetworkWithSecret },
  },
} as const satisfies Endpoint

export const switchTerminalNetworkOff = {
  method: 'POST',
  url: '/staff/terminal-networks/:id/switch-off',
  config,
  schema: {
    summary: 'Take no more payments from a network, at once',
    tags,
    params,
    body: Reason,
    response: { 200: TerminalNetwork },
  },
} as const satisfies Endpoint

export const switchTerminalNetworkOn = {
  method: 'POST',
  url: '/staff/terminal-networks/:id/switch-on',
  config,
  schema: {
    summary: 'Take payments from a network again',
    tags,
    params,
    body: Reason,
    response: { 200: TerminalNetwork },
  },
} as const satisfies Endpoint

import { isIPv6 } from 'node:net'

/** IPv6 visitors own a /64 at least, so that is what limits count; an IPv4 address counts as itself. */
export function addressGroup(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)
  if (mapped?.[1]) return mapped[1]
  if (!isIPv6(ip)) return ip
  const [head = '', tail] = (ip.split('%')[0] ?? ip).split('::')
  const groups = head ? head.split(':') : []
  const rest = tail ? tail.split(':') : []
  const middle = tail === undefined ? [] : Array.from({ length: 8 - groups.length - rest.length }, () => '0')
  return `${[...groups, ...middle, ...rest]
    .slice(0, 4)
    .map((group) => group.padStart(4, '0'))
    .join(':')}::/64`
}

import { BlockList, isIPv6 } from 'node:net'

const familyOf = (ip: string) => (isIPv6(ip) ? 'ipv6' : 'ipv4')

/** Ranges as PostgreSQL writes them, «203.0.113.0/24», to look addresses up in. */
export function blockListOf(ranges: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [ip = '', prefix] = range.split('/')
    const family = familyOf(ip)
    list.addSubnet(ip, Number(prefix ?? (family === 'ipv6' ? 128 : 32)), family)
  }
  return list
}

/** An IPv4 address that came over IPv6 counts as itself. */
export function isListed(list: BlockList, ip: string): boolean {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '')
  return list.check(plain, familyOf(plain))
}

const MAX_LENGTH = 254
/** RFC 5322 dot-atom in ASCII: an address in other letters needs SMTPUTF8, which few mail servers here have. */
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
const LABEL = /^[\da-z](?:[\da-z-]{0,61}[\da-z])?$/

/**
 * The one form of an e-mail address that is compared, kept and written to; null for what is no address.
 * Spaces around it go, all letters become small (no provider tells them apart), a domain in national letters is
 * written in ASCII (RFC 5891), and a tag after + stays: it is another address of the same person's choice.
 */
export function emailKey(typed: string): string | null {
  const address = typed.normalize('NFKC').trim().toLowerCase()
  const at = address.lastIndexOf('@')
  const local = address.slice(0, Math.max(at, 0))
  const domain = asciiDomain(address.slice(at + 1))
  if (local.length > 64 || !LOCAL.test(local) || domain === null) return null
  const key = `${local}@${domain}`
  return key.length <= MAX_LENGTH ? key : null
}

/** Letters, digits and dashes in two labels or more, the last of which is no number; else null. */
function asciiDomain(domain: string): string | null {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) || !URL.canParse(`http://${domain}`)) return null
  const labels = new URL(`http://${domain}`).hostname.split('.')
  const isDomain = labels.length > 1 && labels.every((label) => LABEL.test(label))
  return isDomain && !/^\d+$/.test(labels.at(-1) ?? '') ? labels.join('.') : null
}

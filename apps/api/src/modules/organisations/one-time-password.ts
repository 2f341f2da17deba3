import { randomInt } from 'node:crypto'

/**
 * What is read off paper without doubt: no 0 and o, no 1, l and i; and no vowels, so that no words appear.
 */
const SIGNS = 'bcdfghjkmnpqrstvwxyz23456789'
const GROUPS = 4
const GROUP_LENGTH = 4

/** Sixteen signs out of 28, 76 bits, in groups: k7mp-x2hd-9rtv-b4wz. The dashes belong to it: it is typed as it is read. */
export const oneTimePassword = (): string => Array.from({ length: GROUPS }, randomGroup).join('-')

const randomGroup = () => Array.from({ length: GROUP_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('')

import { resolve } from 'node:path'

/** The repository's root: scripts work from any folder. */
export const root = resolve(import.meta.dirname, '..')

export const inRoot = (...path: string[]): string => resolve(root, ...path)

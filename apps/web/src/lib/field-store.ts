import { clear, createStore, delMany, entries, get, set } from 'idb-keyval'
import { markKeptDay } from './field-mark.ts'

/**
 * What an inspector's phone keeps without a network, in two places of one database each: the visits of the day, which
 * are personal data of residents and go with the day and with signing out; and what was recorded and is not sent yet,
 * which stays until it is.
 */
const dayStore = createStore('rodnik-field-day', 'day')
const outboxStore = createStore('rodnik-field-outbox', 'outbox')

export const loadKept = <T>(name: string): Promise<T | undefined> => get<T>(name, dayStore)

export async function keepForToday(name: string, value: unknown): Promise<void> {
  markKeptDay(true)
  await set(name, value, dayStore)
}

/** Addresses, phones, and what was typed but not recorded: the day is over, or the person has left. */
export async function wipeDay(): Promise<void> {
  await clear(dayStore)
  markKeptDay(false)
}

export const loadOutbox = async <T>(): Promise<T[]> =>
  (await entries<string, T>(outboxStore)).map(([, entry]) => entry)

export const putIntoOutbox = (key: string, entry: unknown): Promise<void> => set(key, entry, outboxStore)

export const takeFromOutbox = (keys: string[]): Promise<void> => delMany(keys, outboxStore)

import { clear, createStore, delMany, entries, get, keys, set, update } from 'idb-keyval'
import { markKeptDay } from './field-mark.ts'

/**
 * What an inspector's phone keeps without a network, in places of their own: the visits of the day and what is
 * typed for them, which are personal data of residents and go with the day and with signing out; and what was recorded
 * and is not sent yet, with its photos, which stays until it is.
 */
const dayStore = createStore('rodnik-field-day', 'day')
const outboxStore = createStore('rodnik-field-outbox', 'outbox')
const photoStore = createStore('rodnik-field-photos', 'photos')

export const loadKept = <T>(name: string): Promise<T | undefined> => get<T>(name, dayStore)

export async function keepForToday(name: string, value: unknown): Promise<void> {
  markKeptDay(true)
  await set(name, value, dayStore)
}

type Recorded = { photos: readonly { key: string }[] }

/** Addresses, phones, and what was typed or photographed but not recorded: the day is over, or the person has left. */
export async function wipeDay(): Promise<void> {
  await clear(dayStore)
  const recorded = new Set(
    (await loadOutbox<Recorded>()).flatMap(({ photos }) => photos.map(({ key }) => key)),
  )
  const photos = await keys<string>(photoStore)
  await delMany(
    photos.filter((key) => !recorded.has(key)),
    photoStore,
  )
  markKeptDay(false)
}

export const loadOutbox = async <T>(): Promise<T[]> =>
  (await entries<string, T>(outboxStore)).map(([, entry]) => entry)

export const putIntoOutbox = (key: string, entry: unknown): Promise<void> => set(key, entry, outboxStore)

/** By what lies there now, so that what a person does is not undone by a round of sending; nothing where it is gone. */
export async function changeInOutbox<T>(key: string, change: (entry: T) => T): Promise<void> {
  if ((await get<T>(key, outboxStore)) === undefined) return
  await update<T>(key, (entry) => change(entry as T), outboxStore)
}

export const takeFromOutbox = (names: string[]): Promise<void> => delMany(names, outboxStore)

export const loadPhoto = (key: string): Promise<Blob | undefined> => get<Blob>(key, photoStore)

export const keepPhoto = (key: string, content: Blob): Promise<void> => set(key, content, photoStore)

export const forgetPhoto = (key: string): Promise<void> => delMany([key], photoStore)

const KEY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** @throws when a key is none of ours: a mistake in our code that must not become a path */
export function assertKey(key: string): void {
  if (!KEY.test(key)) throw new Error('A key of a file has to be a UUID')
}

import type { Adapter, AdapterPayload } from 'oidc-provider'

/** Everything in memory: the stand-in forgets all when it stops. */
export function createMemoryAdapter(): (model: string) => Adapter {
  const rows = new Map<string, AdapterPayload>()
  const findBy = async (name: 'uid' | 'userCode', value: string) =>
    [...rows.values()].find((payload) => payload[name] === value)

  return (model) => {
    const key = (id: string) => `${model}:${id}`
    return {
      async upsert(id, payload) {
        rows.set(key(id), payload)
      },
      find: async (id) => rows.get(key(id)),
      findByUid: (uid) => findBy('uid', uid),
      findByUserCode: (userCode) => findBy('userCode', userCode),
      async consume(id) {
        const payload = rows.get(key(id))
        if (payload) payload['consumed'] = Math.floor(Date.now() / 1000)
      },
      async destroy(id) {
        rows.delete(key(id))
      },
      async revokeByGrantId(grantId) {
        for (const [id, payload] of rows) if (payload.grantId === grantId) rows.delete(id)
      },
    }
  }
}

import { type RequestKindName, requestKinds } from '@rodnik/contract/request-kinds/index'
import { innFault } from '../organisations/registration-numbers.ts'

type Faults = Record<string, string>
type Judge = (values: object, today: string) => Faults

/**
 * What no schema can tell about a request that is filled in, as a code by field; nothing when all is well. The page
 * asks before it sends, the server when it has come.
 */
export function filledFaults(name: RequestKindName, values: object, today: string): Faults {
  const { faults: ofKind } = requestKinds[name] as { faults?: Judge }
  return { ...innFaults(name, values), ...ofKind?.(values, today) }
}

function innFaults(name: RequestKindName, values: object): Faults {
  const { fields } = requestKinds[name]
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => {
      const isInn = (fields as Record<string, { input: string }>)[field]?.input === 'inn'
      const fault = isInn ? taxpayerFault(String(value)) : null
      return fault ? [[field, fault]] : []
    }),
  )
}

/** By its length it is an organisation's or a person's; of another length it is neither's. */
export const taxpayerFault = (inn: string) => innFault(inn, inn.length > 10 ? 'sole_trader' : 'legal_entity')

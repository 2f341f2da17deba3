import * as contract from '@rodnik/contract/staff-terminals'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

const networksKey = ['staff', 'terminal-networks'] as const

export const networksQuery = queryOptions({
  queryKey: networksKey,
  queryFn: ({ signal }) => call(contract.listTerminalNetworks, {}, signal),
})

function useNetworksChange<Wish, Answer>(change: (wish: Wish) => Promise<Answer>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: networksKey }),
    // An answer may hold a secret: it is kept no longer than the window that shows it.
    gcTime: 0,
  })
}

export const useNewNetwork = () =>
  useNetworksChange((body: contract.NewNetwork) => call(contract.addTerminalNetwork, { body }))

export const useTerms = (id: string) =>
  useNetworksChange((body: contract.NetworkTerms) =>
    call(contract.changeTerminalNetwork, { params: { id }, body }),
  )

export const useRotation = (id: string) =>
  useNetworksChange((keepHours: number) =>
    call(contract.rotateTerminalSecret, { params: { id }, body: { keepHours } }),
  )

const switches = { switchOff: contract.switchTerminalNetworkOff, switchOn: contract.switchTerminalNetworkOn }
export type Switch = keyof typeof switches

export const useSwitch = (id: string, way: Switch) =>
  useNetworksChange((reason: string) => call(switches[way], { params: { id }, body: { reason } }))

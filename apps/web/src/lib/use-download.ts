import { useMutation } from '@tanstack/react-query'

/** Gives the browser a file to keep; a refusal is there to be said. */
export const useDownload = () =>
  useMutation({ networkMode: 'always', mutationFn: (take: () => Promise<void>) => take() })

import { benchCallbacks } from './callbacks/bench.ts'
import { benchTerminals } from './terminals/bench.ts'

/** What comes in as money, part by part. */
const parts: Record<string, (args: string[]) => Promise<void>> = {
  terminals: benchTerminals,
  callbacks: benchCallbacks,
}

/** `pnpm bench payments` measures every part, `pnpm bench payments terminals` one. */
export async function benchPayments(args: string[]): Promise<void> {
  const [first = ''] = args
  const chosen = parts[first]
  if (chosen) return chosen(args.slice(1))
  for (const part of Object.values(parts)) await part(args)
}

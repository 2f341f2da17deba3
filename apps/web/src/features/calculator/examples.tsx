import { useCalculatorWords } from '../../lib/calculator-words.ts'
import type { Typed } from './typed-account.ts'

const EXAMPLES = {
  read: { metering: 'meter', state: 'read' },
  silent: { metering: 'meter', state: 'silent', months: '4' },
  expired: { metering: 'meter', state: 'expired', months: '4' },
  none: { metering: 'none' },
} as const satisfies Record<string, Partial<Typed>>

const NAMES = ['read', 'silent', 'expired', 'none'] as const

/** What people ask about most, one press away; what they have typed beside it stays. */
export function Examples({ change }: { change: (changes: Partial<Typed>) => void }) {
  const { examples: say } = useCalculatorWords()
  return (
    <section aria-label={say.title}>
      <p className="actions">
        {NAMES.map((name) => (
          <button key={name} type="button" className="quiet" onClick={() => change(EXAMPLES[name])}>
            {say[name]}
          </button>
        ))}
      </p>
    </section>
  )
}

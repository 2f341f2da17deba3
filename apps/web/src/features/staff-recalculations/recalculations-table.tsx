import type { Recalculation, RecalculationFacts } from '@rodnik/contract/recalculations'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { TableFrame } from '../../ui/staff/table-frame.tsx'

type InWords = (facts: RecalculationFacts) => string
type Props = {
  recalculations: readonly Recalculation[]
  inWords: InWords
  /** Undefined: the role may only look. */
  onWithdraw: ((recalculation: Recalculation) => void) | undefined
}

export function RecalculationsTable({ recalculations, inWords, onWithdraw }: Props) {
  const { recalculations: words } = useStaffWords()
  const { what, reason, state, amount, change } = words.columns
  return (
    <TableFrame label={words.title} columns={[what, reason, state, amount, ...(onWithdraw ? [change] : [])]}>
      {recalculations.map((recalculation) => (
        <Line
          key={recalculation.id}
          recalculation={recalculation}
          inWords={inWords}
          onWithdraw={onWithdraw}
        />
      ))}
    </TableFrame>
  )
}

type LineProps = { recalculation: Recalculation } & Omit<Props, 'recalculations'>

function Line({ recalculation, inWords, onWithdraw }: LineProps) {
  const { recalculations: words } = useStaffWords()
  const { format } = useSpeech()
  const { moment } = useCityTime()
  const { facts, reason, state, recordedBy, recordedAt, amountKopecks } = recalculation
  const isOpen = state === 'waiting' || state === 'taken'
  return (
    <tr>
      <th scope="row" className="wrapping">
        {inWords(facts)}
      </th>
      <td>
        {reason}
        <div className="unknown">{words.recorded(recordedBy ?? words.somebody, moment(recordedAt))}</div>
      </td>
      <td>
        <State recalculation={recalculation} />
      </td>
      <td className="nowrap">
        {amountKopecks === null ? '' : format.money(amountKopecks).replace(/^-/, '−')}
      </td>
      {onWithdraw && (
        <td>
          {isOpen && (
            <button
              type="button"
              className="quiet"
              aria-label={`${words.withdraw}: ${inWords(facts)}`}
              onClick={() => onWithdraw(recalculation)}
            >
              {words.withdraw}
            </button>
          )}
        </td>
      )}
    </tr>
  )
}

/** How far it is; why it was withdrawn, or could not be charged. */
function State({ recalculation: { state, takenIn, refusal, withdrawal } }: { recalculation: Recalculation }) {
  const { recalculations: words, billing } = useStaffWords()
  const { format } = useSpeech()
  const said = words.states[state]
  return (
    <>
      {takenIn === null ? said : words.inMonth(said, format.monthOfYear(takenIn))}
      {withdrawal && <div className="unknown">{withdrawal.reason}</div>}
      {refusal && state === 'waiting' && (
        <div className="unknown">{words.refused(billing.reasons[refusal.code] ?? refusal.code)}</div>
      )}
    </>
  )
}

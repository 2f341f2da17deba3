import type { CorrectableMeter } from '@rodnik/contract/reading-corrections'
import { useQuery } from '@tanstack/react-query'
import { useRequestsWords } from '../../../lib/requests-words.ts'
import { LoadedPart } from '../../../ui/loaded-part.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { FieldProps } from '../fields/field-props.ts'
import { rowFaults, type TypedCorrection, withNewRow } from '../typed-corrections.ts'
import { CorrectionRow, type SaidFaults } from './correction-row.tsx'
import { type CorrectionScope, correctableQuery } from './correction-scope.ts'
import { type Corrections, useCorrections } from './use-corrections.ts'
import { useFaultInWords } from './use-fault-in-words.ts'

const MOST_ROWS = 12

/** Readings that were sent wrongly, chosen from those that were sent, each with what the meter showed. */
export function CorrectionsField(props: FieldProps) {
  const { corrections } = props.form
  return corrections ? <Loading {...props} scope={corrections} /> : null
}

type Scoped = FieldProps & { scope: CorrectionScope }

function Loading(props: Scoped) {
  const { corrections: say } = useRequestsWords().form
  return (
    <section className="stack" aria-label={props.said.label}>
      <h2>{props.said.label}</h2>
      <LoadedPart query={useQuery(correctableQuery(props.scope))}>
        {({ meters }) =>
          meters.length === 0 ? (
            <Notice kind="info" title={say.empty.title}>
              <p>{say.empty.text}</p>
            </Notice>
          ) : (
            <Rows {...props} meters={meters} />
          )
        }
      </LoadedPart>
    </section>
  )
}

function Rows({ said, value, fault, scope, meters, onType }: Scoped & { meters: CorrectableMeter[] }) {
  const { corrections: say } = useRequestsWords().form
  const corrections = useCorrections(scope, meters, value)
  const { rows } = corrections
  const faultsOf = useRowFaults(corrections, meters, fault !== undefined)
  const change = (key: string, to: Partial<TypedCorrection>) =>
    onType(rows.map((row) => (row.key === key ? { ...row, ...to } : row)))
  return (
    <>
      {said.hint && <p className="hint">{said.hint}</p>}
      {fault && <p className="fault">{fault}</p>}
      {rows.map((row, at) => (
        <CorrectionRow
          key={row.key}
          row={row}
          place={at + 1}
          meters={meters}
          faults={faultsOf(row)}
          onChange={(to) => change(row.key, to)}
          onRemove={rows.length > 1 ? () => onType(rows.filter(({ key }) => key !== row.key)) : undefined}
        />
      ))}
      {rows.length < MOST_ROWS && (
        <button type="button" className="quiet" onClick={() => onType(withNewRow(rows))}>
          {say.add}
        </button>
      )}
    </>
  )
}

/** What is wrong with a row: once it was sent, or as soon as the server has looked at whole rows. */
function useRowFaults(
  { digits, twice, whole, preview }: Corrections,
  meters: CorrectableMeter[],
  isJudged: boolean,
) {
  const { faults: say } = useRequestsWords()
  const inWords = useFaultInWords(whole ?? [])
  return (row: TypedCorrection): SaidFaults => {
    const found = isJudged ? rowFaults(row, digits) : {}
    const refused = preview?.ok === false ? preview.faults : []
    const meter = meters.find(({ id }) => id === row.meterId)
    const fault = refused.find((one) => one.meterId === row.meterId && one.period === row.period)
    return {
      ...(found.meter && { meter: say.rows.meter }),
      ...(found.month && { month: say.rows.month }),
      ...(found.value && { value: say.rows.value }),
      ...(fault && meter && { value: inWords(meter, fault) }),
      ...(twice.has(row.key) && { month: say.codes.same_month_twice }),
    }
  }
}

import type { CorrectionCase } from '@rodnik/contract/reading-corrections'
import type { RecalculationPreview } from '@rodnik/contract/recalculations'
import type { StaffRequest } from '@rodnik/contract/staff-requests'
import { isOpen } from '@rodnik/domain/requests/next-state'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useStaffWords } from '../../../lib/staff-words.ts'
import { useCityTime } from '../../../lib/use-city-time.ts'
import { LoadedPart } from '../../../ui/loaded-part.tsx'
import { correctionQuery } from '../requests.queries.ts'
import { ApproveForm } from './approve-form.tsx'
import { CorrectedTable } from './corrected-table.tsx'
import { ImpossibleNow } from './impossible-now.tsx'
import { SeenByAsker } from './seen-by-asker.tsx'

type Props = {
  request: StaffRequest
  /** Drawn as wherever the office looks at what a recalculation would charge. */
  charges: (preview: RecalculationPreview) => ReactNode
}

/** What a correction would change now, and the approval of just these numbers. */
export function CorrectionPanel(props: Props) {
  const { correction: words } = useStaffWords().requestCard
  return (
    <div className="panel">
      <h3>{words.title}</h3>
      <LoadedPart query={useQuery(correctionQuery(props.request.id))}>
        {(standing) => <Standing {...props} standing={standing} />}
      </LoadedPart>
    </div>
  )
}

function Standing({ request, charges, standing }: Props & { standing: CorrectionCase }) {
  const { correction: words } = useStaffWords().requestCard
  const { moment } = useCityTime()
  const { preview, seen, approved } = standing
  if (approved !== null) {
    return (
      <>
        <p>{words.approved(moment(approved.at), approved.by ?? words.somebody)}</p>
        {preview.ok && <Numbers request={request} charges={charges} preview={preview} />}
      </>
    )
  }
  if (!isOpen(request.state)) return <p>{words.over}</p>
  if (!preview.ok) return <ImpossibleNow request={request} faults={preview.faults} />
  const now = amountOf(preview.charges)
  return (
    <>
      <Numbers request={request} charges={charges} preview={preview} />
      {seen && now !== null && <SeenByAsker seen={seen} now={now} />}
      {now !== null && <ApproveForm request={request} amountKopecks={now} />}
    </>
  )
}

type NumbersProps = Props & { preview: Extract<CorrectionCase['preview'], { ok: true }> }

function Numbers({ request, charges, preview }: NumbersProps) {
  const { correction: words } = useStaffWords().requestCard
  return (
    <>
      <CorrectedTable request={request} readings={preview.readings} />
      {preview.charges === null ? <p>{words.notCharged}</p> : charges(preview.charges)}
    </>
  )
}

/** What would be approved; null where it cannot be worked out. */
function amountOf(charges: RecalculationPreview | null): number | null {
  if (charges === null) return 0
  return charges.ok ? charges.amountKopecks : null
}

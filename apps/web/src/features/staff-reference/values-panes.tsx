import type { ReferenceKind, ReferenceRow } from '@rodnik/contract/reference'
import type { ReferenceValue } from '@rodnik/contract/staff-reference'
import { useState } from 'react'
import { useHasRole } from '../../lib/staff-roles.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Pane } from '../../ui/staff/pane.tsx'
import { fieldIn, fieldsOf } from './kind-fields.ts'
import { NewValueDialog } from './new-value-dialog.tsx'
import { type Standing, standingOf } from './standing.ts'
import { ValuesTable } from './values-table.tsx'

type Props = { kind: ReferenceKind; values: ReferenceValue[]; today: string; openFrom: string }

/** What holds, what comes and what held. */
export function ValuesPanes({ kind, values, today, openFrom }: Props) {
  const { reference: words } = useStaffWords()
  const mayChange = useHasRole(['clerk', 'administrator'])
  const [adding, setAdding] = useState<{ known: ReferenceRow | undefined } | null>(null)
  const onFollow = mayChange ? (row: ReferenceRow) => setAdding({ known: row }) : undefined
  const table = (standing: Standing) => {
    const chosen = values.filter((value) => standingOf(value, today) === standing)
    if (chosen.length === 0) return <p>{words.none[standing]}</p>
    return (
      <ValuesTable
        label={words.standings[standing]}
        standing={standing}
        values={chosen}
        onFollow={onFollow}
      />
    )
  }
  return (
    <div className="panes">
      {mayChange && (
        <p className="head">
          <button type="button" onClick={() => setAdding({ known: undefined })}>
            {words.add}
          </button>
        </p>
      )}
      <Pane title={words.standings.now} isWhole>
        {table('now')}
      </Pane>
      <Pane title={words.standings.coming} isWhole>
        {table('coming')}
      </Pane>
      <Pane title={words.standings.past} isWhole>
        <details>
          <summary>{words.showPast}</summary>
          {table('past')}
        </details>
      </Pane>
      {adding && (
        <NewValueDialog
          kind={kind}
          known={adding.known}
          groups={groupsIn(kind, values)}
          openFrom={openFrom}
          onClose={() => setAdding(null)}
        />
      )}
    </div>
  )
}

/** The groups that the city has prices or norms for. */
function groupsIn(kind: ReferenceKind, values: ReferenceValue[]): string[] {
  const field = fieldsOf(kind).find(({ type }) => type === 'known')
  return field ? [...new Set(values.map(({ row }) => String(fieldIn(row, field.name))))] : []
}

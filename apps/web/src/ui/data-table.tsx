import type { ReactNode } from 'react'
import './styles/data-table.css'

type DataRow = { key: string; cells: readonly ReactNode[] }
type Props = { label: string; columns: readonly string[]; rows: readonly DataRow[] }

/** A table of numbers; on a phone each row is a card, and each cell says the name of its column. */
export function DataTable({ label, columns, rows }: Props) {
  return (
    <table className="data" aria-label={label}>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [heading, ...cells] }) => (
          <tr key={key}>
            <th scope="row">{heading}</th>
            {cells.map((cell, i) => (
              <td key={columns[i + 1]} data-column={columns[i + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

import type { ReactNode } from 'react'

type Props = { label: string; columns: readonly string[]; children: ReactNode }

/**
 * A wide table scrolls in its own frame; what stands in its rows brings the keyboard there. On a phone each row is a
 * card: the style sheet sets the name of its column before every cell, and takes it from here.
 */
export function TableFrame({ label, columns, children }: Props) {
  const names = Object.fromEntries(columns.map((name, i) => [`--column-${i + 1}`, JSON.stringify(name)]))
  return (
    <div className="table">
      <table aria-label={label} style={names}>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

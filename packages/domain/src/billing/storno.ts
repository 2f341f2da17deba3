import { mirrored } from './rounding.ts'

type Reversible = {
  litres: number | null
  amountKopecks: number
  vat: { percent: number; netKopecks: number; vatKopecks: number } | null
}

/**
 * The line that takes another one back, to the litre, the kopeck and its VAT (R8). Its explanation stays that of the
 * line it reverses: it says what is taken back.
 */
export function stornoOf<Line extends Reversible>(line: Line): Line {
  const { litres, vat } = line
  return {
    ...line,
    litres: litres === null ? null : mirrored(litres),
    amountKopecks: mirrored(line.amountKopecks),
    vat: vat && {
      percent: vat.percent,
      netKopecks: mirrored(vat.netKopecks),
      vatKopecks: mirrored(vat.vatKopecks),
    },
  }
}

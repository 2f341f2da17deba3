type Step = { fromDay: number; denominator: number | null }

/** «1: 0; 31: 1/300; 91: 1/130» as steps of a penalty; undefined for what is no such list. */
export function stepsFrom(typed: string): Step[] | undefined {
  const parts = typed.split(/[;\n]/).map((part) => part.trim())
  const steps = parts.filter((part) => part !== '').map(stepFrom)
  return steps.every((step) => step !== undefined) ? steps : undefined
}

function stepFrom(typed: string): Step | undefined {
  const [, day, share, denominator] = /^(\d{1,4})\s*[:—–-]\s*(0|1\s*\/\s*(\d{1,5}))$/.exec(typed) ?? []
  if (day === undefined || share === undefined) return undefined
  return { fromDay: Number(day), denominator: denominator === undefined ? null : Number(denominator) }
}

export const stepsText = (steps: readonly Step[]): string =>
  steps
    .map(({ fromDay, denominator }) => `${fromDay}: ${denominator === null ? '0' : `1/${denominator}`}`)
    .join('; ')

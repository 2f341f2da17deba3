import type { NightTest } from '@rodnik/domain/consumption/night-test'
import { useEffect, useRef } from 'react'
import { useSpeech } from '../../lib/language.tsx'
import { useWaterWords } from '../../lib/water-words.ts'

export type Found = Extract<NightTest, { ok: true }>

const KINDS = { tight: 'ok', drips: 'warn', leaks: 'stop' } as const

/** What the night has shown; takes the focus, for it appears below what was pressed. */
export function NightResult({ found }: { found: Found }) {
  const { night: say } = useWaterWords()
  const { format } = useSpeech()
  const ref = useRef<HTMLOutputElement>(null)
  useEffect(() => ref.current?.focus(), [])
  const { verdict, litres, hours, litresAMonth } = found
  return (
    <output className={`notice ${KINDS[verdict]}`} tabIndex={-1} ref={ref}>
      <strong>{say.verdicts[verdict]}</strong>
      <p>{say.result(litres, say.hours(Math.round(hours)))}</p>
      {verdict !== 'tight' && <p>{say.month(format.volume(litresAMonth, 1))}</p>}
    </output>
  )
}

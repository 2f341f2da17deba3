import type { Cabinet } from '@rodnik/contract/cabinet'
import { type SyntheticEvent, useEffect, useRef } from 'react'
import { useSpeech } from '../../lib/language.tsx'
import { MeterRow } from './meter-row.tsx'
import { SendBar } from './send-bar.tsx'
import { SendingNotice } from './sending-notice.tsx'
import { useReadings } from './use-readings.ts'
import { useSending } from './use-sending.ts'

/** The meters table and what is typed into it. */
export function ReadingsForm({ cabinet }: { cabinet: Cabinet }) {
  const { words } = useSpeech()
  const formRef = useRef<HTMLFormElement>(null)
  const readings = useReadings(cabinet)
  const { send, hindrance, isSending, error } = useSending(cabinet, readings)

  // Whoever pressed the button is led to the first meter that needs something.
  useEffect(() => {
    if (!hindrance && !error) return
    const form = formRef.current
    const first = form?.querySelector<HTMLElement>('.meter:has(.notice) input')
    const target = first ?? (hindrance ? form?.querySelector<HTMLElement>('.meter input') : null)
    target?.focus()
  }, [hindrance, error])

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    send()
  }

  return (
    <form ref={formRef} className="card table" onSubmit={onSubmit} noValidate aria-label={words.cabinet.send}>
      <ul className="meters">
        {readings.rows.map((row) => (
          <MeterRow key={row.meter.id} row={row} cabinet={cabinet} readings={readings} />
        ))}
      </ul>
      {cabinet.window.isOpen && (
        <>
          <SendBar rows={readings.rows} prices={cabinet.prices} isSending={isSending} />
          <div className="said">
            <SendingNotice hindrance={hindrance} error={error} />
          </div>
        </>
      )}
    </form>
  )
}

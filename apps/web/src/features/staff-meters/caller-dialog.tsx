import type { DeskMeter } from '@rodnik/contract/meter-works'
import type { Doubt } from '@rodnik/contract/reading-issue'
import type { Confirmation } from '@rodnik/contract/submissions'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Field } from '../../ui/field.tsx'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { NamedSelect } from '../../ui/staff/named-select.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { useCallerForm } from './use-caller-form.ts'
import { useMeterTitle } from './use-meter-title.ts'

type Props = { accountId: string; today: string; meters: readonly DeskMeter[]; onClose: () => void }

/** All meters of the account in one window, as somebody says them over the telephone. */
export function CallerDialog({ accountId, today, meters, onClose }: Props) {
  const { frame, meters: words } = useStaffWords()
  const { caller: say } = words
  const served = meters.filter(({ removedOn }) => removedOn === null)
  const { formRef, faults, doubts, onSubmit, sending } = useCallerForm(accountId, served)
  if (sending.data) return <Taken confirmation={sending.data} onClose={onClose} />
  const channels = (['phone', 'office', 'email', 'paper'] as const).map((value) => ({
    value,
    name: words.channels[value],
  }))
  return (
    <Dialog title={say.title} onClose={onClose} isWide>
      {sending.error && <StaffFailure error={sending.error} said={{ ...words.refused, ...say.refused }} />}
      <form ref={formRef} onSubmit={onSubmit} noValidate>
        {served.map((meter) => (
          <ToldReading key={meter.id} meter={meter} fault={faults[meter.id]} doubt={doubts[meter.id]} />
        ))}
        <div className="pair">
          <NamedSelect label={say.channel} name="channel" known="phone" options={channels} />
          <Field
            label={say.receivedOn}
            hint={say.receivedHint}
            name="receivedOn"
            type="date"
            max={today}
            defaultValue={today}
            fault={faults['receivedOn']}
          />
        </div>
        <p className="actions">
          <button aria-disabled={sending.isPending}>{say.send}</button>
          <button type="button" className="quiet" onClick={onClose}>
            {frame.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  )
}

type ToldProps = { meter: DeskMeter; fault: string | undefined; doubt: Doubt | undefined }

/** What is doubtful is confirmed beside the field that it is about. */
function ToldReading({ meter, fault, doubt }: ToldProps) {
  const { meters: words } = useStaffWords()
  const { format } = useSpeech()
  const titleOf = useMeterTitle()
  const last = meter.readings.find(({ state }) => state === 'counts')
  return (
    <div>
      <Field
        label={titleOf(meter)}
        name={meter.id}
        inputMode="decimal"
        autoComplete="off"
        maxLength={12}
        fault={fault}
        hint={
          last &&
          words.lastReading(format.volume(last.valueLitres, meter.fractionDigits), format.date(last.takenOn))
        }
      />
      {doubt && (
        <label className="tick">
          <input type="checkbox" name={`${meter.id}.confirmed`} value={doubt} />
          {words.caller.confirm[doubt]}
        </label>
      )}
    </div>
  )
}

/** The number that the operator reads out to the caller. */
function Taken({ confirmation, onClose }: { confirmation: Confirmation; onClose: () => void }) {
  const { caller: say } = useStaffWords().meters
  const { format } = useSpeech()
  const titleOf = useMeterTitle()
  return (
    <Dialog title={say.taken} onClose={onClose}>
      <p>{say.tellNumber}</p>
      <p className="secret">{confirmation.number}</p>
      <ul>
        {confirmation.readings.map((reading) => (
          <li key={reading.meterId}>
            {titleOf(reading)}: {format.volume(reading.valueLitres, reading.fractionDigits)},{' '}
            {say.used(format.volume(reading.usedLitres, reading.fractionDigits))}
          </li>
        ))}
      </ul>
      <p>
        <button type="button" onClick={onClose}>
          {say.close}
        </button>
      </p>
    </Dialog>
  )
}

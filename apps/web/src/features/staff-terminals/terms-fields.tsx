import { type TerminalNetwork, TIME_ZONES } from '@rodnik/contract/staff-terminals'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { scaledText } from '../../lib/typed-number.ts'
import type { Faults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { NamedSelect } from '../../ui/staff/named-select.tsx'

type Props = { known?: TerminalNetwork | undefined; faults: Faults }

/** What an agreement with a network says; it can be changed later. */
export function TermsFields({ known, faults }: Props) {
  const { fields, timeZones } = useStaffWords().terminals
  return (
    <>
      <Field
        label={fields.name}
        name="name"
        autoComplete="off"
        maxLength={200}
        defaultValue={known?.name}
        fault={faults['name']}
      />
      <Field
        label={fields.addresses}
        hint={fields.addressesHint}
        name="addresses"
        autoComplete="off"
        maxLength={2000}
        defaultValue={known?.addresses.join(', ')}
        fault={faults['addresses']}
      />
      <NamedSelect
        label={fields.timeZone}
        name="timeZone"
        known={known?.timeZone ?? 'Europe/Moscow'}
        options={TIME_ZONES.map((zone) => ({ value: zone, name: timeZones[zone] }))}
      />
      <LimitFields known={known} faults={faults} />
    </>
  )
}

function LimitFields({ known, faults }: Props) {
  const { fields } = useStaffWords().terminals
  const { language } = useSpeech()
  const roubles = (kopecks: number) =>
    scaledText(kopecks, { digits: 2, point: language === 'ru' ? ',' : '.' })
  return (
    <>
      <Field
        label={fields.minRoubles}
        name="minRoubles"
        inputMode="decimal"
        autoComplete="off"
        defaultValue={known ? roubles(known.minKopecks) : '1'}
        fault={faults['minRoubles']}
      />
      <Field
        label={fields.maxRoubles}
        name="maxRoubles"
        inputMode="decimal"
        autoComplete="off"
        defaultValue={known ? roubles(known.maxKopecks) : '15000'}
        fault={faults['maxRoubles']}
      />
      <Field
        label={fields.requestsPerMinute}
        name="requestsPerMinute"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={known?.requestsPerMinute ?? 600}
        fault={faults['requestsPerMinute']}
      />
    </>
  )
}

import type { CardMeter } from '@rodnik/contract/staff-accounts'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Pane } from '../../ui/staff/pane.tsx'
import { TableFrame } from '../../ui/staff/table-frame.tsx'

export function MetersPane({ meters }: { meters: CardMeter[] }) {
  const { meters: words } = useStaffWords().account
  return (
    <Pane title={words.title} isWhole>
      {meters.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <TableFrame
          label={words.title}
          columns={[words.columns.meter, words.columns.place, words.columns.due, words.columns.last]}
        >
          {meters.map((meter) => (
            <MeterLine key={meter.id} meter={meter} />
          ))}
        </TableFrame>
      )}
    </Pane>
  )
}

function MeterLine({ meter }: { meter: CardMeter }) {
  const { account } = useStaffWords()
  const { words: general, format } = useSpeech()
  const { meters: words } = account
  const { last } = meter
  const places = [meter.place, ...(meter.sealNumber ? [words.seal(meter.sealNumber)] : [])]
  return (
    <tr>
      <th scope="row">
        {general.service[meter.service]}, {meter.type} № {meter.serial}
        {meter.removedOn !== null && (
          <span className="unknown"> ({words.removed(format.date(meter.removedOn))})</span>
        )}
      </th>
      <td>{places.filter((part) => part !== '').join(', ')}</td>
      <td>{meter.verificationDueOn === null ? '' : format.date(meter.verificationDueOn)}</td>
      <td>
        {last === null ? (
          <span className="unknown">{words.noReadings}</span>
        ) : (
          <>
            {format.volume(last.valueLitres)}, {format.monthOfYear(last.period)},{' '}
            {account.sources[last.source]}
          </>
        )}
      </td>
    </tr>
  )
}

import type { RequestField } from '@rodnik/contract/request-kinds/field'
import { type FieldsOf, requestKinds } from '@rodnik/contract/request-kinds/index'
import type { StaffRequest } from '@rodnik/contract/staff-requests'
import { Link } from 'react-router'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'

type Asked = Pick<StaffRequest, 'kind' | 'fields' | 'meters' | 'account'>
type Props = { request: Asked; name: string; input: RequestField['input'] }

const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** What was filled in, in words, by the way it is filled in. */
export function FieldValue({ request, name, input }: Props) {
  const value = request.fields[name]
  const inWords = useTextInWords(request, name)
  if (input === 'meters') return <NamedMeters request={request} ids={listOf(value).map(asText)} />
  if (input === 'corrections') return <Corrections request={request} readings={correctionsOf(value)} />
  const text = asText(value)
  if (text === '') return '—'
  return <span className="said">{inWords(input, text)}</span>
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

function useTextInWords({ kind }: Asked, name: string) {
  const { date } = useCityTime()
  const choices: Record<string, Record<string, string>> = useStaffWords().requestKinds[kind].choices
  return (input: RequestField['input'], text: string): string => {
    if (input === 'day') return date(text)
    return input === 'choice' ? (choices[name]?.[text] ?? text) : text
  }
}

function NamedMeters({ request, ids }: { request: Asked; ids: string[] }) {
  return (
    <ul className="plain-list">
      {ids.map((id) => (
        <li key={id}>
          <NamedMeter request={request} id={id} />
        </li>
      ))}
    </ul>
  )
}

/** By its number, with the way to the card of its account. */
function NamedMeter({ request: { meters, account }, id }: { request: Asked; id: string }) {
  const { requestCard: words } = useStaffWords()
  const { words: general } = useSpeech()
  const meter = meters.find((one) => one.id === id)
  if (!meter) return <span className="unknown">{words.goneMeter}</span>
  const name = `${general.service[meter.service]}, ${words.meter(meter.type, meter.serial)}`
  return (
    <>
      {account ? <Link to={`/staff/accounts/${account.id}`}>{name}</Link> : name}
      {meter.place !== '' && <span className="unknown"> {meter.place}</span>}
    </>
  )
}

type Correction = FieldsOf<'correction'>['readings'][number]

/** A kind that has changed since keeps what was filed: only what has the shape of today is drawn. */
const correctionsOf = (value: unknown): Correction[] =>
  requestKinds.correction.fields.readings.schema.safeParse(value).data ?? []

function Corrections({ request, readings }: { request: Asked; readings: Correction[] }) {
  const { requestCard: words } = useStaffWords()
  const { format } = useSpeech()
  return (
    <ul className="plain-list">
      {readings.map(({ meterId, period, litres }) => (
        <li key={`${meterId} ${period}`}>
          <NamedMeter request={request} id={meterId} />
          <br />
          {words.perMonth(format.monthOfYear(period), format.volume(litres))}
        </li>
      ))}
    </ul>
  )
}

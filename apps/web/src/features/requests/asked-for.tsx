import { SeenCorrection } from '@rodnik/contract/reading-corrections'
import type { RequestField } from '@rodnik/contract/request-kinds/field'
import type { RequestView } from '@rodnik/contract/requests'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { useSpeech } from '../../lib/language.tsx'
import { meterName, wholeSerial } from '../../lib/meter-name.ts'
import { useRequestsWords } from '../../lib/requests-words.ts'
import { useSumInWords } from './corrections/use-sum-in-words.ts'
import { kindFacts, type SaidField, saidFields } from './kind-facts.ts'

/** What was filed, field by field, in the words of the form. */
export function AskedFor({ request }: { request: RequestView }) {
  const say = useRequestsWords()
  const inWords = useFieldInWords(request)
  const said = saidFields(say, request.kind)
  return (
    <section>
      <h2>{say.request.asks}</h2>
      <dl className="details">
        {request.accountNumber !== null && (
          <>
            <dt>{say.request.account}</dt>
            <dd>{accountNumberOnPaper(request.accountNumber)}</dd>
          </>
        )}
        {Object.entries(kindFacts(request.kind).fields).flatMap(([name, field]) => {
          const words = said[name]
          if (!words || request.fields[name] === undefined) return []
          return [<Filled key={name} said={words} lines={inWords(field, words, request.fields[name])} />]
        })}
        <Seen request={request} />
      </dl>
    </section>
  )
}

/** What a correction was said to change when it was asked for. */
function Seen({ request }: { request: RequestView }) {
  const { request: say, form } = useRequestsWords()
  const { corrections } = form
  const inWords = useSumInWords()
  const seen = seenOf(request)
  if (!seen) return null
  const { amountKopecks, takenIn } = seen
  if (amountKopecks === null)
    return <Filled said={{ label: say.seen }} lines={[corrections.outcome.uncounted]} />
  if (takenIn === null) return null
  return <Filled said={{ label: say.seen }} lines={[inWords(amountKopecks, takenIn)]} />
}

const seenOf = ({ fields }: RequestView) => SeenCorrection.safeParse(fields['seen']).data

function Filled({ said, lines }: { said: SaidField; lines: readonly string[] }) {
  return (
    <>
      <dt>{said.label}</dt>
      <dd className="paragraphs">{lines.join('\n')}</dd>
    </>
  )
}

type Corrected = { meterId: string; period: string; litres: number }

/** One line for each thing that a field says. */
function useFieldInWords(request: RequestView) {
  const { meters } = request
  const { words, format } = useSpeech()
  const { request: say } = useRequestsWords()
  const named = (id: string) => {
    const meter = meters.find((one) => one.id === id)
    return meter ? say.meterOf(meterName(meter, words), meter.type, wholeSerial(meter.serial)) : id
  }
  const sent = seenOf(request)?.readings ?? []
  const correctedInWords = ({ meterId, period, litres }: Corrected) => {
    const was = sent.find((one) => one.meterId === meterId && one.period === period)?.wasLitres
    const told = [named(meterId), format.monthOfYear(period), format.volume(litres)] as const
    return was === undefined ? say.corrected(...told) : say.correctedFrom(...told, format.volume(was))
  }
  const inWords: Record<RequestField['input'], (value: unknown, said: SaidField) => string[]> = {
    meters: (value) => (value as string[]).map(named),
    corrections: (value) => (value as Corrected[]).map(correctedInWords),
    choice: (value, said) => [said.options?.[String(value)] ?? String(value)],
    day: (value) => [format.date(String(value))],
    persons: (value) => [say.people(Number(value))],
    line: (value) => [String(value)],
    message: (value) => [String(value)],
    inn: (value) => [String(value)],
  }
  return (field: RequestField, said: SaidField, value: unknown) => inWords[field.input](value, said)
}

import { listTariffs, type TariffValue } from '@rodnik/contract/tariffs'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { call } from '../lib/call.ts'
import { useSpeech } from '../lib/language.tsx'
import { useTariffsWords } from '../lib/tariffs-words.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import '../ui/styles/accounts.css'

const tariffsQuery = queryOptions({
  queryKey: ['tariffs'],
  queryFn: ({ signal }) => call(listTariffs, {}, signal),
})

/** Prices of water by service and group of consumers, each with its days and act. */
export function TariffsPage() {
  const query = useQuery(tariffsQuery)
  return <Loaded query={query}>{(answer) => <TariffsView {...answer} />}</Loaded>
}

type Answer = { today: string; tariffs: TariffValue[] }

function TariffsView({ today, tariffs }: Answer) {
  const { title, lead, empty, calculator } = useTariffsWords()
  const bySubject = Map.groupBy(tariffs, ({ service, consumerGroup }) => `${service} ${consumerGroup}`)
  // Residents first: most who come here are.
  const groups = [...bySubject].toSorted(([a], [b]) => Number(isOfOthers(a)) - Number(isOfOthers(b)))
  return (
    <Page title={title} lead={groups.length === 0 ? empty : lead}>
      <div className="panes">
        {groups.map(([subject, values]) => (
          <Group key={subject} subject={subject} values={values} today={today} />
        ))}
        <p>
          <Link to="/calculator">{calculator}</Link>
        </p>
      </div>
    </Page>
  )
}

const isOfOthers = (subject: string) => !subject.endsWith(' residents')

function Group({ subject, values, today }: { subject: string; values: TariffValue[]; today: string }) {
  const say = useTariffsWords()
  const [first] = values
  if (!first) return null
  const group = say.groups[first.consumerGroup] ?? first.consumerGroup
  const id = subject.replace(' ', '-')
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>
        {say.services[first.service]}. {group}
      </h2>
      <ul className="rows">
        {values.map((value) => (
          <Tariff key={value.validFrom} value={value} today={today} />
        ))}
      </ul>
    </section>
  )
}

function Tariff({ value, today }: { value: TariffValue; today: string }) {
  const say = useTariffsWords()
  const { format } = useSpeech()
  const { priceKopecks, includesVat, validFrom, validTo, act } = value
  const isNow = validFrom <= today && (validTo === null || validTo >= today)
  const from = format.date(validFrom)
  return (
    <li>
      <p>
        <b>{format.money(priceKopecks)}</b> {includesVat ? say.withVat : say.withoutVat},{' '}
        {validTo === null ? say.from(from) : say.between(from, format.date(validTo))}{' '}
        {isNow && <span className="tag ok">{say.now}</span>}
        {validFrom > today && <span className="tag quiet-tag">{say.coming}</span>}
      </p>
      <p className="hint">{act}</p>
    </li>
  )
}

import type { ChargeLine, InterruptionLine, SurplusLine, VolumeLine } from '@rodnik/contract/charges'
import type { VolumePart } from '@rodnik/contract/volume-parts'
import { weightedVolume } from '@rodnik/domain/billing/coefficient'
import { useBillsWords } from '../../lib/bills-words.ts'
import { useBillFormat } from '../../lib/use-bill-format.ts'
import { Formula } from './formula.tsx'
import { PartExplained } from './part-explained.tsx'

/** How a line came about: in words, in numbers, and what it rests on. */
export function LineExplained({ line }: { line: ChargeLine }) {
  const { lawTitle, law } = useBillsWords()
  return (
    <div className="explained">
      <Method line={line} />
      <p className="hint">
        {lawTitle}: {line.explanation.law.map((ref) => law[ref]).join('; ')}.
      </p>
    </div>
  )
}

function Method({ line }: { line: ChargeLine }) {
  if (line.kind === 'surplus') return <SurplusExplained line={line} />
  return line.kind === 'interruption' ? (
    <InterruptionExplained line={line} />
  ) : (
    <VolumeExplained line={line} />
  )
}

/** Parts, their sum, × price; VAT apart for organisations. */
function VolumeExplained({ line }: { line: VolumeLine }) {
  const { explanations: say } = useBillsWords()
  const { volume, cubicMetres, money } = useBillFormat()
  const { litres, priceKopecks, amountKopecks, vat } = line
  const { parts } = line.explanation
  return (
    <>
      <ol className="parts">
        {parts.map((part) => (
          <PartExplained key={keyOf(part)} part={part} />
        ))}
      </ol>
      {parts.length > 1 && (
        <>
          <p>{say.allParts}</p>
          <Formula terms={inOneSum(parts.map((part) => cubicMetres(part.litres)))} result={volume(litres)} />
        </>
      )}
      <p>{say.sum}</p>
      <Formula
        terms={`${volume(litres)} × ${money(priceKopecks)}`}
        result={money(vat ? vat.netKopecks : amountKopecks)}
      />
      {vat && <p>{say.withoutVat(money(vat.netKopecks), `${vat.percent} %`, money(vat.vatKopecks))}</p>}
    </>
  )
}

/** «4,000 + 10,500 − 6,000». */
const inOneSum = (volumes: readonly string[]) =>
  volumes.reduce((sum, text) => (text.startsWith('−') ? `${sum} − ${text.slice(1)}` : `${sum} + ${text}`))

const keyOf = (part: VolumePart) =>
  [part.method, 'meterId' in part ? part.meterId : '', part.from, part.share?.index].join(' ')

/** (V × K × price) − (V × price). */
function SurplusExplained({ line }: { line: SurplusLine }) {
  const { explanations: say } = useBillsWords()
  const { volume, money, hundredths } = useBillFormat()
  const { parts, priceKopecks } = line.explanation
  const percents = [
    ...new Set(parts.flatMap(({ coefficients }) => coefficients.map(({ percent }) => percent))),
  ]
  const litres = parts.reduce((sum, { part }) => sum + part.litres, 0)
  const raised = parts.reduce(
    (sum, { part, coefficients }) => sum + weightedVolume(part.litres, coefficients) / 100,
    0,
  )
  const price = money(priceKopecks)
  return (
    <>
      <p>{say.surplus.how(percents.map(hundredths).join(say.surplus.and))}</p>
      {percents.length === 1 && (
        <Formula terms={`${volume(litres)} × ${percents.map(hundredths).join('')}`} result={volume(raised)} />
      )}
      <Formula
        terms={`${volume(raised)} × ${price} − ${volume(litres)} × ${price}`}
        result={money(line.amountKopecks)}
      />
    </>
  )
}

function InterruptionExplained({ line }: { line: InterruptionLine }) {
  const { explanations: say } = useBillsWords()
  const { money, hundredths } = useBillFormat()
  const { chargeKopecks, hoursOver, perHourBasisPoints } = line.explanation
  const percent = `${hundredths(perHourBasisPoints)} %`
  return (
    <>
      <p>{say.interruption(hoursOver, percent)}</p>
      <Formula
        terms={`− ${money(chargeKopecks)} × ${say.hours(hoursOver)} × ${percent}`}
        result={money(line.amountKopecks)}
      />
    </>
  )
}

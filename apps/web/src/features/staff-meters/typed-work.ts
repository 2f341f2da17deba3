import type { InstallWish, MeterWorkKind, NewMeter, WorkWish } from '@rodnik/contract/meter-works'
import { parseVolume } from '@rodnik/domain/readings/typed-volume'
import { textOf } from '../../lib/form-text.ts'

/** Names of the fields that have to be mended, as the API names them. */
export type Typed<Wish> = { wish: Wish } | { wrong: string[] }
export type RecordedKind = WorkWish['kind']

const FRACTION_DIGITS = 3
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Reads fields one by one and remembers which of them cannot be read. */
function reader(form: FormData) {
  const wrong: string[] = []
  const check = <T>(name: string, value: T, isRight: boolean): T => {
    if (!isRight) wrong.push(name)
    return value
  }
  const text = (name: string) => textOf(form, name)
  return {
    wrong,
    text,
    needed: (name: string) => check(name, text(name), text(name) !== ''),
    textOrNull: (name: string) => text(name) || null,
    day: (name: string) => check(name, text(name), DAY.test(text(name))),
    dayOrNull: (name: string) => text(name) || null,
    count: (name: string) => check(name, Number(text(name)), /^\d{1,7}$/.test(text(name))),
    litres(name: string): number {
      const parsed = parseVolume(text(name), FRACTION_DIGITS)
      return check(name, parsed.ok ? parsed.litres : 0, parsed.ok)
    },
    litresOrNull(name: string): number | null {
      return text(name) === '' ? null : this.litres(name)
    },
    isTicked: (name: string) => form.get(name) !== null,
  }
}
type Reader = ReturnType<typeof reader>

const typed = <Wish>({ wrong }: Reader, wish: Wish): Typed<Wish> => (wrong.length > 0 ? { wrong } : { wish })

const actOf = (read: Reader) => {
  const note = read.text('note')
  return { doneOn: read.day('doneOn'), actNumber: read.needed('actNumber'), ...(note !== '' && { note }) }
}

const newMeterOf = (read: Reader, at = ''): NewMeter => ({
  type: read.needed(`${at}type`),
  serial: read.needed(`${at}serial`),
  place: read.text(`${at}place`),
  wholeDigits: read.count(`${at}wholeDigits`),
  fractionDigits: read.count(`${at}fractionDigits`),
  nominalLitresPerHour: read.count(`${at}nominalLitresPerHour`),
  verifiedOn: read.dayOrNull(`${at}verifiedOn`),
  verificationDueOn: read.day(`${at}verificationDueOn`),
  sealNumber: read.textOrNull(`${at}sealNumber`),
  valueLitres: read.litres(`${at}valueLitres`),
})

export function installFrom(form: FormData): Typed<InstallWish> {
  const read = reader(form)
  const service = read.text('service') === 'hot' ? 'hot' : 'cold'
  return typed(read, { ...actOf(read), service, ...newMeterOf(read) })
}

const turned = (read: Reader) => (read.isTicked('isRollover') ? { isRollover: true } : {})

/** What a form says was done to a meter, or which fields of it are not right. */
export function workFrom(kind: RecordedKind, form: FormData): Typed<WorkWish> {
  const read = reader(form)
  const act = actOf(read)
  const perhapsSeen = () => ({ valueLitres: read.litresOrNull('valueLitres'), ...turned(read) })
  const seen = () => ({ valueLitres: read.litres('valueLitres'), ...turned(read) })
  const papers = () => ({
    verificationDueOn: read.day('verificationDueOn'),
    sealNumber: read.textOrNull('sealNumber'),
  })
  const wishes: { [Kind in RecordedKind]: () => Extract<WorkWish, { kind: Kind }> } = {
    replace: () => ({ kind: 'replace', ...act, ...perhapsSeen(), meter: newMeterOf(read, 'meter.') }),
    verify: () => ({ kind: 'verify', ...act, ...seen(), ...papers() }),
    repair: () => ({ kind: 'repair', ...act, ...seen(), ...papers() }),
    seal: () => ({ kind: 'seal', ...act, ...perhapsSeen(), sealNumber: read.needed('sealNumber') }),
    take_out: () => ({ kind: 'take_out', ...act, ...perhapsSeen() }),
    fail: () => ({ kind: 'fail', ...act }),
    access_refused: () => ({ kind: 'access_refused', ...act }),
    access_given: () => ({ kind: 'access_given', ...act, ...seen() }),
    control: () => ({ kind: 'control', ...act, ...seen() }),
  }
  return typed(read, wishes[kind]())
}

type State = { removedOn: string | null; failedOn: string | null; accessRefusedOn: string | null }

/** What can be done to a meter as it stands, the most common first. */
export function possibleWorks({ removedOn, failedOn, accessRefusedOn }: State): RecordedKind[] {
  if (removedOn !== null) return []
  const isBroken = failedOn !== null
  const all: [RecordedKind, boolean][] = [
    ['repair', isBroken],
    ['replace', true],
    ['verify', !isBroken],
    ['seal', true],
    ['control', !isBroken],
    ['access_given', accessRefusedOn !== null],
    ['access_refused', accessRefusedOn === null],
    ['fail', !isBroken],
    ['take_out', true],
  ]
  return all.flatMap(([kind, isPossible]) => (isPossible ? [kind] : []))
}

/** Which works say what stood on the face, and which have to. */
export const SEEN: Partial<Record<MeterWorkKind, 'needed' | 'perhaps'>> = {
  replace: 'perhaps',
  take_out: 'perhaps',
  seal: 'perhaps',
  verify: 'needed',
  repair: 'needed',
  access_given: 'needed',
  control: 'needed',
}

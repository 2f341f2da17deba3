import { AbsenceProof } from '@rodnik/contract/absence-proof'
import type { NewAbsence, NewInterruption, NewPersons } from '@rodnik/contract/circumstances'
import { textOf } from '../../lib/form-text.ts'

/** Names of the fields that have to be mended. */
export type Typed<Wish> = { wish: Wish } | { wrong: string[] }

const DAY = /^\d{4}-\d{2}-\d{2}$/

function reader(form: FormData) {
  const wrong: string[] = []
  const checked = (name: string, isRight: (typed: string) => boolean) => {
    const typed = textOf(form, name)
    if (!isRight(typed)) wrong.push(name)
    return typed
  }
  return {
    wrong,
    day: (name: string) => checked(name, (typed) => DAY.test(typed)),
    dayOrNull: (name: string) => textOf(form, name) || null,
    text: (name: string) => checked(name, (typed) => typed !== ''),
    count: (name: string, least: number, most: number) =>
      Number(
        checked(name, (typed) => /^\d{1,3}$/.test(typed) && Number(typed) >= least && Number(typed) <= most),
      ),
  }
}

const typed = <Wish>(wrong: string[], wish: Wish): Typed<Wish> => (wrong.length > 0 ? { wrong } : { wish })

const MOST_PERSONS = 99
const MOST_HOURS = 744

export function personsFrom(form: FormData): Typed<NewPersons> {
  const { wrong, day, count, text } = reader(form)
  const validFrom = day('validFrom')
  return typed(wrong, { validFrom, persons: count('persons', 0, MOST_PERSONS), document: text('document') })
}

export function absenceFrom(form: FormData): Typed<NewAbsence> {
  const { wrong, day, dayOrNull, count, text } = reader(form)
  const leftOn = day('leftOn')
  return typed(wrong, {
    leftOn,
    returnedOn: dayOrNull('returnedOn'),
    persons: count('persons', 1, MOST_PERSONS),
    proof: AbsenceProof.options.find((proof) => proof === textOf(form, 'proof')) ?? 'other',
    document: text('document'),
    appliedOn: day('appliedOn'),
  })
}

export function interruptionFrom(form: FormData): Typed<NewInterruption> {
  const { wrong, day, count, text } = reader(form)
  const startedOn = day('startedOn')
  return typed(wrong, {
    service: textOf(form, 'service') === 'wastewater' ? 'wastewater' : 'cold_water',
    startedOn,
    hours: count('hours', 1, MOST_HOURS),
    actNumber: text('actNumber'),
  })
}

export function returnFrom(form: FormData): Typed<string> {
  const { wrong, day } = reader(form)
  return typed(wrong, day('returnedOn'))
}

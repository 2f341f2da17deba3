import type { DeskMeter, SubmissionChannel } from '@rodnik/contract/meter-works'
import type { Doubt } from '@rodnik/contract/reading-issue'
import { parseVolume } from '@rodnik/domain/readings/typed-volume'
import { textOf } from '../../lib/form-text.ts'
import type { CallerReadings } from './meters.queries.ts'

type Read = { wish: CallerReadings; wrong: string[]; isEmpty: boolean }

const CHANNELS: readonly SubmissionChannel[] = ['phone', 'office', 'email', 'paper']
/** Both doubts are settled by one tick: the operator has asked. */
const CONFIRMED: Doubt[] = ['jump', 'rollover']

/** What a caller told of each meter: a field left empty is a meter that was not named. */
export function readingsFrom(
  meters: readonly Pick<DeskMeter, 'id' | 'fractionDigits'>[],
  form: FormData,
): Read {
  const typed = meters.flatMap(({ id, fractionDigits }) => {
    const text = textOf(form, id)
    return text === '' ? [] : [{ id, parsed: parseVolume(text, fractionDigits) }]
  })
  const receivedOn = textOf(form, 'receivedOn')
  const wrong = typed.flatMap(({ id, parsed }) => (parsed.ok ? [] : [id]))
  return {
    wish: {
      channel: CHANNELS.find((one) => one === textOf(form, 'channel')) ?? 'phone',
      receivedOn,
      readings: typed.flatMap(({ id, parsed }) =>
        parsed.ok
          ? [
              {
                meterId: id,
                valueLitres: parsed.litres,
                ...(form.get(`${id}.confirmed`) !== null && { confirmed: CONFIRMED }),
              },
            ]
          : [],
      ),
    },
    wrong: /^\d{4}-\d{2}-\d{2}$/.test(receivedOn) ? wrong : [...wrong, 'receivedOn'],
    isEmpty: typed.length === 0,
  }
}

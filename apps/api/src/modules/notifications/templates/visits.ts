import { type Block, button, type Context, type Draft, facts, text } from '../draft.ts'
import type { DataOf, ToldVisit } from '../letter.ts'

type Data = DataOf<'request_changed'>
type VisitEvent = Extract<Data['event'], 'scheduled' | 'visit_missed' | 'visit_cancelled' | 'miss_undone'>
type Window = Pick<ToldVisit, 'day' | 'from' | 'to'>

const EVENTS: ReadonlySet<Data['event']> = new Set<VisitEvent>([
  'scheduled',
  'visit_missed',
  'visit_cancelled',
  'miss_undone',
])

export type VisitWords = {
  /** What the inspector comes for, by the kind of the request. */
  kinds: Record<string, string>
  otherKind: string
  what: string
  when: string
  window: string
  request: string
  hours: (from: string, to: string) => string
  /** What is said first, by what has happened. */
  said: {
    scheduled: string
    moved: (before: string) => string
    missedByUs: string
    missedByYou: string
    cancelled: string
    undone: string
    holds: (ahead: string) => string
  }
  titles: Record<VisitEvent | 'moved', string>
  open: string
  why: string
}

export const visitWordsRu: VisitWords = {
  kinds: {
    sealing: 'опломбировка счётчика',
    inspector_call: 'проверка счётчика',
    meter_replacement: 'ввод счётчика в эксплуатацию',
  },
  otherKind: 'визит контролёра',
  what: 'Зачем',
  when: 'День',
  window: 'Время',
  request: 'Заявка',
  hours: (from, to) => `с ${from} до ${to}`,
  said: {
    scheduled: 'Контролёр приедет к вам в этот день. Пожалуйста, будьте дома всё указанное время.',
    moved: (before) => `Визит перенесён. Прежнее время — ${before} — больше не действует.`,
    missedByUs:
      'Мы не приехали в назначенное время. Это наша вина: новое время вы выбираете раньше других, ваши сроки не сдвигаются.',
    missedByYou:
      'Контролёр приезжал, но попасть к вам не смог. Выберите, пожалуйста, другое время на странице заявки.',
    cancelled: 'Визит отменён. Если он ещё нужен, на странице заявки можно выбрать другое время.',
    undone:
      'Запись контролёра об этом визите дошла до нас позже, чем сообщение, что никто не приехал. Она сделана в день визита, поэтому считается верной. Если вы не согласны, ответьте на странице заявки.',
    holds: (ahead) =>
      `Другой визит — ${ahead} — остаётся. Если он не нужен, отмените его на странице заявки.`,
  },
  titles: {
    scheduled: 'Назначен визит',
    moved: 'Визит перенесён',
    visit_missed: 'Визит не состоялся',
    visit_cancelled: 'Визит отменён',
    miss_undone: 'Контролёр был у вас',
  },
  open: 'Открыть заявку',
  why: 'Вы получили это письмо, потому что этот адрес указан в заявке.',
}

export const visitWordsEn: VisitWords = {
  kinds: {
    sealing: 'sealing of a meter',
    inspector_call: 'check of a meter',
    meter_replacement: 'a meter taken into use',
  },
  otherKind: 'visit of an inspector',
  what: 'What for',
  when: 'Day',
  window: 'Time',
  request: 'Request',
  hours: (from, to) => `from ${from} to ${to}`,
  said: {
    scheduled: 'An inspector will come to you on this day. Please be at home for all of that time.',
    moved: (before) => `The visit was moved. The former time — ${before} — holds no more.`,
    missedByUs:
      'We did not come at the time agreed. The fault is ours: you choose another time before others, and your own terms do not suffer.',
    missedByYou:
      'The inspector came but could not get in. Please choose another time on the page of the request.',
    cancelled:
      'The visit is cancelled. If it is still needed, another time can be chosen on the page of the request.',
    undone:
      'The inspector’s record of this visit reached us later than the message that nobody had come. It was made on the day of the visit, so it counts. If you do not agree, answer on the page of the request.',
    holds: (ahead) =>
      `Another visit — ${ahead} — stays. If it is not needed, cancel it on the page of the request.`,
  },
  titles: {
    scheduled: 'A visit has been agreed',
    moved: 'The visit was moved',
    visit_missed: 'The visit did not take place',
    visit_cancelled: 'The visit is cancelled',
    miss_undone: 'The inspector was at your door',
  },
  open: 'Open the request',
  why: 'You got this letter because this address was named in the request.',
}

/** Names day, window and purpose; undefined for a letter that is about no visit. */
export function visitLetter(
  { requestId, number, kind, event, visit }: Data,
  { day, tracked }: Context,
  words: VisitWords,
): Draft | undefined {
  if (!visit || !isOfVisit(event)) return undefined
  const inWords = (one: Window) => `${day(one.day)}, ${words.hours(one.from, one.to)}`
  const title = words.titles[event === 'scheduled' && visit.movedFrom ? 'moved' : event]
  const what = words.kinds[kind] ?? words.otherKind
  return {
    subject: `${title}: ${what}, ${day(visit.day)}`,
    blocks: [
      ...sayings(event, visit, { words, inWords }),
      facts(
        [words.what, what],
        [words.when, day(visit.day)],
        [words.window, words.hours(visit.from, visit.to)],
        [words.request, number],
      ),
      button(words.open, tracked({ requestId, number })),
    ],
    why: words.why,
  }
}

const isOfVisit = (event: Data['event']): event is VisitEvent => EVENTS.has(event)

type Saying = { words: VisitWords; inWords: (window: Window) => string }

function sayings(event: VisitEvent, visit: ToldVisit, { words: { said }, inWords }: Saying): Block[] {
  if (event === 'visit_cancelled') return [text(said.cancelled)]
  if (event === 'visit_missed') {
    return [text(visit.missedBy === 'resident' ? said.missedByYou : said.missedByUs)]
  }
  if (event === 'scheduled') {
    return [...(visit.movedFrom ? [text(said.moved(inWords(visit.movedFrom)))] : []), text(said.scheduled)]
  }
  return [text(said.undone), ...(visit.ahead ? [text(said.holds(inWords(visit.ahead)))] : [])]
}

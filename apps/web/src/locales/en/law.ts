import type { LawRef } from '@rodnik/contract/law'

const rules = (paragraph: string) => `Rules No. 354, ${paragraph}`
const metering = (paragraph: string) => `Rules No. 776, ${paragraph}`

/** What a sum rests on, as people would look it up. */
export const law: Record<LawRef, string> = {
  '354:38': rules('para. 38'),
  '354:42': rules('para. 42'),
  '354:56(2)': rules('para. 56(2)'),
  '354:57(1)': rules('para. 57(1)'),
  '354:59.a': rules('para. 59 «а»'),
  '354:59.b': rules('para. 59 «б»'),
  '354:59.v': rules('para. 59 «в»'),
  '354:59(2)': rules('para. 59(2)'),
  '354:60': rules('para. 60'),
  '354:60(3)': rules('para. 60(3)'),
  '354:61': rules('para. 61'),
  '354:62': rules('para. 62'),
  '354:81': rules('para. 81'),
  '354:81(11)': rules('para. 81(11)'),
  '354:81(12)': rules('para. 81(12)'),
  '354:86': rules('para. 86'),
  '354:87': rules('para. 87'),
  '354:90': rules('para. 90'),
  '354:91': rules('para. 91'),
  '354:a1.1': rules('Annex 1, para. 1'),
  '354:a2.1': rules('Annex 2, formula 1'),
  '354:a2.4': rules('Annex 2, formula 4'),
  '354:a2.4(1)': rules('Annex 2, formula 4(1)'),
  '1871': 'Government decree of 25.11.2025 No. 1871',
  '416:20': 'Law 416-FZ, art. 20',
  '776:14': metering('para. 14'),
  '776:15': metering('para. 15'),
  '776:16': metering('para. 16'),
  '776:17': metering('para. 17'),
  '776:18': metering('para. 18'),
  '776:23': metering('para. 23'),
  'nk:164.3': 'Tax Code, art. 164, para. 3',
  'nk:168': 'Tax Code, art. 168',
  'zhk:155.14': 'Housing Code, art. 155, part 14',
  'zhk:157.6': 'Housing Code, art. 157, part 6',
  '416:13.6.2': 'Law 416-FZ, art. 13, part 6.2',
  '416:13.6.3': 'Law 416-FZ, art. 13, part 6.3',
  '416:13.6.4': 'Law 416-FZ, art. 13, part 6.4',
  'policy:true_up':
    'a rule of the utility: a new reading replaces what was charged for months without readings',
  'policy:split_by_days':
    'a rule of the utility: where the price changed within the month, the volume is split between the prices',
  'policy:coefficient_change':
    'a rule of the utility: a coefficient that changed within the month is counted by days',
}

import * as z from 'zod/mini'

/**
 * What an amount rests on. 354: Rules of ПП РФ 06.05.2011 № 354, a2 is their Annex 2 with the formulas; 776: Rules
 * of ПП РФ 04.09.2013 № 776; 1871: ПП РФ 25.11.2025; zhk: housing code; 416: law 416-ФЗ; nk: tax code;
 * policy: a choice of the house where the law has none, see docs/decisions.
 */
export const LawRef = z.enum([
  '354:38',
  '354:42',
  '354:56(2)',
  '354:57(1)',
  '354:59.a',
  '354:59.b',
  '354:59.v',
  '354:59(2)',
  '354:60',
  '354:60(3)',
  '354:61',
  '354:62',
  '354:81',
  '354:81(11)',
  '354:81(12)',
  '354:86',
  '354:87',
  '354:90',
  '354:91',
  '354:a1.1',
  '354:a2.1',
  '354:a2.4',
  '354:a2.4(1)',
  '1871',
  '416:20',
  '776:14',
  '776:15',
  '776:16',
  '776:17',
  '776:18',
  '776:23',
  'nk:164.3',
  'nk:168',
  'zhk:155.14',
  'zhk:157.6',
  '416:13.6.2',
  '416:13.6.3',
  '416:13.6.4',
  'policy:true_up',
  'policy:split_by_days',
  'policy:coefficient_change',
])
export type LawRef = z.infer<typeof LawRef>

import type { Language } from './recognise-header.ts'
import type { Column } from './row-types.ts'

/** Russian and English text of each reason; «…» is where the detail goes. */
const texts: Record<string, readonly [string, string]> = {
  empty: ['не заполнено', 'is empty'],
  too_many_cells: ['в строке больше ячеек, чем в заголовке', 'more cells than in the header'],
  too_long: ['длиннее … знаков', 'longer than … characters'],
  control_characters: ['непечатаемые знаки', 'control characters'],
  not_an_account_number: ['нужно 10 цифр: …', 'ten digits are needed: …'],
  other_city: ['счета этого города начинаются с …', 'account numbers of this city start with …'],
  no_house_number: ['нет номера дома: …', 'no house number: …'],
  not_a_date: ['не дата (ДД.ММ.ГГГГ): …', 'not a date (YYYY-MM-DD): …'],
  not_a_month: ['не месяц (ММ.ГГГГ): …', 'not a month (YYYY-MM): …'],
  not_a_number: ['не число: …', 'not a number: …'],
  not_an_integer: ['не целое число: …', 'not a whole number: …'],
  out_of_range: ['допустимо …', 'allowed: …'],
  not_a_choice: ['такого значения нет в списке: …', 'not one of the allowed values: …'],
  too_many_fraction_digits: ['слишком много знаков после запятой: …', 'too many digits after the point: …'],
  too_large: ['слишком большое число: …', 'too large: …'],
  too_many_digits: ['больше, чем разрядов на счётчике (…)', 'more digits than the meter has (…)'],
  no_date: ['нужна дата показания или месяц', 'a date or a month is needed'],
  in_the_future: ['в будущем: …', 'is in the future: …'],
  date_far_from_month: ['дата далеко от месяца: …', 'the date is far from the month: …'],
  dates_not_in_order: ['раньше предыдущей по смыслу даты', 'is earlier than the date before it'],
  repeated_in_file: ['уже есть в строке …', 'is already in row …'],
  other_premises_kind: [
    'для того же помещения в строке … указан другой вид',
    'row … names another kind for the same premises',
  ],
  unknown_account: ['лицевой счёт не найден: …', 'no such account: …'],
  unknown_meter: ['у лицевого счёта нет такого счётчика: …', 'the account has no such meter: …'],
  ambiguous_meter: [
    'несколько счётчиков с таким номером: укажите тип',
    'several meters with this serial: name the type',
  ],
  other_service: ['этот счётчик учтён по другой услуге: …', 'this meter is recorded for another service: …'],
  against_readings: ['противоречит учтённым показаниям (…)', 'contradicts recorded readings (…)'],
  before_installation: ['раньше установки счётчика …', 'before the meter was installed: …'],
  after_removal: ['позже снятия счётчика …', 'after the meter was removed: …'],
  repeated_month: ['другое показание за этот месяц в строке …', 'another reading of this month is in row …'],
  already_counted: [
    'за этот месяц учтено другое показание: …; заменить можно загрузкой с заменой (--replace)',
    'another reading of this month is recorded: …; load with replacement (--replace) to replace it',
  ],
  not_an_organisation: ['это счёт жителя: …', 'this is a resident’s account: …'],
  incomplete: ['заполняется вместе с соседней колонкой', 'goes together with the column beside it'],
  charged_here: ['за этот месяц начислено здесь: …', 'this month is charged here: …'],
  already_taken_over: [
    'принят другой долг: … ₽; заменить можно загрузкой с заменой (--replace)',
    'another debt was taken over: … roubles; load with replacement (--replace) to replace it',
  ],
  before_counted: [
    'уже учтён более поздний месяц: …; вставить можно загрузкой с заменой (--replace)',
    'a later month is recorded: …; load with replacement (--replace) to insert before it',
  ],
  below_previous: ['меньше предыдущего: …', 'less than the previous one: …'],
  above_later: ['больше следующего: …', 'greater than the next one: …'],
  not_a_rollover: [
    'отмечен переход через ноль, но показание не меньше предыдущего: …',
    'marked as a rollover, but not less than the previous one: …',
  ],
  impossible_volume: [
    'такой расход невозможен за это время: … м³',
    'impossible volume in the time passed: … m³',
  ],
}

/** The words for `code|column|detail`: «Дата показания: не дата (ДД.ММ.ГГГГ): 31.02.2026». */
export function describeReason(reason: string, language: Language, columns: readonly Column[]): string {
  const [code = '', field = '', ...rest] = reason.split('|')
  const text = texts[code]?.[language === 'russian' ? 0 : 1] ?? code
  const column = columns.find((candidate) => candidate.field === field)
  return `${column ? `${column[language]}: ` : ''}${text.replace('…', () => rest.join('|'))}`
}

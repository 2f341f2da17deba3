export const visitActions = {
  'visit.booked': 'выбрал день выезда',
  'visit.moved': 'перенёс выезд',
  'visit.cancelled': 'отменил выезд',
  'visit.missed': 'записал, что выезд не состоялся',
  'visit.assigned': 'назначил контролёра',
  'visit.recorded': 'записал результат выезда',
  'visit_exception.added': 'изменил число выездов в день',
  'visit_exception.removed': 'вернул обычное число выездов',
}

export const visitFields = {
  visit: 'выезд',
  day: 'день',
  window: 'с какого часа',
  district: 'район',
  missedBy: 'по чьей вине',
  inspector: 'контролёр',
  outcome: 'итог',
  places: 'сколько выездов',
}

export const visitActions = {
  'visit.booked': 'chose the day of a visit',
  'visit.moved': 'moved a visit',
  'visit.cancelled': 'cancelled a visit',
  'visit.missed': 'recorded that a visit did not happen',
  'visit.assigned': 'assigned an inspector',
  'visit.recorded': 'recorded the result of a visit',
  'visit_exception.added': 'changed the number of visits of a day',
  'visit_exception.removed': 'put the usual number of visits back',
}

export const visitFields = {
  visit: 'visit',
  day: 'day',
  window: 'from which hour',
  district: 'district',
  missedBy: 'whose fault',
  inspector: 'inspector',
  outcome: 'outcome',
  places: 'how many visits',
}

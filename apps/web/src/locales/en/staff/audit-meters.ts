export const meterActions = {
  'meter.install': 'put in a meter',
  'meter.replace': 'replaced a meter',
  'meter.verify': 'recorded a verification',
  'meter.seal': 'recorded a seal',
  'meter.take_out': 'took out a meter',
  'meter.fail': 'recorded a failure',
  'meter.repair': 'recorded a repair',
  'meter.access_refused': 'recorded that access was refused',
  'meter.access_given': 'recorded that access was given',
  'meter.control': 'recorded a control reading',
}

export const meterActions = {
  'meter.install': 'поставил счётчик',
  'meter.replace': 'заменил счётчик',
  'meter.verify': 'записал поверку',
  'meter.seal': 'записал пломбу',
  'meter.take_out': 'снял счётчик',
  'meter.fail': 'записал неисправность',
  'meter.repair': 'записал ремонт',
  'meter.access_refused': 'записал отказ в доступе',
  'meter.access_given': 'записал доступ',
  'meter.control': 'записал контрольное показание',
}

import type { Defect } from '@rodnik/contract/field-visits'

export const DEFECTS: Record<Defect, string> = {
  not_working: 'не работает',
  face_unreadable: 'показания не видны',
  seal_broken: 'пломба повреждена',
  seal_missing: 'пломбы нет',
  magnet: 'следы магнита',
  case_damaged: 'корпус повреждён',
  reversed: 'установлен против потока',
  bypass: 'вода идёт в обход счётчика',
  leak: 'течь',
}

export const SERVICES = { cold: 'холодная вода', hot: 'горячая вода' } as const

/** What the act is called, by what was asked for. */
export const TITLES: Record<string, string> = {
  sealing: 'опломбирования прибора учёта',
  meter_replacement: 'ввода прибора учёта в эксплуатацию',
  inspector_call: 'проверки прибора учёта',
}

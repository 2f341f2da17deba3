/** ГОСТ Р 56042-2014: the mandatory fields stand first and in this order. */
export const MANDATORY_FIELDS = ['Name', 'PersonalAcc', 'BankName', 'BIC', 'CorrespAcc'] as const

/** What a value has to look like; a field that is not here is free text of a bounded size. */
const SHAPES: Record<string, RegExp> = {
  Name: /^.{1,160}$/u,
  PersonalAcc: /^\d{20}$/,
  BankName: /^.{1,45}$/u,
  BIC: /^\d{9}$/,
  /** «0» where the bank has none. */
  CorrespAcc: /^\d{1,20}$/,
  /** Whole kopecks. */
  Sum: /^\d{1,18}$/,
  Purpose: /^.{1,210}$/u,
  PayeeINN: /^\d{1,12}$/,
  PayerINN: /^\d{1,12}$/,
  DrawerStatus: /^.{1,2}$/u,
  KPP: /^.{1,9}$/u,
  CBC: /^.{1,20}$/u,
  OKTMO: /^.{1,11}$/u,
  PaytReason: /^.{1,2}$/u,
  TaxPeriod: /^.{1,10}$/u,
  DocNo: /^.{1,15}$/u,
  DocDate: /^.{1,10}$/u,
  TaxPaytKind: /^.{1,2}$/u,
  TechCode: /^\d{2}$/,
}
const OTHER = /^.{1,210}$/u
const KEY = /^[A-Za-z]{1,20}$/

export function isFieldKey(key: string): boolean {
  return KEY.test(key)
}

export function fitsField(key: string, value: string): boolean {
  return (SHAPES[key] ?? OTHER).test(value)
}

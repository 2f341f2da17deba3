/** Accounts to try the cabinet with; start prints them. */
export const demoSignIns: { accountNumber: string; house: string; flat: string; about: string }[] = [
  {
    accountNumber: '3140000017',
    house: '12а',
    flat: '45',
    about: 'two meters, the hot one is due for verification in 23 days',
  },
  {
    accountNumber: '3140000025',
    house: '7/1',
    flat: '',
    about: 'a private house, its meter is about to roll over',
  },
  {
    accountNumber: '3140000042',
    house: '54 корп. 2',
    flat: '118',
    about: 'four meters, one past its verification, one new without readings',
  },
]

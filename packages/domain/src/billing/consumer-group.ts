/** Whose prices and terms an account has, as the reference data name them. */
export const consumerGroupOf = (kind: 'resident' | 'legal'): 'residents' | 'others' =>
  kind === 'legal' ? 'others' : 'residents'

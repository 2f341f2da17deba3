/** The partition of a month, as `open_charges_of` names it. */
export const chargesOf = (period: string): string => `charges_${period.replace('-', '_')}`

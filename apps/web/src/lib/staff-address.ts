/** «улица Свободы, 12-45»: on one line, as it is written on the register. */
export const addressOf = ({
  street,
  house,
  flat,
}: {
  street: string
  house: string
  flat: string
}): string => (flat === '' ? `${street}, ${house}` : `${street}, ${house}-${flat}`)

const BYTES = 256

/** Windows-1251, turned around from the decoder of the platform: character → byte. */
const byteOf = new Map(
  Array.from(
    new TextDecoder('windows-1251').decode(Uint8Array.from({ length: BYTES }, (_, byte) => byte)),
    (character, byte) => [character, byte] as const,
  ),
)

/** The text in Windows-1251, or undefined when a character is not in it: «ё» and «№» are, «₽» and emoji are not. */
export function encodeCp1251(text: string): Uint8Array | undefined {
  const bytes: number[] = []
  for (const character of text) {
    const byte = byteOf.get(character)
    if (byte === undefined) return undefined
    bytes.push(byte)
  }
  return Uint8Array.from(bytes)
}

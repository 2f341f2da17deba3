import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openFile } from './open-file.ts'
import { unpackedBytes } from './zip-size.ts'

/** A zip archive of one entry that claims to hold `claimedBytes`. */
function archive(content: Buffer, claimedBytes: number): Buffer {
  const packed = deflateRawSync(content)
  const name = Buffer.from('xl/worksheets/sheet1.xml')
  const facts = Buffer.alloc(16)
  facts.writeUInt32LE(packed.length, 4)
  facts.writeUInt32LE(claimedBytes, 8)
  facts.writeUInt16LE(name.length, 12)
  const local = Buffer.concat([
    Buffer.from('504b03041400000008000000000000', 'hex').subarray(0, 14),
    facts,
    name,
  ])
  const directory = Buffer.concat([
    Buffer.from('504b0102140014000000080000000000', 'hex'),
    facts,
    Buffer.alloc(14),
    name,
  ])
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(local.length + packed.length, 16)
  return Buffer.concat([local, packed, directory, end])
}

const fileOf = (content: Buffer) => ({
  byteCount: content.length,
  async *read() {
    yield content
  },
})

test('a small workbook that unpacks to gigabytes is refused before it is unpacked', async () => {
  const bomb = fileOf(archive(Buffer.alloc(300 * 2 ** 20), 1000))
  await expect(openFile(bomb)).rejects.toThrow(/too big.*save it as CSV/)
})

test('the real size of an archive is counted, not the claimed one', async () => {
  expect(await unpackedBytes(archive(Buffer.alloc(5000), 10), 10_000)).toBe(5000)
})

test.each([
  ['old Excel', Buffer.from('d0cf11e0a1b11ae1aaaa', 'hex'), /old Excel/],
  ['empty', Buffer.alloc(0), /empty/],
  ['cut off', Buffer.from('PK\u0003\u0004 and no more'), /damaged/],
])('a file that is %s is refused in plain words', async (_name, content, message) => {
  await expect(openFile(fileOf(content))).rejects.toThrow(message)
})

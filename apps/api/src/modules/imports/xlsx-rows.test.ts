import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openFile } from './open-file.ts'
import { watchSheet } from './sheet-extent.ts'
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

const HEAD = '<row r="1"><c r="A1" t="str"><v>Дом</v></c></row>'
const sheetOf = (rows: string) => Buffer.from(`<worksheet><sheetData>${HEAD}${rows}</sheetData></worksheet>`)

test.each([
  [
    'a row far below the others',
    '<row r="1000000000"><c r="A1000000000"><v>1</v></c></row>',
    /1000000000 rows/,
  ],
  ['a cell far below the others', '<row><c r="A1000000000"><v>1</v></c></row>', /1000000000 rows/],
  ['a cell in the last column there is', '<row r="2"><c r="XFD2"><v>1</v></c></row>', /16384 columns/],
  ['more rows than may be', '<row/>'.repeat(200_001), /200002 rows/],
  ['few rows and columns that are many together', '<row r="190000"><c r="GR190000"/></row>', /cells/],
  ['a place in letters and figures of another spelling', '<row r="1e9"></row>', /damaged/],
  ['a place that hides behind an entity', '<row r="&#49;000000000"></row>', /damaged/],
  ['a place after a sign that ends no tag', '<row x=">" r="1000000000"></row>', /damaged/],
  ['a tag without an end', `<row x="${' '.repeat(100_000)}`, /damaged/],
])('a sheet with %s is refused before it is read', async (_, rows, message) => {
  await expect(openFile(fileOf(archive(sheetOf(rows), 100)))).rejects.toThrow(message)
})

test('a place that is cut in two on its way is still seen', () => {
  const look = watchSheet({ rows: 10, columns: 10, cells: 100 }, (what) => {
    throw new Error(what)
  })
  for (const sign of '<row r="1"><c r="A1"/></row><row r="2"><c r="J2"/></row>') look(Buffer.from(sign))
  const further = () => {
    for (const sign of '<c r="K2"/>') look(Buffer.from(sign))
  }

  expect(further).toThrow('11 columns')
})

test('an entry that is packed in another way than its directory says is refused', async () => {
  const other = archive(sheetOf(''), 100)
  other.writeUInt16LE(0, 8)
  await expect(openFile(fileOf(other))).rejects.toThrow(/damaged/)
})

test.each([
  ['old Excel', Buffer.from('d0cf11e0a1b11ae1aaaa', 'hex'), /old Excel/],
  ['empty', Buffer.alloc(0), /empty/],
  ['cut off', Buffer.from('PK\u0003\u0004 and no more'), /damaged/],
])('a file that is %s is refused in plain words', async (_name, content, message) => {
  await expect(openFile(fileOf(content))).rejects.toThrow(message)
})

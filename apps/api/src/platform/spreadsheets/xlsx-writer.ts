import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { Cell, TableHead, TableWriter } from './table.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The formats of cells, in the order of `cellXfs`: general, bold, roubles, cubic metres, day, month. */
const STYLES = { bold: 1, kopecks: 2, litres: 3, day: 4, period: 5 } as const
const FORMATS = ['General', 'General', '#,##0.00', '0.000', 'dd.mm.yyyy', 'mm.yyyy']
const FIRST_FORMAT_ID = 164

const CONTROL = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) =>
  text.replaceAll(CONTROL, '').replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? '')

const styles = () => {
  const formats = FORMATS.map(
    (code, i) => `<numFmt numFmtId="${FIRST_FORMAT_ID + i}" formatCode="${escaped(code)}"/>`,
  )
  const uses = FORMATS.map(
    (_code, i) =>
      `<xf numFmtId="${FIRST_FORMAT_ID + i}" fontId="${i === STYLES.bold ? 1 : 0}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`,
  )
  return `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats.join('')}</numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="${uses.length}">${uses.join('')}</cellXfs></styleSheet>`
}

/** The parts of a workbook with one sheet (ECMA-376), but for the sheet. */
const partsOf = (title: string): Record<string, string> => ({
  '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escaped(title)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': styles(),
})

const MS_A_DAY = 86_400_000
/** Day 0 of spreadsheets is 30 December 1899. */
const EPOCH_DAYS = Date.UTC(1899, 11, 30) / MS_A_DAY
const serialOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / MS_A_DAY - EPOCH_DAYS

const number = (style: number, value: number | string) => ` s="${style}"><v>${value}</v>`
const wordsIn = (text: string, style = 0) =>
  ` s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is>`

/** Whole kopecks and litres are divided as text: no binary fraction comes between. */
const shifted = (value: number, digits: number) => (value / 10 ** digits).toFixed(digits)

/** What is in a cell, behind its address. */
function inXml(cell: Exclude<Cell, null>): string {
  if (typeof cell === 'string') return wordsIn(cell)
  if ('kopecks' in cell) return number(STYLES.kopecks, shifted(cell.kopecks, 2))
  if ('litres' in cell) return number(STYLES.litres, shifted(cell.litres, 3))
  return 'day' in cell
    ? number(STYLES.day, serialOf(cell.day))
    : number(STYLES.period, serialOf(`${cell.period}-01`))
}

const FIRST_LETTER = 'A'.codePointAt(0) ?? 0
/** Registers have fewer columns than there are letters. */
const letterOf = (column: number) => String.fromCodePoint(FIRST_LETTER + column)

function rowOf(cells: readonly (string | null)[], row: number): string {
  const written = cells.map((cell, i) => (cell === null ? '' : `<c r="${letterOf(i)}${row}"${cell}</c>`))
  return `<row r="${row}">${written.join('')}</row>`
}

const sheetHead = (columns: readonly string[]) =>
  `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${columns.length}" width="20" customWidth="1"/></cols><sheetData>${rowOf(
    columns.map((name) => wordsIn(name, STYLES.bold)),
    1,
  )}`

/** A workbook of one sheet that is packed as its rows come; a text is an inline string and never a formula. */
export function xlsxWriter({ title, columns }: TableHead): TableWriter {
  let ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  const add = (name: string) => {
    const file = new ZipDeflate(name, { level: 6 })
    zip.add(file)
    return file
  }
  for (const [name, text] of Object.entries(partsOf(title))) add(name).push(strToU8(text), true)
  const sheet = add('xl/worksheets/sheet1.xml')
  sheet.push(strToU8(sheetHead(columns)))
  const take = () => {
    const taken = Buffer.concat(ready)
    ready = []
    return taken
  }
  let lastRow = 1
  return {
    write: (rows) => {
      const written = rows.map((row) =>
        rowOf(
          row.map((cell) => (cell === null ? null : inXml(cell))),
          ++lastRow,
        ),
      )
      sheet.push(strToU8(written.join('')))
      return take()
    },
    end: () => {
      sheet.push(strToU8('</sheetData></worksheet>'), true)
      zip.end()
      return take()
    },
  }
}

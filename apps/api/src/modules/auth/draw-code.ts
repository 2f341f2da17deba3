import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createCanvas, Path2D, type SKRSContext2D } from '@napi-rs/canvas'
import { create, type Font } from 'fontkit'

const WIDTH = 240
const HEIGHT = 88
/** Twice the size it is shown at, for the dense screens of phones. */
const DENSITY = 2
const FONT_FILE = import.meta.resolve(
  '@fontsource-variable/golos-text/files/golos-text-latin-wght-normal.woff2',
)

const chance = (from: number, to: number) => from + ((to - from) * randomInt(10_000)) / 10_000

let font: Font | undefined
function loadFont(): Font {
  font ??= create(readFileSync(new URL(FONT_FILE))) as Font
  return font
}

/** The digit's outline, bent by a wave: recognisable for people, without the font's own shapes. */
function bentOutline(digit: string, size: number): Path2D {
  const face = loadFont()
  const scale = size / face.unitsPerEm
  const wave = { height: chance(1.5, 3.5), length: chance(14, 24), shift: chance(0, 6) }
  const bend = (x: number, y: number): [number, number] => [
    x * scale + wave.height * Math.sin((y * scale) / wave.length + wave.shift),
    -y * scale + wave.height * Math.cos((x * scale) / wave.length + wave.shift),
  ]
  const path = new Path2D()
  for (const { command, args } of face.glyphForCodePoint(digit.charCodeAt(0)).path.commands) {
    const points = Array.from({ length: args.length / 2 }, (_, i) =>
      bend(args[2 * i] ?? 0, args[2 * i + 1] ?? 0),
    )
    addCommand(path, command, points)
  }
  return path
}

function addCommand(path: Path2D, command: string, points: [number, number][]) {
  const [a, b, c] = points
  if (command === 'closePath') return path.closePath()
  if (!a) return undefined
  if (command === 'moveTo') return path.moveTo(...a)
  if (command === 'lineTo') return path.lineTo(...a)
  if (command === 'quadraticCurveTo' && b) return path.quadraticCurveTo(...a, ...b)
  if (command === 'bezierCurveTo' && b && c) return path.bezierCurveTo(...a, ...b, ...c)
  throw new Error(`The font uses an outline command that is not known: ${command}`)
}

function drawThread(context: SKRSContext2D) {
  context.beginPath()
  context.moveTo(chance(0, 20), chance(10, HEIGHT - 10))
  context.bezierCurveTo(
    chance(40, 90),
    chance(0, HEIGHT),
    chance(120, 190),
    chance(0, HEIGHT),
    chance(WIDTH - 20, WIDTH),
    chance(10, HEIGHT - 10),
  )
  context.lineWidth = chance(1.5, 3)
  context.stroke()
}

/** The code as a PNG, about 20 kB: digits bent, turned and crossed by threads. */
export function drawCode(code: string): Buffer {
  const canvas = createCanvas(WIDTH * DENSITY, HEIGHT * DENSITY)
  const context = canvas.getContext('2d')
  context.scale(DENSITY, DENSITY)
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, WIDTH, HEIGHT)
  context.strokeStyle = '#10212e'
  context.fillStyle = '#10212e'
  const cell = (WIDTH - 24) / code.length
  Array.from(code).forEach((digit, i) => {
    context.save()
    context.translate(16 + cell * i + chance(-2, 4), HEIGHT * 0.7 + chance(-7, 7))
    context.rotate(chance(-0.28, 0.28))
    context.fill(bentOutline(digit, chance(50, 60)))
    context.restore()
  })
  for (let i = 0; i < 3; i++) drawThread(context)
  return canvas.toBuffer('image/png')
}

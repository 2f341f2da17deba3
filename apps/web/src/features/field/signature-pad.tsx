import { type PointerEvent, useEffect, useRef } from 'react'

type Props = {
  label: string
  strokes: number[][]
  onChange: (strokes: number[][]) => void
  isInvalid: boolean
  describedBy: string
}

/** Lines are kept as points, not as a picture: an act draws them as sharp as they were, in a few hundred bytes. */
const SIDE = 1000
const MAX_NUMBERS = 400
const MAX_STROKES = 60
/** Nearer to the last one a point changes nothing that can be seen. */
const STEP = 8

/** A frame to sign in with a finger; whoever cannot says so with the checkbox beside it. */
export function SignaturePad({ label, strokes, onChange, isInvalid, describedBy }: Props) {
  const ref = useRef<HTMLCanvasElement>(null)
  const drawing = useRef<number[] | null>(null)
  useEffect(() => {
    if (ref.current) paint(ref.current, strokes)
  }, [strokes])

  function begin(event: PointerEvent<HTMLCanvasElement>) {
    if (strokes.length >= MAX_STROKES) return
    event.currentTarget.setPointerCapture(event.pointerId)
    drawing.current = [...pointOf(event)]
  }

  function goOn(event: PointerEvent<HTMLCanvasElement>) {
    const line = drawing.current
    if (!line || line.length >= MAX_NUMBERS) return
    const [x, y] = pointOf(event)
    if (Math.hypot(x - (line.at(-2) ?? 0), y - (line.at(-1) ?? 0)) < STEP) return
    line.push(x, y)
    paint(event.currentTarget, [...strokes, line])
  }

  function end() {
    const line = drawing.current
    drawing.current = null
    // A tap is a dot, and no line.
    if (line && line.length >= 4) onChange([...strokes, line])
  }

  return (
    <canvas
      ref={ref}
      className={isInvalid ? 'signature invalid' : 'signature'}
      width={750}
      height={300}
      aria-describedby={describedBy}
      onPointerDown={begin}
      onPointerMove={goOn}
      onPointerUp={end}
      onPointerCancel={end}
    >
      {label}
    </canvas>
  )
}

const within = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * SIDE)

function pointOf({
  currentTarget,
  clientX,
  clientY,
}: PointerEvent<HTMLCanvasElement>): [x: number, y: number] {
  const { left, top, width, height } = currentTarget.getBoundingClientRect()
  return [within((clientX - left) / width), within((clientY - top) / height)]
}

function paint(canvas: HTMLCanvasElement, strokes: readonly (readonly number[])[]): void {
  const context = canvas.getContext('2d')
  if (!context) return
  context.clearRect(0, 0, canvas.width, canvas.height)
  context.strokeStyle = getComputedStyle(canvas).color
  context.lineWidth = 5
  context.lineCap = 'round'
  context.lineJoin = 'round'
  for (const stroke of strokes) {
    context.beginPath()
    for (let i = 0; i + 1 < stroke.length; i += 2) {
      context.lineTo(((stroke[i] ?? 0) * canvas.width) / SIDE, ((stroke[i + 1] ?? 0) * canvas.height) / SIDE)
    }
    context.stroke()
  }
}

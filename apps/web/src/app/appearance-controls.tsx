import { type LargePrint, type Theme, useAppearance } from '../lib/appearance.ts'
import { useSpeech } from '../lib/language.tsx'

const SCHEMES: LargePrint[] = ['black-on-white', 'white-on-black', 'blue-on-cream']

/** One tap makes everything larger; the colours are chosen in the bar that appears then. */
export function LargePrintButton() {
  const { appearance: words } = useSpeech().words
  const { appearance, choose } = useAppearance()
  const { print, ...theme } = appearance
  return (
    <button
      type="button"
      className="tool"
      onClick={() => choose(print ? theme : { ...theme, print: 'black-on-white' })}
    >
      {print ? words.usual : words.larger}
    </button>
  )
}

export function AppearanceBar() {
  const { appearance: words } = useSpeech().words
  const { appearance, choose } = useAppearance()
  if (!appearance.print) return null
  return (
    <label className="bar choice">
      {words.colours}
      <select
        value={appearance.print}
        onChange={({ target }) => choose({ ...appearance, print: target.value as LargePrint })}
      >
        {SCHEMES.map((print) => (
          <option key={print} value={print}>
            {words.print[print]}
          </option>
        ))}
      </select>
    </label>
  )
}

export function ThemeChoice() {
  const { appearance: words } = useSpeech().words
  const { appearance, choose } = useAppearance()
  const { theme, ...print } = appearance
  if (appearance.print) return null
  return (
    <label className="choice">
      {words.theme}
      <select
        value={theme ?? 'device'}
        onChange={({ target }) =>
          choose(target.value === 'device' ? print : { ...print, theme: target.value as Theme })
        }
      >
        <option value="device">{words.themes.device}</option>
        <option value="light">{words.themes.light}</option>
        <option value="dark">{words.themes.dark}</option>
      </select>
    </label>
  )
}

import { useState } from 'react'
import { arrangeConsole, useConsoleChoices } from '../../lib/console-choices.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Dialog } from '../../ui/staff/dialog.tsx'
import type { Section } from './staff-sections.ts'

/** What the keys do, and the switch for whoever they disturb. */
export function KeysDialog({ sections, onClose }: { sections: readonly Section[]; onClose: () => void }) {
  const { frame } = useStaffWords()
  const { areKeysOff } = useConsoleChoices()
  const [isOn, setOn] = useState(!areKeysOff)
  const switchKeys = (next: boolean) => {
    setOn(next)
    arrangeConsole({ areKeysOff: !next })
  }
  return (
    <Dialog title={frame.keys.title} onClose={onClose}>
      <dl className="keys">
        <Key keys={['Ctrl', 'K']} does={frame.keys.palette} />
        <Key keys={['/']} does={frame.keys.search} />
        <Key keys={['?']} does={frame.keys.these} />
        {sections.map(({ name, key }) => (
          <Key key={name} keys={['G', key.slice(-1)]} does={frame.sections[name]} />
        ))}
      </dl>
      <p className="unknown">{frame.keys.layout}</p>
      <label className="tick">
        <input type="checkbox" checked={isOn} onChange={({ target }) => switchKeys(target.checked)} />
        {frame.keys.isOn}
      </label>
      <button type="button" onClick={onClose}>
        {frame.keys.close}
      </button>
    </Dialog>
  )
}

function Key({ keys, does }: { keys: string[]; does: string }) {
  return (
    <div className="key">
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{does}</dd>
    </div>
  )
}

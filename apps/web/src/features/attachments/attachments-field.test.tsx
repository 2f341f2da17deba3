import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, test, vi } from 'vitest'
import { loadAttachmentsWords } from '../../lib/attachments-words.ts'
import { createFormat } from '../../lib/format.ts'
import { SpeechProvider } from '../../lib/language.tsx'
import { words } from '../../locales/ru/index.ts'
import { AttachmentsField } from './attachments-field.tsx'
import { useAttachments } from './use-attachments.ts'

beforeAll(async () => {
  vi.stubGlobal('location', { pathname: '/cabinet' })
  await loadAttachmentsWords()
})

const speech = { language: 'ru', words, format: createFormat('ru') } as const

function Form({ fault }: { fault?: string }) {
  return <AttachmentsField attachments={useAttachments('guest')} fault={fault} />
}

const shown = (fault?: string) =>
  renderToStaticMarkup(
    <SpeechProvider value={speech}>
      <Form {...(fault !== undefined && { fault })} />
    </SpeechProvider>,
  )

test('what may be attached is said before anything is chosen, and read out with the field', () => {
  const html = shown()
  const [, hint] = /<p class="hint" id="([^"]+)">Фото \(JPEG, PNG, WebP\) до 15 МБ/.exec(html) ?? []
  expect(hint).toBeTruthy()
  expect(html.match(/<input[^>]+type="file"[^>]*>/g)).toEqual([
    expect.stringMatching(
      new RegExp(
        `accept="image/jpeg,image/png,image/webp,application/pdf" multiple.*aria-describedby="${hint}"`,
      ),
    ),
    expect.stringContaining('capture="environment"'),
  ])
})

test('a fault of the form is read out with the field', () => {
  expect(shown('Приложите фото пломбы')).toMatch(
    /<p class="fault" id="([^"]+)">Приложите фото пломбы<\/p>[\s\S]+aria-describedby="\1 /,
  )
})

import { expect } from '@playwright/test'

type Letter = { subject: string; text: string }

async function lettersTo(address: string): Promise<Letter[]> {
  const response = await fetch(
    `${process.env['E2E_MAILBOX_URL']}/api/letters?to=${encodeURIComponent(address)}`,
  )
  return (await response.json()) as Letter[]
}

/** The letter with these words in its subject, as soon as it has come; the newest of several. */
export async function letterTo(address: string, subject: string): Promise<Letter> {
  const found = async () => (await lettersTo(address)).findLast((letter) => letter.subject.includes(subject))
  await expect.poll(found, { timeout: 30_000 }).toBeTruthy()
  return (await found()) as Letter
}

/** The link of a letter that carries a token. */
export function linkIn({ text }: Letter): string {
  const link = /https?:\/\/\S+#t=[\w-]{43}/.exec(text)?.[0]
  if (!link) throw new Error(`The letter has no link: ${text}`)
  return link
}

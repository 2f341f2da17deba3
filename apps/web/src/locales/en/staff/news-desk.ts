import type { StaffWords } from '../../ru/staff/index.ts'

export const newsDesk: StaffWords['newsDesk'] = {
  title: 'News',
  lead: 'News for the site: drafts, published and withdrawn.',
  add: 'Write news',
  none: 'There is no news yet.',
  columns: { standing: 'Standing', title: 'Title', when: 'Shown', actions: 'Actions' },
  standings: {
    draft: 'draft',
    waiting: 'waits for its time',
    live: 'on the site',
    past: 'its time is over',
    withdrawn: 'withdrawn',
  },
  pinned: 'important',
  from: (moment: string) => `from ${moment}`,
  until: (moment: string) => `until ${moment}`,
  edit: 'Change',
  publish: 'Publish',
  withdraw: 'Withdraw',
  form: {
    newTitle: 'New piece of news',
    title: 'News',
    titleRu: 'Title in Russian',
    titleEn: 'Title in English',
    bodyRu: 'Text in Russian',
    bodyEn: 'Text in English',
    bodyHint:
      'An empty line parts paragraphs, a dash begins an item of a list. Links to https:// can be pressed.',
    isPinned: 'Important: keep it at the top',
    publishFrom: 'Show from',
    fromHint: 'Empty: from the moment of publishing. By the time of the city.',
    publishUntil: 'Show until',
    untilHint: 'Empty: without end.',
    preview: 'How it will look',
    save: 'Save',
  },
  faults: {
    text: 'Write the text in both languages',
    until: 'The end has to be later than the beginning',
  },
}

import type { VisitsWords } from '../ru/visits.ts'

export const visits: VisitsWords = {
  heading: 'When the inspector comes',
  guard: {
    why: 'A number or code was typed wrongly several times from your network. Type the digits to go on.',
    show: 'Show the visit',
  },
  choose: {
    title: 'Choose a day and a time',
    text: 'The inspector arrives within the time you choose. Sealing is free of charge.',
    priority: {
      title: 'We did not come, so you choose first',
      text: 'Places that we keep for such a case are open to you.',
    },
    day: 'Day',
    window: 'Time of arrival',
    entrance: 'How to get in (entrance, floor, code)',
    entranceHint: 'May be left empty',
    phone: 'Phone to call from the door',
    phoneHint: 'Only the inspector sees it, and only on that day',
    save: 'Choose this time',
    move: 'Move to this time',
    stay: 'Leave it as it is',
    none: 'There is no free time now. More opens every day: look again tomorrow, or call us.',
    taken: {
      title: 'Somebody has just taken this time',
      text: 'Your request is safe, and so is what you typed. The nearest free times are in the list.',
    },
  },
  window: (from, to) => `from ${from} to ${to}`,
  states: {
    booked: 'The inspector will come',
    done: 'The inspector has been',
    missed: 'The visit did not happen',
    cancelled: 'The visit was cancelled',
  },
  when: (day, window) => `${day}, ${window}`,
  inspector: (name) => `Inspector: ${name}. Ask for the identity card.`,
  noInspector: 'Who comes will be known the day before.',
  missedBy: {
    utility: 'We did not come in time. It is our fault, your terms do not move.',
    resident: 'The inspector came, but nobody was at home. Choose another day.',
  },
  commissioned: (day) => `The meter counts as taken into use from ${day}: Rules No. 354, para. 81(2).`,
  move: 'Move',
  cancel: 'Cancel the visit',
  cancelSure: 'Yes, cancel',
  cancelNo: 'No, keep it',
  cancelText: 'The place goes to others. The request stays, and a day can be chosen again.',
  nobody: 'The inspector did not come',
  nobodySure: 'Yes, nobody came',
  nobodyText: 'We record that the visit failed by our fault, and you choose the new time first.',
  act: (number) => `Download act No. ${number} (PDF)`,
  extract: (number) => `Download an extract of act No. ${number} (PDF)`,
  past: 'Earlier visits',
  refused: {
    visit_over: {
      title: 'This cannot be changed any more',
      text: 'The visit has begun, is over or was cancelled. Load the page again to see how it stands.',
    },
    visit_limit: {
      title: 'Enough visits lie ahead',
      text: 'An account has three visits ahead at most. Cancel one, or wait for the next.',
    },
    request_state_changed: {
      title: 'Something has happened to the request',
      text: 'It was closed or withdrawn. Load the page again to see how it stands.',
    },
  },
}

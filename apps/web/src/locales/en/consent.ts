import type { ConsentWords } from '../ru/consent.ts'

export const consent: ConsentWords = {
  title: 'Consent to the processing of personal data',
  version: (date) => `Version of ${date}`,
  lead: 'You give it with a tick of its own when you register. By law an account cannot be opened without it.',
  original: 'This is a translation. The Russian text is the one with legal force.',
  sections: (organisation) => [
    {
      heading: '1. Who gives consent to whom',
      text: [
        `By registering, I give ${organisation} (the operator) my consent to the processing of my personal data, freely, of my own will and in my own interest, under articles 6 and 9 of Federal Law 152-FZ of 27.07.2006 “On personal data”.`,
      ],
    },
    {
      heading: '2. What for',
      text: [
        'To open my account and protect the entry to it; to link a water account to it; to take meter readings; to show charges, payments and bills; to answer appeals and make appointments; to send the notifications that I have chosen.',
      ],
    },
    {
      heading: '3. Which data',
      text: [
        'E-mail address; mobile phone number; name, if I give it; number of the water account and address of the premises; meter readings; records of sign-ins (time, kind of device, network address).',
        'If I sign in with Gosuslugi: surname, first name, patronymic, e-mail and phone that the portal passes on, and whether the Gosuslugi account is confirmed.',
        'No biometric data and no special categories of data are processed.',
      ],
    },
    {
      heading: '4. What is done with them',
      text: [
        'They are collected, recorded, put in order, stored, corrected, used, blocked, deleted and destroyed, by computer and by hand. The databases are in Russia.',
        'They are passed to third parties only where the law demands it, and to me at my own request. They are not used for advertising.',
      ],
    },
    {
      heading: '5. For how long',
      text: [
        'From the tick at registration until my account is deleted or the consent is withdrawn. The data of the account are then deleted within 30 days. Readings, charges and payments of the water account stay as long as the law demands: they belong to the contract for water supply.',
      ],
    },
    {
      heading: '6. How to withdraw it',
      text: [
        'Delete your account in the profile, or write to the operator. You can still send readings and pay for water by account number, without registration.',
      ],
    },
    {
      heading: '7. My rights',
      text: [
        'I can learn which data about me are stored, download them in the profile, correct them, demand that they are deleted or blocked, and complain about the operator to Roskomnadzor or in court.',
      ],
    },
  ],
}

/** The version in force of the consent to the processing of personal data (152-ФЗ, ст. 9); its text is the page /consent. */
export const CONSENT_VERSION = '2026-11-25'

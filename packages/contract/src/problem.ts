import * as z from 'zod/mini'
import { ReadingIssue } from './reading-issue.ts'

/** Every refusal the API can give, with its HTTP status. The web app translates the code. */
export const statusOf = {
  invalid_request: 400,
  sign_in_required: 401,
  sign_in_failed: 401,
  esia_failed: 401,
  esia_refused: 401,
  /** A network of payment terminals that is not known, or calls from elsewhere, or with another secret. */
  terminal_refused: 401,
  /** A callback of an acquirer whose checksum is wrong, or is missing. */
  callback_not_authentic: 401,
  /** An integrator without a token, or with one that is not ours, has run out, or whose secret was taken back. */
  token_refused: 401,
  cross_site_request: 403,
  /** The session has something to do first, see `next` of the session. */
  session_incomplete: 403,
  not_allowed: 403,
  /** The token of an integrator does not have the scope of the endpoint. */
  scope_missing: 403,
  /** Without a password the person proves who they are by entering anew. */
  fresh_sign_in_needed: 403,
  esia_unconfirmed: 403,
  not_found: 404,
  /** Gosuslugi is not connected here. */
  esia_off: 404,
  /** This Gosuslugi account belongs to another profile. */
  esia_linked_elsewhere: 409,
  organisation_exists: 409,
  /** Somebody issued other credentials after this page was opened. */
  credentials_changed_meanwhile: 409,
  readings_refused: 409,
  readings_changed_meanwhile: 409,
  email_in_use: 409,
  /** A network of payment terminals has this code. */
  terminal_network_exists: 409,
  /** Such a fact — a work of that day, a meter, an absence, a decision, a reading of a later day — is there, and another one than is asked for. */
  already_recorded: 409,
  /** A batch under this key is being worked on at this moment. */
  idempotency_in_progress: 409,
  /** An integrator has this name. */
  integrator_exists: 409,
  /** Somebody has changed the integrator since this page was opened. */
  integrator_changed_meanwhile: 409,
  /** Two secrets live already: one of them goes first. */
  integrator_secrets_full: 409,
  /** A grant of the same accounts is in force. */
  grant_exists: 409,
  /** Somebody must be able to let others in. */
  last_administrator: 409,
  /** Somebody has set a value of this subject from this day. */
  reference_exists: 409,
  /** The value holds already: another one may follow it. */
  reference_has_begun: 409,
  /** Nothing says how a month is to be charged. */
  reference_missing: 409,
  /** The link of a letter is used up, replaced by a newer one, or too old. */
  link_not_valid: 410,
  payload_too_large: 413,
  unsupported_media_type: 415,
  picture_code_required: 422,
  picture_code_wrong: 422,
  idempotency_key_reused: 422,
  meter_not_clear: 422,
  /** The proof of an account: the same for an unknown number, a wrong proof, a closed or a legal account. */
  link_refused: 422,
  too_many_accounts: 422,
  /** A draft of this month is being made at this moment. */
  billing_running: 409,
  /** There is a draft of this month already; it can be made anew. Readings of it are corrections now. */
  billing_drafted: 409,
  /** The month is final: later changes are lines of the open month. */
  billing_final: 409,
  /** A month is made final when it is over. */
  billing_month_runs: 409,
  /** Months become final one after the other. */
  billing_out_of_order: 409,
  /** Tariffs, norms or rules have changed since the draft. */
  billing_stale: 409,
  /** A draft is made final by somebody else than whoever made it. */
  billing_same_person: 403,
  /** The same months wait to be recalculated already. */
  recalculation_exists: 409,
  /** A final month has charged it: another one may follow. */
  recalculation_final: 409,
  /** A file with the same bytes is here already: nothing would be posted. */
  registry_known: 409,
  /** Parts of the file have not come. */
  registry_incomplete: 409,
  upload_incomplete: 409,
  /** Somebody has decided otherwise about this import, or it has moved on since it was looked at. */
  import_decided: 409,
  /** Debts, and whatever replaces recorded values, are loaded by somebody else than whoever sent them. */
  import_same_person: 403,
  /** Somebody has matched or returned this payment meanwhile. */
  payment_settled: 409,
  /** A statement with the same bytes is here already. */
  statement_known: 409,
  /** Neither its name nor its shape says which bank a file is of. */
  registry_profile_unknown: 422,
  /** No account has this number. */
  account_unknown: 422,
  /** No organisation has this ИНН, or several have it and the КПП does not tell which. */
  organisation_unknown: 422,
  /** No premises stand at this street and house. */
  house_unknown: 422,
  /** The file is no whole statement of our account; `fields` says where. */
  statement_refused: 422,
  too_many_helpers: 422,
  /** Fifty saved filters of a register are enough. */
  too_many_filters: 422,
  /** A file that is no photo and no PDF, or not a safe one; `fields.file` says why. */
  attachment_refused: 422,
  /** Files wait that no message has taken: some of them go first. */
  too_many_uploads: 422,
  /** It cannot have been so, with this meter or in this account; `fields` say why. */
  facts_refused: 422,
  /** A month that is not final is charged by its draft. */
  recalculation_month_open: 422,
  /** The day of an inspection or an act has not come. */
  recalculation_in_the_future: 422,
  /** Further back than the rules let. */
  recalculation_too_old: 422,
  /** The account has no month so early. */
  recalculation_before_account: 422,
  /** More months before a finding than the Rules let back. */
  recalculation_too_many_months: 422,
  /** What happened meanwhile leaves no way to do this to the request. */
  request_state_changed: 409,
  /** Something has to happen before the request is done, by its kind. */
  request_step_missing: 409,
  /** The data do not show that the step has happened. */
  request_step_unproven: 409,
  /** Something was said or done after whoever acts last looked. */
  request_changed_meanwhile: 409,
  /** What was asked for has been done: it is not taken back by withdrawing. */
  request_has_effect: 409,
  /** Other numbers come out than were seen: they are shown anew. */
  correction_changed_meanwhile: 409,
  /** Somebody was quicker, or the hours have changed; `windows` has the nearest that are free. */
  visit_taken: 409,
  /** It has begun, is over or was cancelled: it is neither moved nor recorded. */
  visit_over: 409,
  /** Somebody has recorded what was found at this visit. */
  visit_has_result: 409,
  /** So many visits of the account lie ahead already. */
  visit_limit: 422,
  /** What was recorded cannot be; `fields` says what of it. */
  visit_result_refused: 422,
  /** This day or window is set already. */
  visit_exception_exists: 409,
  /** What is owed is another sum than the payer saw. */
  payment_sum_changed: 409,
  /** Nothing is owed, and no sum was named. */
  payment_nothing_owed: 422,
  /** Only what was paid on the site goes back through the acquirer. */
  payment_not_refundable: 422,
  /** The bank has not given so much back. */
  payment_not_given_back: 409,
  /** More would leave the account than the payment brought. */
  payment_less_left: 409,
  payment_too_small: 422,
  payment_too_large: 422,
  /** A bank does not take this way of paying here. */
  payment_method_off: 422,
  /** Somebody was quicker, or the hours have changed; `slots` has the nearest times that are free. */
  slot_taken: 409,
  /** Somebody at the counter has done something with the appointment. */
  appointment_changed_meanwhile: 409,
  /** Nobody has missed what is still to come. */
  appointment_not_begun: 409,
  /** It has begun or is over, so it is neither moved nor cancelled. */
  appointment_over: 409,
  /** So many appointments of the account lie ahead already. */
  appointment_limit: 422,
  /** Nobody sees people about this here, or not without registration. */
  appointment_topic_off: 422,
  /** Somebody has changed the schedule since this page was opened. */
  schedule_changed_meanwhile: 409,
  /** Somebody has changed this outage, news or document since it was opened. */
  notice_changed_meanwhile: 409,
  /** It was cancelled, is over or was withdrawn: this is done to it no more. */
  notice_closed: 409,
  /** The month of that day has ended. */
  reference_in_the_past: 422,
  /** Nothing would be left to sign in with. */
  password_needed: 422,
  password_refused: 422,
  password_wrong: 422,
  code_wrong: 422,
  too_many_attempts: 429,
  internal_error: 500,
  unavailable: 503,
  esia_unavailable: 503,
  /** The acquirer is not there, or did not answer: nothing was taken. */
  acquirer_unavailable: 503,
} as const

export type ProblemCode = keyof typeof statusOf

/**
 * A code as an answer has it. By its form alone: the list of all would be in everybody's first download, and a newer
 * server may know more of them.
 */
const Code = z.string().check(z.regex(/^[a-z_]+$/)) as unknown as z.ZodMiniType<ProblemCode, ProblemCode>

/** RFC 9457 problem details; `code` is stable and the last part of `type`. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: Code,
  /** The request's id, to quote to support. */
  instance: z.optional(z.string()),
  /** What is wrong with each field: path → reason code of the validator. */
  fields: z.optional(z.record(z.string(), z.string())),
  /** Why each reading was not taken, by its place in the request. */
  readings: z.optional(z.array(ReadingIssue)),
  /** The next attempt must carry the code from a picture. */
  isPictureCodeNeeded: z.optional(z.boolean()),
  retryAfterSeconds: z.optional(z.int()),
  /** The nearest free times, in order; there may be none. As text: the first download of the page brings no more. */
  slots: z.optional(z.array(z.object({ startsAt: z.string(), endsAt: z.string() }))),
  /** The nearest free arrival windows, in order, as text as well; there may be none. */
  windows: z.optional(z.array(z.object({ day: z.string(), from: z.string(), to: z.string() }))),
})
export type Problem = z.infer<typeof Problem>

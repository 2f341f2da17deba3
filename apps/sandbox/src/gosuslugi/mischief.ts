/** How the stand-in may misbehave, so that tests see what the portal does about it. */
export type Mischief =
  | 'wrong_nonce'
  | 'foreign_audience'
  | 'foreign_issuer'
  | 'foreign_subject'
  | 'foreign_state'
  | 'foreign_iss_parameter'
  | 'algorithm_none'
  | 'hs256_with_public_key'
  | 'unknown_key'
  | 'expired'
  | 'without_expiry'
  | 'without_name'
  | 'unconfirmed_at_door'
  | 'busy_at_door'
  | 'unavailable'
  | 'slow'
  | 'not_json'
  | 'endless'

/** What all parts of the stand-in look at; only `misbehave` changes it. */
export type Mood = { mischief: Mischief | undefined }

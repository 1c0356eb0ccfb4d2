/**
 * Why a verb of the desk was not carried out. Every refusal has a message in every language
 * (`refusal.<code>` in `views/messages`) and one HTTP status (`src/web/errors.ts`).
 */
export const refusalCodes = [
  'invalid', // one or more fields are wrong: `fields` says which
  'unauthenticated', // nobody is signed in
  'forbidden', // the role does not allow it
  'four_eyes', // whoever wrote a verdict cannot publish it
  'not_yours', // a colleague's work: an editor can move it
  'unread', // the second reading that this version needs is missing
  'disputed', // the second reading differs, and nobody has decided between the two
  'seen', // whoever may have seen a verdict cannot read it blind
  'own_reading', // whoever filed the second reading does not decide upon it
  'not_found', // no such thing on this desk
  'conflict', // somebody saved in between: the revision that was read is not the present one
  'stale', // a program changes another revision than the present one
  'no_revision', // a program does not say which revision it read
  'no_key', // a program sends what must be done once, without a key
  'key_reused', // the key belongs to another request
  'wrong_stage', // the claim's stage does not allow this move
  'wrong_status', // the verdict version's status does not allow this move
  'incomplete', // something must be there first: `fields` says what
  'not_a_typo', // the change touches a name, a figure, a quote or a rating
  'oneself', // nobody erases their own name: another admin does
  'last_admin', // the desk would be left without an admin
  'last_ratings', // the scale would be left with less than a choice
  'bad_link', // an invitation or welcome link that is unknown, used or expired
  'bad_token', // no token of this desk, or one that is revoked or expired
  'scope', // the person may, but their token was not made for it
  'bad_credentials', // address and password do not match
  'throttled', // too many attempts
  'too_large', // more bytes than accepted
  'not_json', // what a program sent cannot be read as JSON
  'media_type', // what a program sent is not said to be JSON
  'method', // the address is there, but not for this method
  'binary', // not text
  'unreadable', // a file or page whose text cannot be had: `why`
  'disk_full', // no room for a file
  'disk_closed', // the folder of files cannot be written
  'busy', // it is under way already
  'importing', // another import is under way
  'not_empty', // the desk has claims of its own, and no other desk can be moved into it
  'cross_site', // a form sent from another site
  'url_bad', // not the address of a web page: `why`
  'url_forbidden', // an address leads into a private network
  'url_redirects', // a page leads on too often, in a circle, or to nothing that can be read: `why`
  'url_barred', // the host asks programs not to come to an address: `why`
  'url_too_large', // a page has more bytes than accepted
  'url_timeout', // a page was not there in time
  'url_unreachable', // no connection to the host: `why`
  'url_status', // the host answered, but not with the page: `status`
  'url_broken', // the host's answer breaks off, is empty or cannot be read: `why`
] as const

export type RefusalCode = (typeof refusalCodes)[number]

/** What is wrong with one field. `code` has a message in every language (`field.<code>`). */
export const fieldCodes = [
  'required',
  'too_long',
  'too_short',
  'too_many',
  'not_a_date',
  'not_a_moment',
  'no_day',
  'in_the_past',
  'before_question',
  'reason_needed',
  'before_from',
  'before_holds',
  'too_far',
  'in_the_future',
  'unknown_choice',
  'no_filter',
  'no_column',
  'no_cursor',
  'ahead',
  'other_desk',
  'not_here',
  'not_a_url',
  'not_https',
  'not_an_address',
  'nul',
  'not_a_number',
  'not_in_text',
  'words_not_there',
  'several_places',
  'quote_not_there',
  'quote_differs',
  'no_appearance',
  'no_grounds',
  'cited_in_vain',
  'cited_desk_only',
  'rating_changed',
  'findings_open',
  'same_claim',
  'linked',
  'linked_same',
  'linked_contradicts',
  'leads_back',
  'topic_lost',
  'topic_not_there',
  'twice',
  'column_missing',
  'column_twice',
  'desk_export',
  'taken',
  'label_taken',
  'number_taken',
  'sign_taken',
  'slug_taken',
  'not_a_slug',
  'malformed',
  'wrong_password',
  'beyond_role',
  'too_large',
  'binary',
] as const

export type FieldCode = (typeof fieldCodes)[number]
export type FieldError = { code: FieldCode; values?: Record<string, string | number> }
export type FieldErrors = Record<string, FieldError>

/** The only error that the rooms throw on purpose. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly fields: FieldErrors
  /** Values for the message, such as a limit or a number of minutes. */
  readonly values: Record<string, string | number>

  constructor(
    code: RefusalCode,
    details: { fields?: FieldErrors; values?: Record<string, string | number> } = {},
  ) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.fields = details.fields ?? {}
    this.values = details.values ?? {}
  }
}

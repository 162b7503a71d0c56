/**
 * The placeholders of the help desks, as their documentation lists them. Names with a star stand for everything
 * that begins like them: custom fields, integrations, objects of one's own.
 */
const PERSON = 'id name email phone language details notes signature'.split(' ');

function of(objects: string, fields: readonly string[]): readonly string[] {
  return objects.split(' ').flatMap((object) => fields.map((field) => `${object}.${field}`));
}

/** By help desk, the names of the placeholders that it fills in. */
export const PLACEHOLDER_NAMES: Readonly<Record<string, readonly string[]>> = {
  zendesk: [
    ...of('ticket.requester ticket.assignee ticket.submitter current_user agent user', [...PERSON, 'first_name', 'last_name', 'time_zone', 'locale', 'tags', 'external_id']),
    ...of('ticket.organization ticket.requester.organization organization', ['name', 'details', 'notes', 'external_id', 'tags']),
    ...of('ticket', 'account brand.name created_at created_at_with_timestamp cc_names ccs description due_date external_id group.name id in_business_hours link priority score status tags ticket_type title updated_at updated_at_with_timestamp url url_with_protocol via verbatim_description latest_comment latest_comment_formatted latest_public_comment latest_public_comment_formatted comments comments_formatted public_comments public_comments_formatted ticket_form encoded_id'.split(' ')),
    ...of('satisfaction', 'rating_section rating_url positive_rating_url negative_rating_url current_rating current_comment'.split(' ')),
    ...of('comment', 'created_at author.name author.first_name value value_rich attachments'.split(' ')),
  ],
  freshdesk: [
    ...of('ticket.requester ticket.from', [...PERSON, 'firstname', 'lastname', 'address', 'company_name']),
    ...of('ticket', 'id subject description url public_url status priority source ticket_type tags due_by_time fr_due_by_time group.name agent.name agent.email product_description portal_name portal_url satisfaction_survey surveymonkey_survey latest_public_comment latest_private_comment billable_hours total_time_spent company.name company.description'.split(' ')),
    'helpdesk_name', 'comment.body', 'comment.commenter.name',
  ],
  intercom: ['first_name', 'last_name', 'name', 'email', 'phone', ...of('user teammate author', ['first_name', 'last_name', 'name', 'email', 'phone', 'city', 'country']), ...of('company', ['name', 'plan', 'size', 'website']), 'app.name', 'conversation.id', 'office_hours'],
  helpscout: [
    ...of('customer', 'firstName lastName fullName email phone company jobTitle id'.split(' ')),
    ...of('user', 'firstName lastName fullName email phone jobTitle'.split(' ')),
    ...of('conversation', 'number subject id url'.split(' ')),
    ...of('mailbox', 'name email'.split(' ')),
  ],
  gorgias: [
    ...of('ticket', 'id subject channel created_datetime updated_datetime opened_datetime last_message_datetime first_message.body_text account.domain sender.email sender.name receiver.email receiver.name'.split(' ')),
    ...of('ticket.customer ticket.assignee_user current_user', 'id name firstname lastname email bio'.split(' ')),
  ],
  front: [
    ...of('recipient', 'handle email twitter phone name first_name last_name link'.split(' ')),
    ...of('user', 'id name first_name last_name email'.split(' ')),
    'account.name', 'conversation.id', 'conversation.public_id', 'conversation.ticket_id', 'message.id', 'message.public_id', 'survey',
  ],
};

/** Paths under which every shop has names of its own. */
export const OWN_NAMES = /custom_|custom\.|field|integrations|\[|^dc\.|^cf_|^site\.|ticket_form|^(?:contact|order|account|page)\./;

/** Words of the inbox, the notices in it, and the ways in which they are sent. */
export const texts = {
  'notices.title': 'Inbox',
  'notices.lead': 'What happened, why, and what to do about it.',
  'notices.show': 'Which notices to show',
  'notices.show.all': 'All',
  'notices.show.unread': 'Unread',
  'notices.none': 'No notices yet',
  'notices.none-unread': 'You have read everything',
  'notices.none.when':
    'You are told here about decisions on your submissions, about your connectors, and about connections that need you.',
  'notices.new': 'Unread',
  'notices.do': 'What to do:',
  'notices.by': 'By:',
  'notices.open': 'Go there',
  'notices.mark-read': 'Mark as read',
  'notices.mark-unread': 'Mark as unread',
  'notices.mark-all': 'Mark all as read',
  'notices.all-read': 'Everything is marked as read.',
}

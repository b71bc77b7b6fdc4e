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
  'notices.submissions.rejected-automatically.what': 'The check refused {name}',
  'notices.submissions.rejected-automatically.why': 'Its report shows what may not be listed: {clauses}.',
  'notices.submissions.rejected-automatically.do':
    'Read the report, mend the server and submit a new revision. It is checked at once.',
  'notices.submissions.rejected.what': '{name} was rejected',
  'notices.submissions.rejected.why': 'A reviewer decided that it does not meet: {clauses}.',
  'notices.submissions.rejected.do': 'Change what the reviewer names, then submit a new revision.',
  'notices.submissions.changes-requested.what': 'Changes are requested for {name}',
  'notices.submissions.changes-requested.why': 'A reviewer found that it does not yet meet: {clauses}.',
  'notices.submissions.changes-requested.do': 'Make the changes, then submit the new revision.',
  'notices.submissions.approved.what': '{name} is approved',
  'notices.submissions.approved.why': 'A reviewer looked at the report and the server.',
  'notices.submissions.approved.do': 'Publish it when you are ready.',
  'notices.submissions.published.what': '{name} is published',
  'notices.submissions.published.why': 'It was approved and is in the directory now.',
  'notices.submissions.published.do':
    'Look at its page. Keep its server reachable: from now on we look at it all the time.',
  'notices.holds.stopped.what': '{connector} is stopped',
  'notices.holds.stopped.why': 'An operator of this directory stopped its server. No call goes through.',
  'notices.holds.stopped.do': 'Mend what the operator names, then tell them.',
  'notices.holds.stopped-tool.what': 'The tool {tool} of {connector} is stopped',
  'notices.holds.stopped-tool.why':
    'An operator of this directory stopped it. No call of this tool goes through.',
  'notices.holds.stopped-tool.do': 'Mend what the operator names, then tell them.',
  'notices.holds.stopped-all.what': 'All of your connectors are stopped',
  'notices.holds.stopped-all.why':
    'An operator of this directory stopped them, with {connector}. No call goes through.',
  'notices.holds.stopped-all.do': 'Mend what the operator names, then tell them.',
  'notices.holds.changed.what': 'Tools of {connector} are held',
  'notices.holds.changed.why':
    '{tool} is no longer what was approved. Until somebody has looked, calls of changed tools do not go through.',
  'notices.holds.changed.do':
    'If the change is yours, take it back or tell the operators what it is for. If it is not, look at your server at once.',
  'notices.holds.changed-little.what': 'Tools of {connector} have changed a little',
  'notices.holds.changed-little.why':
    '{tool} differs from what was approved. Calls go through, with a warning to the caller.',
  'notices.holds.changed-little.do': 'If the change is not yours, look at your server.',
  'notices.holds.released.what': 'A hold on {connector} has ended',
  'notices.holds.released.why': 'Somebody looked at it; calls go through as before.',
  'notices.holds.released.do': 'Nothing.',
  'notices.connections.needs-reconnect.what': 'Your connection to {host} needs you',
  'notices.connections.needs-reconnect.why':
    'Its sign-in has ended and could not be renewed. Your calls do not go through.',
  'notices.connections.needs-reconnect.do': 'Connect again; your settings are kept.',
}

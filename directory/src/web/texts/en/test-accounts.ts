/** Words about accounts with which reviewers try a server. */
export const texts = {
  'test-accounts.title': 'Test account',
  'test-accounts.of': 'Test account of {name}',
  'test-accounts.lead':
    'The reviewer signs in to your server with it. It is sealed, opened only by the reviewer who holds your case, or by us where a program can try it, and destroyed after a time.',
  'test-accounts.none': 'No test account has been given.',
  'test-accounts.wanted': 'This version is being reviewed and needs one.',
  'test-accounts.sealed': 'Sealed on {date}.',
  'test-accounts.expires': 'Kept until {date}.',
  'test-accounts.end.removed': 'It was removed on {date}.',
  'test-accounts.end.expired': 'Its time was over: it was destroyed on {date}.',
  'test-accounts.end.withdrawn': 'It was destroyed with the withdrawal on {date}.',
  'test-accounts.end.taken-down': 'It was destroyed on {date}, when the connector left the directory.',
  'test-accounts.end.handed-over': 'It was destroyed on {date}, when the connector was handed over.',
  'test-accounts.write-only': 'Nobody reads it here again. Replace it or remove it.',
  'test-accounts.name': 'Name for signing in',
  'test-accounts.name.hint':
    'A user name or an e-mail address; the account needs no second factor. For a fixed header its name, such as X-API-Key; for a client its client_id.',
  'test-accounts.secret': 'Password, or what else signs in',
  'test-accounts.secret.hint':
    'Several lines where there is more than a password. For a header its value, for a client its client_secret, in one line. It is shown to you only while you type.',
  'test-accounts.hints': 'Hints for signing in',
  'test-accounts.hints.hint': 'Such as which tenant or workspace to choose.',
  'test-accounts.give': 'Seal and keep',
  'test-accounts.remove': 'Remove it',
  'test-accounts.replace': 'Replace it',
  'test-accounts.given': 'The test account is sealed and kept.',
  'test-accounts.removed': 'The test account was destroyed.',
  'test-accounts.fault.missing': 'Fill in: {field}.',
  'test-accounts.fault.too-long': '“{field}” has more than {limit} characters.',
  'test-accounts.openings': 'Opened by a reviewer on:',
  'test-accounts.manage': 'Give, replace or remove it',
  'test-accounts.open': 'Open the test account',
  'test-accounts.open.note': 'The publisher sees that and when a reviewer opened it, not who.',
  'test-accounts.open.take': 'Who has taken the case can open it.',
  'test-accounts.opened.lead': 'Your opening was noted. Keep it nowhere else.',
  'test-accounts.opened.last': 'Last opened by a reviewer on {date}.',
  'test-accounts.notice.expired.what': 'The test account of {name} has expired',
  'test-accounts.notice.expired.why':
    'A test account is kept for {days} days after a decision. It was destroyed; the connector stays listed.',
  'test-accounts.notice.expired.do':
    'Give us an account again, so that the connector can be looked at again when something changes.',
  'test-accounts.notice.missing.what': '{name} needs a test account for its review',
  'test-accounts.notice.missing.why':
    'A version of it is being reviewed, and there is no account with which the reviewer could sign in.',
  'test-accounts.notice.missing.do':
    'Give an account for this review. Until then the reviewer cannot try what is behind the login.',
  'test-accounts.asked': 'Asked on {date} whether it still works; no answer yet.',
  'test-accounts.confirmed': 'The publisher said on {date} that it still works.',
  'test-accounts.confirmed.done': 'Thank you: noted that it still works.',
  'test-accounts.confirm': 'It still works',
  'test-accounts.notice.confirm.what': 'Does the test account of {name} still work?',
  'test-accounts.notice.confirm.why':
    'We ask once a month where we cannot see it by ourselves; reviewers need an account that works when something changes.',
  'test-accounts.notice.confirm.do':
    'Sign in with it once. Then say on the page of the submission that it works, or give another one.',
  'test-accounts.way': 'How one signs in with it',
  'test-accounts.way.hint':
    'Where a program can sign in we try it ourselves, at once and then about once a month, and tell you when it is refused. Otherwise we ask you whether it still works.',
  'test-accounts.way.person': 'A person signs in on a page',
  'test-accounts.way.header': 'A fixed header, such as an API key',
  'test-accounts.way.client': 'An OAuth client of its own (client credentials)',
  'test-accounts.fault.no-header': '“{field}” is not the name of a header that we may send.',
  'test-accounts.fault.no-value': '“{field}” has to be one line of plain characters for a program.',
  'test-accounts.tried.ok': 'We signed in with it by ourselves on {date}: it works.',
  'test-accounts.tried.refused.server': 'We tried it by ourselves on {date}: the server refused it.',
  'test-accounts.tried.refused.login': 'We tried it by ourselves on {date}: the server’s login refused it.',
  'test-accounts.tried.could-not-look.open':
    'Whether it works could not be seen on {date}: the server shows its tools without it.',
  'test-accounts.tried.could-not-look.no-answer':
    'Whether it works could not be seen on {date}: there was no answer that says so.',
  'test-accounts.tried.could-not-look.no-grant':
    'Whether it works could not be seen on {date}: the server’s login gives no tokens to programs, or was not found.',
  'test-accounts.tried.could-not-look.fault':
    'Whether it works could not be seen on {date}, by a fault of ours.',
  'test-accounts.notice.refused.what': 'The test account of {name} is refused',
  'test-accounts.notice.refused.why':
    'We tried to sign in with it by ourselves, on two different days. Both times the answer was no.',
  'test-accounts.notice.refused.do':
    'Give another one, or let this one in again. Reviewers need an account that works when something changes.',
}

export const texts = {
  'proofs.keys.title': 'Signing keys',
  'proofs.keys.lead':
    'With a key of your own you sign the report of your check. That proves to a reviewer that you ran every tool.',
  'proofs.keys.none': 'No key yet',
  'proofs.keys.none-do':
    'Make one on your machine, keep its private part there, and add the public part here.',
  'proofs.keys.make': 'Make a key on your machine',
  'proofs.keys.name-column': 'Key',
  'proofs.keys.added': 'Added',
  'proofs.keys.end': 'End',
  'proofs.keys.remove': 'Remove',
  'proofs.keys.removed': 'The key was removed. Reports that were accepted stay accepted.',
  'proofs.keys.added-done': 'The key was added.',
  'proofs.keys.add': 'Add a key',
  'proofs.keys.name': 'Name',
  'proofs.keys.name-hint': 'Where it is kept, such as: laptop, CI.',
  'proofs.keys.name-bad': 'Give the key a name of 1 to 80 characters.',
  'proofs.keys.public': 'Public part',
  'proofs.keys.public-hint': 'One line that begins with {"kty". connectory key --show key.json prints it.',
  'proofs.keys.public-no-key': 'This is no public key. Print it with: connectory key --show key.json',
  'proofs.keys.public-private':
    'This is the private key. Keep it secret; here belongs what connectory key --show key.json prints. Whoever has seen this page may have it: make a new one.',
  'proofs.keys.public-exists': 'Your organisation has this key already.',
  'proofs.keys.too-many': 'There are 20 keys already. Remove one that is not used.',
  'proofs.keys.do': 'Add the key',
  'proofs.proof.title': 'Your own run',
  'proofs.proof.lead':
    'Run every tool of your server with a test account, sign the report, and send it. The reviewer sees it beside our check.',
  'proofs.proof.key-first': 'First add a signing key.',
  'proofs.proof.key-link': 'Manage signing keys',
  'proofs.proof.run': 'Run and sign on your machine',
  'proofs.proof.file': 'Signed report',
  'proofs.proof.file-hint': 'The file that --sign wrote, such as report.jws.',
  'proofs.proof.none': 'Choose the file that --sign wrote.',
  'proofs.proof.do': 'Send the report',
  'proofs.proof.done': 'The report was accepted: all {count} tools were called.',
  'proofs.proof.accepted': 'Accepted',
  'proofs.proof.accepted-text': 'All {count} tools were called on {date}, signed with the key {key}.',
  'proofs.proof.closed': 'This submission takes no report now.',
  'proofs.proof.open': 'Send a signed report',
  'proofs.proof.card':
    'Optional. A signed report in which every tool was called spares the reviewer doing that by hand.',
  'proofs.proof.fact': 'Publisher’s own run',
  'proofs.proof.fact.none': 'no signed report',
  'proofs.proof.fact.some': 'all {count} tools called, {verdict}, key {key}…',
  'proofs.fault.not-signed': 'This is no signed report. Make one with --sign report.jws --key key.json.',
  'proofs.fault.unknown-key':
    'It was signed with the key {key}, which your organisation has not added. Add its public part under signing keys.',
  'proofs.fault.signature':
    'The signature does not fit: the file was changed after it was signed, or another version of connectory wrote it.',
  'proofs.fault.narrowed':
    'The report leaves something out, or it is on a server of your own machine. Check the public address without --only and --baseline.',
  'proofs.fault.other-server': 'The report is on {target}, the submission on {server}.',
  'proofs.fault.other-policy': 'The report was judged by {policy}. Use --policy {wanted}.',
  'proofs.fault.too-old': 'The check is older than {days} days. Run it again.',
  'proofs.fault.from-the-future': 'The check began in the future. Set the clock of the machine that ran it.',
  'proofs.fault.not-called': 'No tool was called. Use --call all with a test account.',
  'proofs.fault.not-all-called':
    '{count} tools were not called: {tools}. Use --call all, and give inputs with --inputs.',
  'proofs.fault.some-failed': '{count} tools gave no result: {tools}. Give inputs that work with --inputs.',
  'proofs.fault.tools-missing':
    'Our check saw {count} tools that the report does not name: {tools}. Run it again.',
}

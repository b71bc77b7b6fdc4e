/** Words about new versions beside what is listed. */
export const texts = {
  'updates.title': 'New version of {name}',
  'updates.lead':
    'Change what is to be different. What is listed stays as it is until the new version is approved and published.',
  'updates.send': 'Submit and check',
  'updates.done': 'Submitted. The check of the new version has begun.',
  'updates.begin': 'Submit a new version',
  'updates.begin.text':
    'The version that is listed stays, and stays unchanged, until a new one is published. How much is reviewed again depends on what you change: texts are read again; other tools or another way to sign in are reviewed as the first time.',
  'updates.begin.relist': 'Submit it anew',
  'updates.card': 'Versions',
  'updates.open': 'A new version is on its way. Until it is published, what is listed stays as it is.',
  'updates.open.link': 'See the new version',
  'updates.newer': 'A newer version was published.',
  'updates.newer.link': 'See the newest one',
  'updates.beside.title': 'A new version of what is listed',
  'updates.beside.text':
    'Version {version} stays listed, callable and unchanged, whatever becomes of this one.',
  'updates.beside.removed':
    'The connector is not in the directory. If this is approved, it is listed again at its old address.',
  'updates.withdraw': 'The new version ends. What is listed stays as it is.',
  'updates.event.carried-over': 'Nothing has changed, so the approval of version {version} stands',
  'updates.extent': 'What is to be looked at',
  'updates.extent.nothing':
    'Nothing has changed since version {version}, but the check asks for a person. The tools are the ones that were approved: signing in and calling them need not be tried again.',
  'updates.extent.texts':
    'Only what it says of itself has changed since version {version}. The tools are the ones that were approved: signing in and calling them need not be tried again, and one person decides.',
  'updates.extent.full':
    'Tools, or how people get in, have changed since version {version}: look at everything, as the first time.',
  'updates.extent.relisting':
    'This connector was removed. Look at everything, as the first time; it was removed by {by}, who said:',
  'updates.removed-by.publisher': 'its publisher',
  'updates.removed-by.operator': 'an operator',
  'updates.documents': 'Documents since version {version}',
  'updates.documents.none': 'The pages that the check read say the same as before.',
  'updates.documents.unread': 'Not compared, because it could not be read then or now: {url}',
  'updates.documents.cut': 'Only its beginning is kept, and was compared.',
  'updates.names': 'Formerly',
  'updates.names.one': '{name}, until {until}',
} as const

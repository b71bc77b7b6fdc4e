/** Words about who has a listing: taking it down, handing it over. */
export const texts = {
  'ownership.own': 'Change, hand over or remove it',
  'ownership.operate': 'Remove it',
  'ownership.title': 'Change or remove {name}',
  'ownership.lead': 'What you do here, everybody who uses this connector notices.',
  'ownership.owners': 'Only an owner of your organisation can do this.',
  'ownership.change': 'Submit a new version',
  'ownership.change.submission': 'Go to its submission',
  'ownership.relist': 'List it again',
  'ownership.relist.text':
    'Submit a new version from its submission. It is checked and reviewed as the first time, and then stands at its old address again; connections that people kept work again.',
  'ownership.remove': 'Take it out of the directory',
  'ownership.remove.text':
    'Nobody finds it any more and calls are refused. Its address stays and says since when and why; nobody else ever gets it. What is on its way to it ends. Its publisher can list it again through another review.',
  'ownership.remove.reason': 'Why?',
  'ownership.remove.reason.publisher': 'You need not say. What you say stands on its page.',
  'ownership.remove.reason.operator': 'It stands on its page, and its publisher is told.',
  'ownership.remove.send': 'Remove it',
  'ownership.remove.done': 'Removed. Its page says so now.',
  'ownership.fault.reason': 'Say in a sentence why it is removed, in at most 1,000 characters.',
  'ownership.tombstone.publisher': 'This connector was removed by its publisher',
  'ownership.tombstone.operator': 'This connector was removed by an operator of this directory',
  'ownership.tombstone.since': 'Since',
  'ownership.notice.removed.what': '{name} was removed from the directory',
  'ownership.notice.removed.why.publisher': 'Your organisation took it down.',
  'ownership.notice.removed.why.operator': 'An operator of this directory took it down.',
  'ownership.notice.removed.do':
    'Nobody finds it and calls are refused. To list it again, submit a new version.',
} as const

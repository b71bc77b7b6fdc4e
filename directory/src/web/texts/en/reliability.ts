/** Words about listings whose servers keep failing, and what follows from it. */
export const texts = {
  'reliability.title': 'Reliability',
  'reliability.lead':
    'Listings whose servers keep failing, how far it has gone with each, and what is next. What waits for an operator comes first.',
  'reliability.empty': 'No listing is in trouble',
  'reliability.empty.do':
    'No server has failed enough to be warned. One that is new is judged after its first whole days.',
  'reliability.table': 'Listings in trouble',
  'reliability.column.connector': 'Connector',
  'reliability.column.stage': 'Stage',
  'reliability.column.since': 'Since',
  'reliability.column.due': 'Next step',
  'reliability.column.waits': 'Waits for',
  'reliability.waits.nobody': 'Time to pass',
  'reliability.waits.healthy': 'Healthy days',
  'reliability.waits.delist': 'An operator: delist it or not',
  'reliability.waits.return': 'An operator: list it again or not',
  'reliability.waits.objection': 'An operator: the publisher objects',
  'reliability.waits.resume': 'An operator: it is paused',

  'reliability.stage.listed': 'Listed',
  'reliability.stage.warned': 'Warned',
  'reliability.stage.grace': 'Last warning',
  'reliability.stage.hidden': 'Hidden',
  'reliability.stage.delisted': 'Delisted',

  'reliability.of': 'Reliability of {name}',
  'reliability.of.lead': 'What happened, why, what to do, and by when.',
  'reliability.well': 'Nothing stands against it',
  'reliability.well.do':
    'Its server has not failed enough to be warned: nothing needs to be done. One that is new is judged after its first whole days.',
  'reliability.now.by': 'The next step follows on {by}, if nothing gets better.',
  'reliability.now.paused': 'An operator has paused this. Nothing gets worse until it goes on.',
  'reliability.now.objected':
    'The publisher has objected. Nothing gets worse until an operator has answered.',
  'reliability.now.days': {
    one: 'One healthy day in a row ends this. So far: {run}.',
    other: '{count} healthy days in a row end this. So far: {run}.',
  },
  'reliability.now.return': {
    one: 'After one healthy day in a row an operator is asked to list it again. So far: {run}.',
    other: 'After {count} healthy days in a row an operator is asked to list it again. So far: {run}.',
  },

  'reliability.next.warned': 'Find out why the server fails, and mend it. Its users see a warning meanwhile.',
  'reliability.next.grace':
    'Mend the server now. When the time is over, nobody finds the connector in the directory any more.',
  'reliability.next.hidden':
    'Mend the server. Then it is found again by itself. When the time is over, an operator decides whether it is delisted.',
  'reliability.next.delisted':
    'Mend the server. When it has been well for long enough, an operator looks and lists it again. You can also submit a new version.',

  'reliability.ledger': 'Ledger',
  'reliability.ledger.lead':
    'Everything that happened, the newest first. Nothing is ever changed or removed.',
  'reliability.ledger.at': 'When',
  'reliability.ledger.step': 'What',
  'reliability.ledger.why': 'Why',
  'reliability.ledger.by': 'Next step',
  'reliability.step.warned': 'Warned',
  'reliability.step.last-warned': 'Warned for the last time',
  'reliability.step.hidden': 'Hidden',
  'reliability.step.delisting-due': 'Delisting proposed',
  'reliability.step.delisted': 'Delisted',
  'reliability.step.return-due': 'Return proposed',
  'reliability.step.restored': 'All is well again',
  'reliability.step.extended': 'More time given',
  'reliability.step.paused': 'Paused',
  'reliability.step.resumed': 'Goes on',
  'reliability.step.objected': 'The publisher objected',
  'reliability.step.objection-refused': 'Objection refused',
  'reliability.step.closed': 'Closed: it is not listed any more',

  'reliability.why.failed': 'It failed in {failed} of the {looks} quarter hours that we saw on {days} days.',
  'reliability.why.healthy': {
    one: 'One healthy day in a row.',
    other: '{count} healthy days in a row.',
  },
  'reliability.why.our-outage': {
    one: 'We could not look ourselves for about an hour. The time is given back.',
    other: 'We could not look ourselves for about {count} hours. The time is given back.',
  },
  'reliability.why.republished': 'A new version was reviewed and published.',
  'reliability.why.operator': 'An operator decided it.',
  'reliability.why.publisher': 'The publisher finds a step wrong.',

  'reliability.what.warned': 'The server of {connector} keeps failing: a warning',
  'reliability.what.last-warned': 'The server of {connector} keeps failing: the last warning',
  'reliability.what.hidden': '{connector} is hidden because its server keeps failing',
  'reliability.what.delisting-due': '{connector} may be delisted because its server keeps failing',
  'reliability.what.delisted': '{connector} was delisted because its server keeps failing',
  'reliability.what.return-due': 'The server of {connector} is well again, and an operator will look',
  'reliability.what.restored': 'All is well again with {connector}',
  'reliability.what.extended': 'More time for {connector}',
  'reliability.what.paused': 'An operator has paused what was going on with {connector}',
  'reliability.what.resumed': 'What was paused with {connector} goes on',
  'reliability.what.objection-refused': 'The objection about {connector} was refused',
  'reliability.do.warned':
    'Find out why the server fails, and mend it. A few healthy days in a row end this.',
  'reliability.do.last-warned':
    'Mend the server before the time is over. Then nobody finds the connector in the directory any more.',
  'reliability.do.hidden':
    'Mend the server. After some healthy days it is found again by itself. Otherwise it may be delisted.',
  'reliability.do.delisting-due':
    'Mend the server, or say why delisting would be wrong. An operator decides about it.',
  'reliability.do.delisted':
    'Mend the server, submit a new version, or object. Connections are kept until it is listed again.',
  'reliability.do.return-due': 'Keep the server well. There is nothing else to do.',
  'reliability.do.restored': 'There is nothing to do.',
  'reliability.do.extended': 'Use the time to mend the server.',
  'reliability.do.paused': 'Go on mending the server. You are told when this goes on.',
  'reliability.do.resumed': 'Mend the server before the time is over.',
  'reliability.do.objection-refused': 'Mend the server before the time is over.',

  'reliability.public.warned': 'This connector has often failed lately',
  'reliability.public.warned.do':
    'Its server does not answer reliably, so calls may fail. Its publisher has been told.',
  'reliability.public.hidden': 'Hidden because its server keeps failing',
  'reliability.public.hidden.do':
    'Nobody finds this connector in the directory for now. Whoever has connected it can use it while its server answers.',
  'reliability.public.delisted': 'Delisted because its server kept failing',
  'reliability.public.delisted.do':
    'Calls are refused. It comes back when its server is well again and an operator has looked.',
  'reliability.public.read': 'What happened, and what to do',

  'reliability.object': 'Object',
  'reliability.object.lead':
    'Is a step wrong? Say why. Nothing gets worse until an operator has answered. You can object once in each stage.',
  'reliability.object.text': 'What is wrong',
  'reliability.object.send': 'Object',
  'reliability.object.done': 'Your objection stands in the ledger. An operator will answer.',

  'reliability.order': 'Decide',
  'reliability.order.own': 'This is a connector of your own organisation. Another operator decides about it.',
  'reliability.order.name': 'What to do',
  'reliability.order.choose': 'Please choose',
  'reliability.order.extend': 'Give more time',
  'reliability.order.pause': 'Pause: nothing gets worse until it is resumed',
  'reliability.order.resume': 'Resume with the time that was left',
  'reliability.order.restore': 'Restore: end this, and list it as before',
  'reliability.order.delist': 'Delist: tombstone, calls are refused',
  'reliability.order.refuse-objection': 'Refuse the objection and go on',
  'reliability.order.days': 'Days, when you give more time',
  'reliability.order.reason': 'Reason',
  'reliability.order.reason.hint': 'The publisher reads it.',
  'reliability.order.send': 'Do it',
  'reliability.order.done': 'Done. It stands in the ledger.',
  'reliability.fault.name': 'Choose what to do.',
  'reliability.fault.days': 'Give 1 to {most} days.',
  'reliability.fault.reason': 'Give a reason of at most 500 characters.',
  'reliability.fault.text': 'Say what is wrong, in at most 2,000 characters.',

  'reliability.rules': 'The rules',
  'reliability.rules.warned':
    'Warned is who failed for more than {share} % of the last {window} days, on the last day too. Warning and last warning are {warned} days apart.',
  'reliability.rules.hidden':
    '{grace} days after the last warning the connector is hidden: nobody finds it, connected people can use it.',
  'reliability.rules.delisted':
    '{hidden} days later an operator is asked whether it is delisted. Nothing is delisted by a machine.',
  'reliability.rules.restored':
    'A day is healthy when at most {share} % of it failed. {up} such days in a row end a warning, {shown} end being hidden; after {back} an operator looks at what was delisted. Soon after the last time it takes twice as many.',
  'reliability.rules.ours':
    'What we could not see because of an outage of our own counts for nobody, and the time is given back.',
}

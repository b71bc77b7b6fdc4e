/** Words about what decisions rest on. */
export const texts = {
  'statistics.title': 'Decisions in figures',
  'statistics.lead': 'What submissions were sent back for, how many, and how long people waited.',
  'statistics.until': 'Counted is what was decided before {until}. The figures are renewed every Monday.',
  'statistics.few': 'fewer than {fewest}',
  'statistics.json': 'The same as JSON',
  'statistics.windows': 'Period',
  'statistics.window': { one: 'Last {count} day', other: 'Last {count} days' },
  'statistics.overall': 'All decisions',
  'statistics.decisions': 'Rejections and requests for changes',
  'statistics.median': 'Median wait for a person’s decision',
  'statistics.days': { one: '{count} day', other: '{count} days' },
  'statistics.waivers': 'Waivers granted',
  'statistics.appeals': 'Appeals granted',
  'statistics.appeals-of': '{granted} of {decided}',
  'statistics.clauses': 'By clause and rule',
  'statistics.clauses.lead': 'How many decisions named it. A decision often names several.',
  'statistics.clauses.none':
    'No clause was named in decisions on {fewest} different publishers in this period.',
  'statistics.clause': 'Clause or rule',
  'statistics.named': 'Named',
  'statistics.share': 'Share',
  'statistics.rejections': 'Rejections',
  'statistics.changes': 'Changes asked',
  'statistics.waived': 'Waived',
  'statistics.months': 'By month',
  'statistics.months.lead': 'The last twelve whole months.',
  'statistics.months.chart':
    'Decisions in each of the last twelve months; the figures stand in the table below.',
  'statistics.months.table': 'The figures of each month',
  'statistics.month': 'Month',
  'statistics.outcome.approved': 'Approved',
  'statistics.outcome.changesAsked': 'Changes asked',
  'statistics.outcome.rejected': 'Rejected by a person',
  'statistics.outcome.rejectedByCheck': 'Rejected by the check',
  'statistics.outcome.notAFit': 'Not a fit',
  'statistics.outcome.lapsed': 'Deadline passed',
  'statistics.how': 'What is counted',
  'statistics.how.decision':
    'Every decision counts once, when it is made: a submission that is sent back twice counts twice. A case that two people approve counts as approved once.',
  'statistics.how.rejection':
    'Rejections are those by a person and those by the check, which rejects only for mechanical facts. “Not a fit” names no clause.',
  'statistics.how.share': 'The share is that of all rejections and requests for changes in the period.',
  'statistics.how.wait':
    'The wait runs from what was submitted, or from an appeal that was granted, to a person’s decision on it, in begun days. What the check rejects is not in it.',
  'statistics.how.appeal':
    'A decision that was overturned by an appeal stays counted; the appeal is counted besides.',
  'statistics.how.fewest':
    'A figure is shown from {fewest} different publishers on, and rounded down to steps of {steps}, so that nobody’s single case can be seen. “Fewer than {fewest}” is said of publishers and includes none.',
} as const

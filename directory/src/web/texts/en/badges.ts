/** Words on badges: short, for pages of others. */
export const texts = {
  'badges.label.listed': '{instance}',
  'badges.label.health': 'server',
  'badges.label.policy': 'policy {policy}',
  'badges.state.published': 'listed',
  'badges.state.stopped': 'stopped',
  'badges.state.hidden': 'hidden',
  'badges.state.delisted': 'delisted',
  'badges.state.removed': 'removed',
  'badges.state.unlisted': 'not listed any more',
  'badges.verdict.ready': 'met on {date}',
  'badges.verdict.incomplete': 'partly checked on {date}',
  'badges.verdict.blocked': 'met with exceptions on {date}',
  'badges.health.healthy': 'reliable',
  'badges.health.worth-a-look': 'some failures',
  'badges.health.degraded': 'often fails',
  'badges.health.not-enough-data': 'not enough data yet',
} as const

export const texts = {
  'statistics.title': 'Entscheidungen in Zahlen',
  'statistics.lead': 'Weswegen Einreichungen zurückgingen, wie viele es waren und wie lange man wartete.',
  'statistics.until':
    'Gezählt ist, was vor dem {until} entschieden wurde. Die Zahlen werden jeden Montag erneuert.',
  'statistics.few': 'weniger als {fewest}',
  'statistics.json': 'Dasselbe als JSON',
  'statistics.windows': 'Zeitraum',
  'statistics.window': { one: 'Letzter Tag', other: 'Letzte {count} Tage' },
  'statistics.overall': 'Alle Entscheidungen',
  'statistics.decisions': 'Ablehnungen und erbetene Änderungen',
  'statistics.median': 'Mittlere Wartezeit auf die Entscheidung eines Menschen (Median)',
  'statistics.days': { one: '{count} Tag', other: '{count} Tage' },
  'statistics.waivers': 'Gewährte Ausnahmen',
  'statistics.appeals': 'Erfolgreiche Einsprüche',
  'statistics.appeals-of': '{granted} von {decided}',
  'statistics.clauses': 'Nach Klausel und Regel',
  'statistics.clauses.lead': 'Wie viele Entscheidungen sie nannten. Eine Entscheidung nennt oft mehrere.',
  'statistics.clauses.none':
    'In diesem Zeitraum nannten Entscheidungen über {fewest} verschiedene Anbieter keine Klausel gemeinsam.',
  'statistics.clause': 'Klausel oder Regel',
  'statistics.named': 'Genannt',
  'statistics.share': 'Anteil',
  'statistics.rejections': 'Ablehnungen',
  'statistics.changes': 'Änderungen erbeten',
  'statistics.waived': 'Ausgenommen',
  'statistics.months': 'Nach Monat',
  'statistics.months.lead': 'Die letzten zwölf ganzen Monate.',
  'statistics.months.chart':
    'Entscheidungen in jedem der letzten zwölf Monate; die Zahlen stehen in der Tabelle darunter.',
  'statistics.months.table': 'Die Zahlen jedes Monats',
  'statistics.month': 'Monat',
  'statistics.outcome.approved': 'Genehmigt',
  'statistics.outcome.changesAsked': 'Änderungen erbeten',
  'statistics.outcome.rejected': 'Von einem Menschen abgelehnt',
  'statistics.outcome.rejectedByCheck': 'Von der Prüfung abgelehnt',
  'statistics.outcome.notAFit': 'Passt nicht',
  'statistics.outcome.lapsed': 'Frist abgelaufen',
  'statistics.how': 'Was gezählt wird',
  'statistics.how.decision':
    'Jede Entscheidung zählt einmal, wenn sie fällt: Was zweimal zurückgeht, zählt zweimal. Wem zwei Menschen zustimmen, das zählt einmal als genehmigt.',
  'statistics.how.rejection':
    'Ablehnungen sind die eines Menschen und die der Prüfung, die nur wegen mechanischer Tatsachen ablehnt. „Passt nicht“ nennt keine Klausel.',
  'statistics.how.share': 'Der Anteil ist der an allen Ablehnungen und erbetenen Änderungen des Zeitraums.',
  'statistics.how.wait':
    'Die Wartezeit läuft von der Einreichung, oder von einem erfolgreichen Einspruch, bis zur Entscheidung eines Menschen, in angefangenen Tagen. Was die Prüfung ablehnt, ist nicht darin.',
  'statistics.how.appeal':
    'Eine Entscheidung, die ein Einspruch aufhob, bleibt gezählt; der Einspruch wird zusätzlich gezählt.',
  'statistics.how.fewest':
    'Eine Zahl steht hier ab {fewest} verschiedenen Anbietern, abgerundet in Schritten von {steps}, damit niemandes einzelner Fall zu sehen ist. „Weniger als {fewest}“ meint Anbieter und schließt null ein.',
} as const

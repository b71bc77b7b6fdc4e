export const texts = {
  'levels.link': 'Werkzeuge',
  'levels.title': 'Werkzeuge von {name}',
  'levels.lead':
    'Was Ihre Clients aufrufen dürfen. Gesperrte Werkzeuge sehen sie nicht, und ein Werkzeug, das fragt, wartet, bis Sie es hier erlauben.',
  'levels.all': 'Alle Werkzeuge',
  'levels.all.hint':
    'Die meisten Clients fragen, bevor sie ein Werkzeug aufrufen. Wählen Sie „Nach Hinweisen fragen“, wenn Ihrer das nicht tut.',
  'levels.ask-title': '{tool} fragt vor dem Aufruf',
  'levels.ask-lead':
    'Ein Client wollte es aufrufen und soll Sie fragen. Erlauben Sie es nur, wenn Sie gerade darum gebeten haben.',
  'levels.ask-do': 'Für {minutes} Minuten erlauben',
  'levels.allowed': '{tool} darf {minutes} Minuten lang aufgerufen werden.',
  'levels.allowed-now': 'Zurzeit erlaubt',
  'levels.mine': 'Für Sie',
  'levels.ours': 'Für Ihre Organisation',
  'levels.ours-lead':
    'Niemand in Ihrer Organisation kann das lockern. Es gilt für Aufrufe, die ab der nächsten Sekunde beginnen.',
  'levels.rule.unset': 'Wie für alle Werkzeuge',
  'levels.rule.unset-all': 'Erlauben: der Client fragt',
  'levels.rule.unset-ours': 'Keine Grenze',
  'levels.rule.allow': 'Erlauben',
  'levels.rule.hints': 'Nach Hinweisen fragen',
  'levels.rule.ask': 'Fragen',
  'levels.rule.blocked': 'Sperren',
  'levels.rules':
    'Nach Hinweisen fragen: Werkzeuge, die nur lesen, laufen sofort, alles andere fragt zuerst. Was etwas zerstört, fragt dann immer, auch wenn „Erlauben“ gewählt ist.',
  'levels.kind.read-only': 'Liest nur',
  'levels.kind.write': 'Kann etwas ändern',
  'levels.kind.destructive': 'Kann etwas zerstören',
  'levels.now': '{kind}. Jetzt: {level}',
  'levels.now-ceiling': '{kind}. Jetzt: {level}. Grenze Ihrer Organisation: {ceiling}',
  'levels.level.allow': 'erlaubt',
  'levels.level.ask': 'fragt',
  'levels.level.blocked': 'gesperrt',
  'levels.save': 'Speichern',
  'levels.saved': 'Gespeichert. Es gilt ab dem nächsten Aufruf.',
  'levels.none':
    'Noch ist kein Werkzeug mit Namen bekannt. Ein Werkzeug, das fragt, erscheint hier, wenn es aufgerufen wird.',
  'levels.ceiling-all': 'Grenze Ihrer Organisation für alle Werkzeuge: {rule}.',
} as const

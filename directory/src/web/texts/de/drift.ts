/** Wörter über Werkzeuge, die nicht mehr sind, was genehmigt wurde. */
export const texts = {
  'drift.title': 'Geänderte Werkzeuge',
  'drift.lead': 'Konnektoren, deren Werkzeuge nicht sind, was genehmigt wurde; das Schwerste zuerst.',
  'drift.empty': 'Alles ist, wie es genehmigt wurde',
  'drift.empty.do': 'Etwa einmal am Tag werden die Werkzeuge jedes Konnektors gelesen und verglichen.',
  'drift.column.connector': 'Konnektor',
  'drift.column.heaviest': 'Schwerste Änderung',
  'drift.column.tools': 'Werkzeuge',
  'drift.column.at': 'Zuletzt verglichen',
  'drift.class.cosmetic': 'A · Äußeres',
  'drift.class.minor': 'B · klein',
  'drift.class.major': 'C · groß',
  'drift.class.severe': 'D · schwer',
  'drift.class.cosmetic.means': 'Reihenfolge, Leerraum oder der Name eines Dialekts. Es wird aufgeschrieben.',
  'drift.class.minor.means':
    'Ein freiwilliger Parameter, ein Text, ein Werkzeug, das weg ist. Wer aufruft, wird gewarnt.',
  'drift.class.major.means':
    'Ein neues Werkzeug, ein neuer Pflichtparameter, ein Hinweis weniger, eine andere Beschreibung. Das Werkzeug ist angehalten, bis jemand hingesehen hat.',
  'drift.class.severe.means':
    'Ein Text, der lenkt, ein zerstörendes Werkzeug, das es nicht mehr sagt, der Name eines Werkzeugs, das weg war. Das Werkzeug ist angehalten.',
  'drift.classes': 'Was die Klassen bedeuten',
  'drift.state.not-looked': 'Noch nicht verglichen',
  'drift.state.cannot-look': 'Kein Einblick',
  'drift.state.as-approved': 'Wie genehmigt',
  'drift.state.changed': 'Seitdem geändert',
  'drift.cannot.auth-gated':
    'Die Werkzeuge zeigen sich erst nach einer Anmeldung, und wir haben dort kein Konto.',
  'drift.cannot.nothing-approved':
    'Die Prüfung hat keine Werkzeuge gesehen; es gibt nichts, womit verglichen werden kann.',
  'drift.card': 'Werkzeuge seit der Genehmigung',
  'drift.card.read': 'Was sich geändert hat',
  'drift.card.at': 'Verglichen am',
  'drift.card.changed': {
    one: 'Ein Werkzeug ist nicht, was genehmigt wurde.',
    other: '{count} Werkzeuge sind nicht, was genehmigt wurde.',
  },
  'drift.card.held': 'Was sich stark geändert hat, ist angehalten, bis jemand hingesehen hat.',
  'drift.card.warned': 'Wer aufruft, wird gewarnt.',
  'drift.of': 'Geänderte Werkzeuge von {name}',
  'drift.of.lead':
    'Etwa einmal am Tag lesen wir die Werkzeuge, wie jeder es kann, und vergleichen sie mit dem, was genehmigt wurde.',
  'drift.none': 'Keine Änderung gesehen',
  'drift.none.do': 'Was ein Blick an Änderungen findet, wird hier aufgeschrieben.',
  'drift.history': 'Änderungen',
  'drift.history.lead': 'Die neuesten zuerst. Nichts davon wird je geändert oder entfernt.',
  'drift.version': 'Verglichen mit Version {version}',
  'drift.word.looks': 'Nur Äußeres: Reihenfolge, Leerraum oder der Name des Dialekts',
  'drift.word.removed': 'Dieses Werkzeug ist weg',
  'drift.step.seen': 'Zuerst gesehen:',
  'drift.step.confirmed': 'Wieder gesehen und damit bestätigt:',
  'drift.step.not-seen-again': 'Nicht wieder gesehen:',
  'drift.step.returned': 'Wieder wie genehmigt:',
  'drift.step.replaced': 'Von einer anderen Änderung gefolgt:',
  'drift.fields': { one: 'Ein Feld weicht ab', other: '{count} Felder weichen ab' },
  'drift.before': 'Genehmigt',
  'drift.after': 'Gesehen',
  'drift.news.changed.what': 'Werkzeuge von {connector} sind nicht, was genehmigt wurde',
  'drift.news.changed.why': {
    one: 'Zwei Blicke stimmen überein: {tool} hat sich geändert.',
    other: 'Zwei Blicke stimmen überein: {tool} und andere, zusammen {count}, haben sich geändert.',
  },
  'drift.news.changed.do':
    'Sehen Sie nach, was sich geändert hat; geben Sie dann frei oder fragen Sie den Anbieter.',
  'drift.news.removed.what': 'Werkzeuge von {connector} sind weg',
  'drift.news.removed.why': {
    one: 'Zwei Blicke haben {tool} nicht gefunden, das genehmigt war.',
    other: 'Zwei Blicke haben {tool} und andere, zusammen {count}, nicht gefunden; sie waren genehmigt.',
  },
  'drift.news.removed.do':
    'Bringen Sie sie zurück, oder reichen Sie eine neue Version ohne sie ein. Ein Name, der mit einem anderen Werkzeug wiederkommt, wird angehalten.',
  'drift.news.returned.what': 'Werkzeuge von {connector} sind wieder wie genehmigt',
  'drift.news.returned.why': {
    one: '{tool} ist wieder, was genehmigt wurde.',
    other: '{tool} und andere, zusammen {count}, sind wieder, was genehmigt wurde.',
  },
  'drift.news.returned.do':
    'Was noch angehalten ist, bleibt es, bis jemand aus der Prüfung hingesehen und es freigegeben hat.',
}

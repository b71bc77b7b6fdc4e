/** Words about new versions beside what is listed. */
export const texts = {
  'updates.title': 'Neue Version von {name}',
  'updates.lead':
    'Ändern Sie, was anders werden soll. Was gelistet ist, bleibt, wie es ist, bis die neue Version freigegeben und veröffentlicht ist.',
  'updates.send': 'Einreichen und prüfen',
  'updates.done': 'Eingereicht. Die Prüfung der neuen Version hat begonnen.',
  'updates.begin': 'Neue Version einreichen',
  'updates.begin.text':
    'Die gelistete Version bleibt, und bleibt unverändert, bis eine neue veröffentlicht ist. Wie viel erneut geprüft wird, hängt davon ab, was Sie ändern: Texte werden wieder gelesen; andere Werkzeuge oder eine andere Anmeldung werden geprüft wie beim ersten Mal.',
  'updates.begin.relist': 'Neu einreichen',
  'updates.card': 'Versionen',
  'updates.open':
    'Eine neue Version ist unterwegs. Bis sie veröffentlicht ist, bleibt, was gelistet ist, wie es ist.',
  'updates.open.link': 'Zur neuen Version',
  'updates.newer': 'Eine neuere Version wurde veröffentlicht.',
  'updates.newer.link': 'Zur neuesten',
  'updates.beside.title': 'Eine neue Version dessen, was gelistet ist',
  'updates.beside.text':
    'Version {version} bleibt gelistet, aufrufbar und unverändert, was auch immer aus dieser wird.',
  'updates.beside.removed':
    'Der Konnektor ist nicht im Verzeichnis. Wird dies freigegeben, steht er wieder unter seiner alten Adresse.',
  'updates.withdraw': 'Die neue Version endet. Was gelistet ist, bleibt, wie es ist.',
  'updates.event.carried-over':
    'Nichts hat sich geändert, also gilt die Freigabe von Version {version} weiter',
  'updates.extent': 'Was anzusehen ist',
  'updates.extent.nothing':
    'Seit Version {version} hat sich nichts geändert, aber die Prüfung braucht einen Menschen. Die Werkzeuge sind die freigegebenen: Anmelden und Aufrufen müssen nicht wieder probiert werden.',
  'updates.extent.texts':
    'Seit Version {version} hat sich nur geändert, was er von sich sagt. Die Werkzeuge sind die freigegebenen: Anmelden und Aufrufen müssen nicht wieder probiert werden, und ein Mensch entscheidet.',
  'updates.extent.full':
    'Werkzeuge, oder wie man hineinkommt, haben sich seit Version {version} geändert: Sehen Sie alles an wie beim ersten Mal.',
  'updates.extent.relisting':
    'Dieser Konnektor wurde entfernt. Sehen Sie alles an wie beim ersten Mal; entfernt hat ihn {by}, mit den Worten:',
  'updates.removed-by.publisher': 'sein Herausgeber',
  'updates.removed-by.operator': 'ein Betreiber',
  'updates.documents': 'Dokumente seit Version {version}',
  'updates.documents.none': 'Die Seiten, die die Prüfung gelesen hat, sagen dasselbe wie zuvor.',
  'updates.documents.unread': 'Nicht verglichen, weil die Seite damals oder jetzt nicht zu lesen war: {url}',
  'updates.documents.cut': 'Nur ihr Anfang ist aufbewahrt und wurde verglichen.',
  'updates.names': 'Früher',
  'updates.names.one': '{name}, bis {until}',
} as const

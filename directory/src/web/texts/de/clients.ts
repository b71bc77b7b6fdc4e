export const texts = {
  'clients.title': 'Clients von Serverbetreibern',
  'clients.lead':
    'Wo der Betreiber eines Servers diesem Verzeichnis einen eigenen Client gegeben hat, wird er vor unserem Metadatendokument und vor einer Registrierung benutzt.',
  'clients.none': 'Kein Client eingetragen',
  'clients.none.do':
    'Die meisten Server brauchen keinen: Dieses Verzeichnis macht sich ihnen selbst bekannt.',
  'clients.issuer': 'Issuer',
  'clients.issuer.hint':
    'Die Anmeldung, die den Client ausgestellt hat, so wie sie in ihren Metadaten steht. Nennt der Server einmal eine andere, wird der Client dort nicht benutzt.',
  'clients.id': 'Client-ID',
  'clients.secret': 'Client-Geheimnis',
  'clients.secret.hint':
    'Wir bewahren es verschlüsselt auf und zeigen es nie wieder. Leer lassen, wenn der Client keines hat.',
  'clients.method': 'Wie er sich ausweist',
  'clients.method.client_secret_basic': 'Geheimnis im Authorization-Header',
  'clients.method.client_secret_post': 'Geheimnis im Formular',
  'clients.method.none': 'Kein Geheimnis',
  'clients.whose': 'Wer ihn benutzt',
  'clients.everybody': 'Alle',
  'clients.email': 'Nur für die Organisation von',
  'clients.email.hint': 'Die E-Mail-Adresse einer Person aus ihr. Leer lassen für alle.',
  'clients.since': 'Eingetragen',
  'clients.slug': 'Konnektor',
  'clients.slug.hint': 'Sein Name in der Adresse seiner Seite.',
  'clients.callback': 'Wer den Client beim Server anlegt, trägt dort diese Weiterleitungsadresse ein:',
  'clients.callback.title': 'Weiterleitungsadresse',
  'clients.replaces':
    'Er ersetzt einen früheren für denselben Konnektor und dieselben Personen. Bei gleicher Client-ID laufen bestehende Verbindungen mit dem neuen Geheimnis weiter. Man verbindet sich damit in Web, Desktop und Mobil; Clients auf dem eigenen Rechner können ihn nicht direkt benutzen.',
  'clients.add': 'Client eintragen oder ersetzen',
  'clients.send': 'Speichern',
  'clients.saved': 'Der Client ist gespeichert. Die nächsten Anmeldungen benutzen ihn.',
  'clients.remove': 'Entfernen',
  'clients.removed':
    'Der Client und sein Geheimnis sind gelöscht. Was mit ihm verbunden war, läuft, bis die Tokens enden.',
  'clients.fault.slug': 'Es gibt keinen Konnektor mit diesem Namen.',
  'clients.fault.issuer': 'Geben Sie den Issuer so ein, wie er in seinen Metadaten steht: eine URL.',
  'clients.fault.clientId': 'Geben Sie die Client-ID ein.',
  'clients.fault.clientSecret': 'Diese Art, sich auszuweisen, braucht ein Geheimnis.',
  'clients.fault.email': 'Niemand hier hat diese E-Mail-Adresse.',
} as const

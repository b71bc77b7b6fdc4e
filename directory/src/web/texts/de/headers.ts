export const texts = {
  'headers.title': 'Header für {name}',
  'headers.lead':
    'Werden bei jedem Aufruf von Personen Ihrer Organisation an {host} gesendet und an niemanden sonst. Für Server, die einen Schlüssel der Organisation verlangen.',
  'headers.none': 'Kein Header wird gesendet',
  'headers.name': 'Name des Headers',
  'headers.name.hint':
    'Etwa X-API-Key. „Authorization“ wird nur gesendet, wo die Anmeldung kein Token liefert.',
  'headers.value': 'Wert',
  'headers.value.hint':
    'Wir bewahren ihn verschlüsselt auf und zeigen ihn nie wieder. Zum Ändern geben Sie unter demselben Namen einen neuen ein.',
  'headers.origin': 'Geht an',
  'headers.set': 'Gesetzt',
  'headers.change': 'Ändern',
  'headers.remove': 'Entfernen',
  'headers.add': 'Header hinzufügen oder ersetzen',
  'headers.send': 'Speichern',
  'headers.added': 'Der Header {name} wird ab jetzt gesendet.',
  'headers.removed': 'Der Header {name} ist gelöscht und wird nicht mehr gesendet.',
  'headers.owners': 'Nur wer Ihre Organisation besitzt, darf sie ändern.',
  'headers.moved':
    'Der Server ist jetzt unter {origin}. Header, die für eine andere Adresse gesetzt wurden, gehen nicht dorthin; geben Sie sie neu ein, wenn Sie ihm vertrauen.',
  'headers.fault.no-name': 'Geben Sie den Namen des Headers ein.',
  'headers.fault.bad-name':
    'Ein Name hat Buchstaben, Ziffern und Bindestriche, ohne Leerzeichen oder Doppelpunkt, und höchstens 100 Zeichen.',
  'headers.fault.hop-by-hop':
    '„{name}“ gehört zur Verbindung zwischen zwei Rechnern und wird von ihnen gesetzt. Wählen Sie einen anderen Header.',
  'headers.fault.protocol':
    '„{name}“ ist Teil des Protokolls und bei jedem Aufruf anders. Wählen Sie einen anderen Header.',
  'headers.fault.browser':
    '„{name}“ sagt, wer fragt und woher; das sagen nur Browser und Proxys. Wählen Sie einen anderen Header.',
  'headers.fault.no-value': 'Geben Sie den Wert ein.',
  'headers.fault.bad-value':
    'Ein Wert hat Buchstaben, Ziffern und Zeichen aus ASCII in einer Zeile, höchstens 4.000.',
  'headers.fault.too-many': 'Höchstens fünf Header gehen an einen Server. Entfernen Sie zuerst einen.',
} as const

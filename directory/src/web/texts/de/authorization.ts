export const texts = {
  'authorization.consent.title': 'Zugriff erlauben',
  'authorization.consent.question': 'Darf {client} für Sie {endpoint} benutzen?',
  'authorization.consent.lead': 'Sie sind als {name} ({email}) angemeldet.',
  'authorization.consent.client': 'App',
  'authorization.consent.document': 'durch ihre eigene Adresse ausgewiesen',
  'authorization.consent.own-word': 'nach eigener Angabe, nicht geprüft',
  'authorization.consent.endpoint': 'Konnektor',
  'authorization.consent.may': 'Sie darf',
  'authorization.consent.redirect': 'Die Antwort geht an',
  'authorization.consent.to-computer': 'eine App auf diesem Rechner ({host})',
  'authorization.consent.to-app': 'eine App, die {scheme}-Links öffnet',
  'authorization.consent.allow': 'Erlauben',
  'authorization.consent.deny': 'Nicht erlauben',
  'authorization.consent.note':
    'Erlauben Sie es nur, wenn Sie das gerade selbst angestoßen haben. Sie können den Zugriff jederzeit im Konto beenden.',
  'authorization.consent.not-you':
    'Nicht Sie, oder möchten Sie sehen, wer Zugriff hat? Öffnen Sie Ihr Konto.',
  'authorization.scope.mcp': 'die Tools dieses Konnektors sehen und in Ihrem Namen aufrufen',
  'authorization.everything': 'alle Ihre Konnektoren',
  'authorization.scope.everything':
    'die Werkzeuge aller Konnektoren sehen, die Sie jetzt oder später verbinden, und sie in Ihrem Namen aufrufen',
  'authorization.scope.offline_access': 'das tun, bis Sie es beenden, auch wenn Sie nicht da sind',
  'authorization.refused.title': 'Diese App konnte nicht zugelassen werden',
  'authorization.refused.redirect':
    'Die App will die Antwort an einer Adresse, die sie nicht angemeldet hat. So sehen gestohlene Anmeldungen aus; deshalb wurde nichts gesendet.',
  'authorization.refused.client':
    'Wir kennen diese App nicht. Ihre Anmeldung ist vielleicht abgelaufen oder nicht lesbar.',
  'authorization.refused.expired':
    'Diese Anfrage ist abgelaufen, schon beantwortet oder gehört zu einem anderen Browser.',
  'authorization.refused.other': 'Die Anfrage der App ist unvollständig oder falsch.',
  'authorization.refused.do':
    'Gehen Sie zur App zurück, entfernen Sie dort diesen Konnektor und fügen Sie ihn neu hinzu.',
  'authorization.access.title': 'Apps und Skripte',
  'authorization.access.lead':
    'Was in Ihrem Namen Konnektoren benutzen darf. Beenden Sie, was Sie nicht kennen.',
  'authorization.access.none': 'Nichts hat Zugriff',
  'authorization.access.none-do':
    'Eine App erscheint hier, wenn Sie ihr einen Konnektor hinzufügen und es erlauben.',
  'authorization.access.who': 'App oder Skript',
  'authorization.access.used': 'Letztes Token',
  'authorization.access.until': 'Bis',
  'authorization.access.end': 'Beenden',
  'authorization.access.end-one': 'Zugriff beenden',
  'authorization.access.ended':
    'Der Zugriff ist beendet. Seine Tokens gelten spätestens in einer Sekunde nicht mehr.',
  'authorization.kind.client': 'App',
  'authorization.kind.script': 'Skript',
  'authorization.token.title': 'Token für ein Skript',
  'authorization.token.lead':
    'Für alles, was keinen Browser öffnen kann. Es gilt für einen Endpunkt und in Ihrem Namen.',
  'authorization.token.name': 'Name',
  'authorization.token.name-hint': 'Damit Sie es später wiedererkennen.',
  'authorization.token.name-bad': 'Verwenden Sie höchstens 80 Zeichen.',
  'authorization.token.endpoint': 'Endpunkt',
  'authorization.token.endpoint-hint': 'Die Adresse für MCP-Clients, von der Seite des Konnektors.',
  'authorization.token.endpoint-bad':
    'Unter dieser Adresse gibt es keinen MCP-Endpunkt. Kopieren Sie sie von der Seite des Konnektors.',
  'authorization.token.hours': 'Gültig für',
  'authorization.token.hours-bad': 'Wählen Sie eine der Zeiten in der Liste.',
  'authorization.token.hours-count': { one: '{count} Stunde', other: '{count} Stunden' },
  'authorization.token.days-count': { one: '{count} Tag', other: '{count} Tage' },
  'authorization.token.do': 'Token erzeugen',
  'authorization.token.made': 'Ihr Token',
  'authorization.token.once':
    'Kopieren Sie es jetzt. Es ist nirgends gespeichert und wird nicht noch einmal gezeigt.',
  'authorization.token.label': 'Token',
  'authorization.token.try': 'Ausprobieren',
  'authorization.token.until': 'Gültig bis',
} as const

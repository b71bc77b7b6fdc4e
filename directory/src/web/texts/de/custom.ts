export const texts = {
  'custom.title': 'Eigene Server',
  'custom.lead':
    'Server, die in {instance} nicht gelistet sind, über ihre Adresse hinzugefügt. In Ihren Clients funktionieren sie wie jeder andere Konnektor.',
  'custom.count': { one: 'Ein Server', other: '{count} Server' },
  'custom.none': 'Noch kein Server hinzugefügt',
  'custom.none.do':
    'Fügen Sie einen hinzu, der nicht im Verzeichnis steht, etwa einen Ihres eigenen Unternehmens.',
  'custom.not-allowed': 'Ihre Organisation darf keine Server über ihre Adresse hinzufügen',
  'custom.not-allowed.do':
    'Gelistete Konnektoren sind für alle da. Fragen Sie einen Betreiber, wenn Sie mehr brauchen.',
  'custom.not-allowed.kept':
    'Ein Betreiber hat das für Ihre Organisation abgeschaltet. Was hier steht, bleibt erhalten, lässt sich aber weder verbinden noch aufrufen, bis es wieder erlaubt ist. Entfernen können Sie es.',
  'custom.for.me': 'Nur für Sie',
  'custom.for.organisation': 'Für Ihre Organisation',
  'custom.add': 'Server hinzufügen',
  'custom.add.note':
    'Wir prüfen ihn einmal, wie jeden Server, und zeigen Ihnen, was wir gesehen haben. Niemand begutachtet ihn, und niemand außerhalb Ihrer Organisation sieht ihn.',
  'custom.add.send': 'Hinzufügen',
  'custom.added': '{name} wurde hinzugefügt, die Prüfung hat begonnen.',
  'custom.field.url': 'Adresse des MCP-Servers',
  'custom.field.url.hint': 'Vollständig, mit https:// und Pfad.',
  'custom.field.name': 'Name',
  'custom.field.name.hint': 'So, wie Sie ihn hier sehen möchten.',
  'custom.field.for': 'Wer ihn benutzen darf',
  'custom.fault.malformed':
    'Das ist keine Adresse. Schreiben Sie sie vollständig, etwa https://mcp.example.com/mcp.',
  'custom.fault.not-https': 'Die Adresse muss mit https:// beginnen.',
  'custom.fault.credentials':
    'Die Adresse enthält einen Benutzernamen oder ein Passwort. Lassen Sie beides weg; ein Schlüssel gehört in einen Header.',
  'custom.fault.private':
    'Diese Adresse liegt nicht im öffentlichen Internet und ist von hier nicht erreichbar.',
  'custom.fault.obscured': 'Schreiben Sie den Namen des Hosts oder seine gewöhnliche Adresse.',
  'custom.fault.missing-name': 'Geben Sie ihm einen Namen.',
  'custom.fault.long-name': 'Höchstens 100 Zeichen haben Platz.',
  'custom.fault.long-url': 'Höchstens 2.000 Zeichen haben Platz.',
  'custom.fault.twice': 'Diesen Server haben Sie schon.',
  'custom.fault.listed':
    'Dieser Server ist hier als „{slug}“ gelistet. Verbinden Sie ihn von seiner Seite aus.',
  'custom.fault.not-owner':
    'Nur wer Ihre Organisation besitzt, darf einen Server für alle in ihr hinzufügen.',
  'custom.connect': 'Verbinden',
  'custom.unreviewed': 'Niemand hat diesen Server begutachtet',
  'custom.unreviewed.do':
    'Sie vertrauen ihm, weil Sie oder Ihre Organisation ihn kennen. Lesen Sie, was seine Werkzeuge antworten, wie die E-Mail eines Fremden.',
  'custom.use': 'Benutzen',
  'custom.use.lead': 'Verbinden Sie ihn einmal und tragen Sie dann diese Adresse in Ihren MCP-Client ein.',
  'custom.server': 'Server',
  'custom.since': 'Hinzugefügt',
  'custom.check': 'Was die Prüfung gesehen hat',
  'custom.check.lead':
    'Damit Sie es wissen. Es entscheidet nichts: Ein Server, der nicht gelistet ist, muss nichts bestehen.',
  'custom.check.running':
    'Die Prüfung läuft. Sie dauert höchstens eine Minute; diese Seite erneuert sich von selbst.',
  'custom.check.again': 'Noch einmal prüfen',
  'custom.remove': 'Entfernen',
  'custom.remove.title': '{name} entfernen?',
  'custom.remove.own':
    'Wir löschen den Server, Ihre Verbindung zu ihm, die Tokens, die wir haben, und was die Prüfung gesehen hat, sofort und endgültig.',
  'custom.remove.shared':
    'Wir löschen den Server für alle in Ihrer Organisation: alle Verbindungen zu ihm, die Tokens, die wir haben, und was die Prüfung gesehen hat, sofort und endgültig.',
  'custom.remove.do': 'Entfernen',
  'custom.remove.keep': 'Behalten',
  'custom.removed': '{name} wurde entfernt. Alle Tokens dafür sind hier gelöscht.',
  'custom.allowed.title': 'Wer Server hinzufügen darf',
  'custom.allowed.lead':
    'Gelistete Konnektoren sind für alle da. Diese Organisationen dürfen außerdem Server, die nicht gelistet sind, über ihre Adresse hinzufügen.',
  'custom.allowed.none': 'Noch keine Organisation genannt',
  'custom.allowed.organisation': 'Organisation',
  'custom.allowed.since': 'Seit',
  'custom.allowed.change': 'Ändern',
  'custom.allowed.end': 'Beenden',
  'custom.allowed.add': 'Einer Organisation erlauben',
  'custom.allowed.email': 'E-Mail-Adresse einer Person aus ihr',
  'custom.allowed.email.hint': 'Von jemandem mit einem Konto hier.',
  'custom.allowed.send': 'Erlauben',
  'custom.allowed.unknown': 'Niemand hier hat diese E-Mail-Adresse.',
  'custom.allowed.done': 'Die Organisation darf jetzt Server hinzufügen.',
  'custom.allowed.ended':
    'Die Organisation darf keine Server mehr hinzufügen. Was sie hat, bleibt erhalten und ist abgeschaltet.',
  'custom.allowed.by-setting.everyone':
    'Die Einstellung CUSTOM_CONNECTORS lässt alle Server hinzufügen; diese Liste wirkt im Moment nicht.',
  'custom.allowed.by-setting.nobody':
    'Die Einstellung CUSTOM_CONNECTORS lässt niemanden Server hinzufügen; diese Liste wirkt im Moment nicht.',
} as const

export const texts = {
  'modes.title': 'Benutzen',
  'modes.lead': 'Drei Wege von einem Client zu ihm. Die meisten gehen über {instance}.',
  'modes.works': 'geht',
  'modes.closed': 'geschlossen',
  'modes.not-measured': 'nicht gemessen',
  'modes.server': 'Adresse des Servers',
  'modes.clients': 'Clients',
  'modes.broker': 'Über {instance}',
  'modes.broker.works':
    'Der Client meldet sich hier an, und {instance} ruft {host} mit Ihrem Zugang auf. Geht in jedem Client, auch wo die anderen Wege nicht gehen.',
  'modes.browser': 'Eine Seite im Browser, direkt',
  'modes.browser.cors-open':
    'Als er geprüft wurde, ließ {host} eine Seite von {origin} fragen: Die Antwort auf die Voranfrage erlaubt es.',
  'modes.browser.cors-closed':
    'Als er geprüft wurde, ließ {host} Seiten anderer Herkunft nicht fragen: Die Antwort auf die Voranfrage (CORS) erlaubt keine.',
  'modes.browser.cors-headers':
    'Als er geprüft wurde, ließ {host} Seiten fragen, aber nicht mit allen Headern, die ein Client sendet oder liest (CORS). Der Bericht nennt sie.',
  'modes.browser.not-measured':
    'Ob {host} Seiten anderer Herkunft fragen lässt (CORS), wurde nicht gemessen.',
  'modes.browser.static-client':
    '{host} kennt nur einen Client, den von {instance}. Eine Seite im Browser kann sich dort nicht anmelden.',
  'modes.browser.address-filter':
    '{host} lässt nur bekannte Adressen ein. Die Ihres Browsers gehört nicht dazu.',
  'modes.browser.needs':
    'Die Seite braucht: die Erlaubnis des Servers für ihre Herkunft (CORS) und eine Anmeldung, die einen Client ohne Geheimnis nimmt.',
  'modes.local': 'Ein Client auf Ihrem Rechner, direkt',
  'modes.local.works':
    'Der Client ruft {host} selbst auf, ohne {instance}. Den Zugang hält er auf Ihrem Rechner.',
  'modes.local.static-client':
    '{host} kennt nur einen Client, den von {instance}. Ein Client auf Ihrem Rechner kann sich dort nicht anmelden.',
  'modes.local.address-filter':
    '{host} lässt nur bekannte Adressen ein. Die Ihres Rechners gehört nicht dazu.',
  'modes.local.needs':
    'Der Client braucht: eine Anmeldung, die an eine Adresse Ihres Rechners zurückschickt (http://127.0.0.1 oder localhost, mit beliebigem Port), und für lange Aufrufe mehr Zeit: MCP_TOOL_TIMEOUT, in Millisekunden.',
  'modes.client.command': 'Claude Code',
  'modes.client.command.do':
    'Führen Sie die erste Zeile einmal aus, dann /mcp in einer Sitzung zum Anmelden. Die zweite startet es mit 300 Sekunden für einen Aufruf.',
  'modes.client.dialog': 'Claude, Web und Desktop',
  'modes.client.dialog.do':
    'Einstellungen, Connectors, eigenen Connector hinzufügen: diese Adresse einfügen.',
  'modes.client.editor': 'VS Code',
  'modes.client.editor.do': 'Führen Sie den Befehl aus, oder tragen Sie dies in .vscode/mcp.json ein.',
  'modes.client.cursor': 'Cursor',
  'modes.client.cursor.do':
    'Tragen Sie dies in ~/.cursor/mcp.json ein oder in .cursor/mcp.json eines Projekts.',
  'modes.client.bridge': 'mcp-remote',
  'modes.client.bridge.do':
    'Für Clients, die nur Programme auf Ihrem Rechner starten. Es öffnet Ihren Browser zum Anmelden.',
  'modes.client.json': 'Andere',
  'modes.client.json.do': 'Die meisten Clients nehmen dies in ihrer Konfiguration.',
  'modes.code.run': 'Ausführen',
  'modes.code.start': 'Mit mehr Zeit starten',
  'modes.code.address': 'Adresse',
  'modes.code.file': 'Konfiguration',
} as const

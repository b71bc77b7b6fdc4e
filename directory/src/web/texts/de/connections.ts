export const texts = {
  'connections.title': 'Deine Verbindungen',
  'connections.lead': 'Konnektoren, die deine MCP-Clients über {instance} in deinem Namen benutzen dürfen.',
  'connections.count': { one: 'Eine Verbindung', other: '{count} Verbindungen' },
  'connections.none': 'Du bist noch mit nichts verbunden',
  'connections.none.do':
    'Suche einen Konnektor und drücke Verbinden. Er funktioniert dann in jedem MCP-Client, mit dem du dich anmeldest.',
  'connections.connect-headers': 'Er verlangt einen Schlüssel Ihrer Organisation?',
  'connections.headers': 'Header',
  'connections.browse': 'Konnektoren ansehen',
  'connections.state.connected': 'Verbunden',
  'connections.state.needs-reconnect': 'Neu verbinden',
  'connections.state.stopped': 'Angehalten',
  'connections.state.gone': 'Nicht mehr verfügbar',
  'connections.reconnect': 'Neu verbinden',
  'connections.reconnect-why':
    'Der Server nimmt den Zugang nicht mehr an, den du gegeben hast. Aufrufe scheitern, bis du neu verbindest.',
  'connections.connected-since': 'Verbunden seit',
  'connections.last-used': 'Zuletzt benutzt',
  'connections.never-used': 'Noch nicht benutzt',
  'connections.login': 'Angemeldet bei',
  'connections.login.open': 'Keine Anmeldung nötig',
  'connections.scopes': 'Was du erlaubt hast',
  'connections.tools': 'Werkzeuge',
  'connections.tools-count': { one: 'Ein Werkzeug', other: '{count} Werkzeuge' },
  'connections.endpoint': 'Adresse für deinen MCP-Client',
  'connections.all': 'Alle unter einer Adresse',
  'connections.all-lead':
    'Einmal in einen Client eingetragen, gibt sie ihm die Werkzeuge von allem, was du verbindest, jetzt und später. Der Name eines Werkzeugs beginnt mit dem seines Konnektors. Sind es viele, findet der Client sie mit einer Suche.',
  'connections.all-token': 'Ein Skript braucht ein Token: eines erzeugen',
  'connections.snippet': 'In einen Client eintragen',
  'connections.snippet-hint': 'Die meisten Clients nehmen das an. Beim ersten Mal meldest du dich hier an.',
  'connections.token': 'Token für ein Skript',
  'connections.token-hint':
    'Ein Skript ohne Browser schickt stattdessen ein Token. Es gilt nur für diesen Konnektor.',
  'connections.token-make': 'Token erzeugen',
  'connections.gone': 'Dieser Konnektor ist nicht mehr verzeichnet.',
  'connections.gone.do':
    'Aufrufe gehen nicht durch. Trennen Sie ihn, oder behalten Sie die Verbindung für den Fall, dass er zurückkommt.',
  'connections.stopped': 'Angehalten: kann zurzeit nicht gerufen werden',
  'connections.hidden':
    'Der Server dieses Konnektors versagt immer wieder, deshalb findet ihn zurzeit niemand im Verzeichnis. Sie können ihn nutzen, solange der Server antwortet.',
  'connections.delisted':
    'Dieser Konnektor wurde gestrichen, weil der Server immer wieder versagte. Aufrufe werden abgelehnt, bis er wieder gelistet ist.',
  'connections.disconnect': 'Trennen',
  'connections.disconnect-title': '{name} trennen?',
  'connections.disconnect-deleted':
    'Wir löschen die Verbindung und die Token, die wir dafür haben, sofort und endgültig.',
  'connections.disconnect-left': 'Was wir nicht löschen können',
  'connections.disconnect-left-tokens':
    'Token, die {name} ausgegeben hat, gelten dort weiter, bis sie ablaufen. Um sie sofort zu beenden, melde dich bei {name} ab oder entziehe dort den Zugang.',
  'connections.disconnect-revokes':
    'Wir bitten {name}, auch seine Token zu beenden. Es kann das ablehnen oder nicht anbieten; dann gelten sie dort, bis sie ablaufen. Wer in seinem Konto bei {name} den Zugang entfernt, beendet sie.',
  'connections.disconnected-ended':
    'Von {name} getrennt. Die Token sind hier gelöscht, und ihr Ende wurde dort bestätigt.',
  'connections.disconnected-unconfirmed':
    'Von {name} getrennt. Die Token sind hier gelöscht, aber ihr Ende wurde dort nicht bestätigt. Entferne zur Sicherheit den Zugang in deinem Konto dort.',
  'connections.disconnect-left-cookies':
    'Dein Browser ist dort vielleicht noch angemeldet: Cookies von {name} bleiben. Ein neues Verbinden fragt dann womöglich nicht nach dem Passwort.',
  'connections.disconnect-left-backups':
    'Sicherungen dieses Verzeichnisses enthalten die verschlüsselten Token, bis sie ersetzt werden.',
  'connections.disconnect-keep': 'Behalten',
  'connections.disconnected': 'Von {name} getrennt. Die Token sind hier gelöscht.',
  'connections.connected': 'Mit {name} verbunden.',
  'connections.connect-title': '{name} verbinden',
  'connections.connect-lead': 'von {publisher}',
  'connections.connect-do': 'Verbinden',
  'connections.connect-cancel': 'Jetzt nicht',
  'connections.connect-what': 'Was geschieht',
  'connections.connect-open':
    'Dieser Server braucht keine Anmeldung. Wir öffnen ihn einmal, um zu sehen, dass er antwortet.',
  'connections.connect-oauth':
    'Du meldest dich beim Server an und siehst dort, was du erlaubst. Wir bekommen ein Token nur für diesen Server, bewahren es verschlüsselt auf und sehen dein Passwort nie.',
  'connections.connect-unknown':
    'Wenn der Server eine Anmeldung verlangt, meldest du dich dort an und siehst, was du erlaubst.',
  'connections.connect-told':
    'Der Server erfährt, dass {instance} ihn aufruft. Von uns erfährt er weder, wer du bist, noch welchen Tarif du hast.',
  'connections.connect-community-title': 'Vom Anbieter gemacht, nicht von {instance}',
  'connections.connect-community':
    'Er wurde geprüft und begutachtet, als er aufgenommen wurde. Was seine Werkzeuge antworten, stammt von {publisher} und aus den Daten dahinter: Lies es wie die E-Mail eines Fremden, und sieh hin, bevor du ein Werkzeug bestätigst, das etwas ändert.',
  'connections.connect-server': 'Server',
  'connections.connect-tools': 'Werkzeuge, die er anbietet',
  'connections.connect-not-listed':
    'Er ist noch nicht veröffentlicht; nur sein Anbieter und Prüfer können ihn verbinden.',
  'connections.connect-hidden':
    'Der Server dieses Konnektors versagt immer wieder. Im Verzeichnis findet ihn zurzeit niemand, und Aufrufe können fehlschlagen.',
  'connections.connect-again': 'Du bist schon verbunden. Neu verbinden ersetzt den Zugang.',
  'connections.start-over-title': 'Du bist von {host} nicht zurückgekommen',
  'connections.start-over-why':
    'Stand dort, dass dieser Client unbekannt ist, dann gibt es seine Registrierung nicht mehr. Beginne neu: Dieses Verzeichnis registriert sich noch einmal und schickt dich wieder hin.',
  'connections.start-over': 'Neu beginnen',
  'connections.continue-title': 'Weiter zu {host}',
  'connections.continue-lead':
    'Du meldest dich jetzt bei {host} an und kommst danach hierher zurück. Du hast 10 Minuten.',
  'connections.continue-do': 'Weiter zu {host}',
  'connections.failed-title': 'Nicht verbunden',
  'connections.failed-reference': 'Kennzeichen',
  'connections.failed-reference-hint':
    'Nenne es, wenn du einen Betreiber oder den Anbieter um Hilfe bittest.',
  'connections.failed-again': 'Noch einmal versuchen',
  'connections.failed-trace': 'Ansehen, was geschah',
  'connections.failed-nothing': 'Nichts wurde geändert.',
  'connections.failure.forged-state':
    'Die Antwort gehört zu keiner Anmeldung, die hier begonnen wurde. Beginne auf der Seite des Konnektors von vorn.',
  'connections.failure.replayed-state':
    'Diese Antwort wurde schon verwendet. Wenn du nicht verbunden bist, beginne von vorn.',
  'connections.failure.expired-state': 'Die Anmeldung dauerte länger als 10 Minuten. Beginne von vorn.',
  'connections.failure.other-person':
    'Diese Anmeldung hat jemand anderes begonnen. Melde dich hier als diese Person an, oder beginne eine eigene.',
  'connections.failure.wrong-issuer':
    'Die Antwort kam von einem anderen Server als dem gefragten ({expected}). Sie wurde nicht verwendet. Sage es dem Anbieter.',
  'connections.failure.consent-denied': 'Du hast es beim Server nicht erlaubt, darum wurde nichts verbunden.',
  'connections.failure.refused-by-server':
    'Der Server beendete die Anmeldung mit „{error}“. Versuche es noch einmal, oder sage es dem Anbieter.',
  'connections.failure.token-refused':
    'Der Server ließ dich anmelden und gab dann kein Token („{error}“). Versuche es noch einmal, oder sage es dem Anbieter.',
  'connections.failure.client-forgotten':
    'Der Server kennt dieses Verzeichnis nicht mehr als Client, auch nach einer neuen Registrierung. Sage es dem Anbieter.',
  'connections.failure.no-client':
    'Der Server bietet keinen Weg, auf dem dieses Verzeichnis sein Client werden kann: keine Client-Metadaten-Dokumente, keine Registrierung, und kein Betreiber hat einen Client eingetragen.',
  'connections.failure.registration-refused':
    'Die Anmeldung des Servers lässt dieses Verzeichnis sich nicht als Client registrieren ({error}). Ein Betreiber kann für diesen Konnektor einen Client eintragen.',
  'connections.failure.resource-refused':
    'Die Anmeldung gibt keinen Zugriff für {resource} (invalid_target): Sie kennt diese Adresse nicht. Der Anbieter muss sie dort als Namen des Servers eintragen.',
  'connections.failure.static-client-issuer':
    'Der Server nennt jetzt die Anmeldung {found}, sein Client stammt aber von {expected}. Ein Betreiber muss einen neuen Client eintragen.',
  'connections.failure.unreachable': 'Der Server ließ sich nicht öffnen: {detail}',
  'connections.failure.discovery': 'Die Anmeldung des Servers war nicht zu finden: {detail}',
  'connections.failure.not-bound':
    'Der Server nimmt nur Zugriff an, der an einen Schlüssel gebunden ist (DPoP), und seine Anmeldung gibt keinen, den dieses Verzeichnis nutzen kann. Der Anbieter muss das beheben.',
  'connections.failure.not-opened':
    'Du hast dich angemeldet, aber der Server wies dann das Token zurück, das seine Anmeldung gegeben hatte.',
  'connections.failure.call-failed': 'Ein Aufruf bekam keine Antwort: {detail}',
  'connections.failure.renewal-refused':
    'Die Anmeldung des Servers hat den Zugriff nicht erneuert („{error}“). Verbinde dich neu.',
  'connections.failure.renewal-impossible':
    'Der Zugriff ist abgelaufen, und der Server gab nichts, um ihn zu erneuern. Verbinde dich neu.',
  'connections.failure.renewal-unanswered': 'Der Zugriff ließ sich vorerst nicht erneuern: {detail}',
  'connections.trace-title': 'Was geschah',
  'connections.trace-lead': 'Token, Codes und Geheimnisse werden nie aufgeschrieben.',
  'connections.trace-steps': 'Schritte',
  'connections.trace.under-way': 'Im Gange oder abgebrochen',
  'connections.trace.connected': 'Verbunden',
  'connections.trace.failed': 'Gescheitert',
  'connections.trace-requests': 'Was gesendet und empfangen wurde, ohne Inhalt',
  'connections.exchange.sent': 'gesendet: {shape}',
  'connections.exchange.received': 'erhalten: {shape}',
  'connections.traces-title': 'Anmeldungen und Fehler von allen',
  'connections.traces-lead':
    'Für Betreiber. Das Kennzeichen, das jemand nennt, führt zu dem, was geschah; es bleibt 90 Tage aufbewahrt.',
  'connections.traces-find': 'Zeigen, was geschah',
  'connections.traces-missing': 'Zum Kennzeichen {reference} gibt es nichts.',
  'connections.traces-newest': 'Die neuesten 50',
  'connections.traces-none': 'Noch ist nichts geschehen',
  'connections.traces-connector': 'Konnektor',
  'connections.traces-when': 'Wann',
  'connections.traces-outcome': 'Ergebnis',
  'connections.step.renewing': 'Der Zugriff war abgelaufen und sollte bei {host} erneuert werden.',
  'connections.step.opened': '{host} ohne Token geöffnet: {answer}.',
  'connections.step.discovered': 'Die Anmeldung {issuer} gefunden.',
  'connections.step.client-not-hosted':
    'Die Anmeldung nimmt Client-Metadaten-Dokumente, aber dieses Verzeichnis läuft ohne https und hat darum keins.',
  'connections.step.client-chosen': 'Dort kennt man uns durch: {kind}.',
  'connections.step.client-registered': 'Dieses Verzeichnis als Client registriert.',
  'connections.step.client-dropped': 'Die Registrierung verworfen, die der Server nicht mehr kennt.',
  'connections.step.key-made':
    'Einen Schlüssel ({algorithm}) erzeugt, an den der Zugriff gebunden wird: Das Token allein nützt niemandem.',
  'connections.step.sent-to-server': 'Dich zu {host} geschickt, mit der Bitte um: {scopes}.',
  'connections.step.answer-received': 'Du kamst mit einer Antwort von {issuer} zurück.',
  'connections.step.tokens-received': 'Ein Token erhalten, das {life}.',
  'connections.step.server-opened': 'Den Server damit geöffnet.',
  'connections.step.connected': 'Verbunden.',
  'connections.step.failed': 'Hier war es zu Ende.',
  'connections.client-kind.static': 'einen Client, den ein Betreiber eintrug',
  'connections.client-kind.cimd': 'unser Client-Metadaten-Dokument',
  'connections.client-kind.dcr': 'eine Registrierung, die wir gemacht haben',
  'connections.opened.open': 'er braucht keine Anmeldung',
  'connections.opened.login': 'er verlangt eine Anmeldung',
  'connections.life.known': 'nach {minutes} Minuten endet',
  'connections.life.unknown': 'nicht sagt, wann es endet',
  'connections.scopes-default': 'was der Server von sich aus gibt',
} as const

import type { ReasonCode } from './en.ts'

export const reasons: Readonly<Record<ReasonCode, string>> = {
  loopback:
    'Das Ziel ist auf diesem Rechner, und loopback war erlaubt; die Forderung gilt öffentlichen Servern.',
  'no-login': 'Der Server verlangt keine Zugangsdaten.',
  'sse-only': 'TRN-02 nennt diese Tatsache: Der Server bietet nur den alten SSE-Transport.',
  'streamable-http': 'Der Server spricht Streamable HTTP.',
  'no-oauth': 'AUTH-02 nennt diese Tatsache: Der Server veröffentlicht keine OAuth-Metadaten.',
  'no-issuer': 'AUTH-06 nennt diese Tatsache: Der Autorisierungsserver veröffentlicht keine Metadaten.',
  'no-issuer-named':
    'AUTH-05 nennt diese Tatsache: Die Metadaten nennen keinen Autorisierungsserver, den man fragen könnte.',
  'no-authorization-code':
    'AUTH-03 nennt diese Tatsache: Der Autorisierungsserver hat keinen Authorization-Code-Ablauf.',
  'no-registration': 'Der Autorisierungsserver bietet keine dynamische Registrierung.',
  'registration-failed': 'AUTH-09 nennt diese Tatsache: Es ließ sich kein Client registrieren.',
  'token-endpoint-unclear': 'AUTH-13 nennt diese Tatsache: Der Token-Endpunkt gibt keine OAuth-Antwort.',
  'authorize-refused':
    'AUTH-11 nennt diese Tatsache: Schon die registrierte Rücksprungadresse wird abgelehnt.',
  'one-registration': 'Nur eine Registrierung gelang, also gibt es nichts zu vergleichen.',
  'no-answer-came-back': 'Ohne Nutzer sandte der Autorisierungsserver nichts an die Rücksprungadresse.',
  'no-secret-answer': 'Es war keine Antwort mit einem Token oder einem anderen Geheimnis zu sehen.',
  'opens-for-all': 'Der Server beginnt ein Gespräch mit jedem und verlangt Zugangsdaten erst später.',
  'no-callback':
    'Eine Registrierung braucht die Rücksprungadresse des Verzeichnisses, und die wurde nicht angegeben.',
  'no-token-endpoint': 'AUTH-06 nennt diese Tatsache: Die Metadaten haben keinen Token-Endpunkt.',
  'no-tools': 'Der Server kündigt keine Werkzeuge an.',
  'plain-http': 'NET-01 nennt diese Tatsache: Die Adresse ist nicht https.',
  'credential-in-url': 'NET-06 nennt diese Tatsache: An eine Adresse mit Zugangsdaten wird nichts gesendet.',
  redirected: 'TRN-08 nennt diese Tatsache: Der Server leitet nur weiter.',
  'private-address': 'Die Anfrage wurde vor dem Senden abgelehnt: {host} ist keine öffentliche Adresse.',
  'outside-scope': 'Die Regel braucht den Umfang „{scope}“, nach dem nicht gefragt wurde.',
  'not-selected': 'Die Prüfung war auf andere Regeln eingeschränkt.',
  'tools-file': 'Die Werkzeuge kamen aus einer Datei; kein Server wurde angesehen.',
  'not-recorded': 'Die Aufzeichnung enthält diesen Teil der Belege nicht.',
  'needs-login':
    'Der Server zeigt seine Werkzeuge erst nach einer Anmeldung, und der Umfang „login“ wurde nicht verlangt.',
  'no-credentials':
    'Der Server zeigt seine Werkzeuge erst nach einer Anmeldung, und es wurden keine Zugangsdaten gegeben.',
  'no-sign-in': 'Nur eine Anmeldung im Browser zeigt das; die Prüfung bekam keine.',
  'one-login': 'Nur eine zweite Anmeldung (--login-twice) zeigt das.',
  'no-client':
    'Der Autorisierungsserver bietet keine Registrierung, also braucht eine Anmeldung eine schon registrierte client_id.',
  'no-registered-client': 'Für die Anmeldung ließ sich kein Client registrieren: {problem}',
  'cannot-log-in': 'Ein Client kann sich hier nicht anmelden: {problem}',
  'login-time-over': 'Niemand hat die Anmeldung innerhalb von {seconds} Sekunden beendet.',
  'login-refused': 'Der Autorisierungsserver beendete die Anmeldung mit dem Fehler „{error}“.',
  'answer-not-ours':
    'AUTH-31 nennt diese Tatsache: Was von der Anmeldung zurückkam, hat ein falsches „{parameter}“ und wurde nicht benutzt.',
  'code-refused': 'Der Token-Endpunkt lehnte den Code der Anmeldung mit dem Fehler „{error}“ ab.',
  'authorization-refused':
    'Der Autorisierungsendpunkt antwortet einem Aufrufer ohne Mensch mit HTTP {status}.',
  'no-session': 'Der Server eröffnet keine Sitzung.',
  'open-list': 'Der Server zeigt seine Werkzeuge allen, also ist eine Sitzung dort keine Anmeldung.',
  'no-second-token':
    'Ein zweites Token war nicht zu bekommen, also ließ sich eines für einen anderen Server nicht versuchen.',
  'nothing-served': 'Keine Anfrage mit dem Token wurde bedient, also gibt es nichts zu vergleichen.',
  'no-403': 'Keine Anfrage mit dem Token wurde mit HTTP 403 beantwortet.',
  'static-headers':
    'Der Server wurde mit festen Headern einer Organisation erreicht, nicht mit einer Anmeldung.',
  'credentials-refused': 'Der Server lehnte die gegebenen Zugangsdaten ab (HTTP {status}).',
  'no-submission': 'Nur eine Einreichung nennt dieses Dokument; eine Prüfung der bloßen Adresse nicht.',
  'no-directory':
    'Nur ein Verzeichnis kann sagen, ob es den Server erreicht; keines wurde gefragt (--directory).',
  'directory-silent': 'Das Verzeichnis ließ sich nicht fragen: {problem}',
  'one-place': 'Das Verzeichnis sieht nur von seinen eigenen Adressen aus.',
  'no-form':
    'Das beantwortet nur eine Einreichung; geben Sie die Antworten als Datei mit --listing, oder reichen Sie ein.',
  'not-asked': 'Das ausgefüllte Formular fragt nicht danach.',
  'no-review': 'Das tut ein Mensch, wenn der Server eingereicht ist; niemand wurde darum gebeten.',
  'no-icon-of-its-own': 'Der Eintrag nutzt das Symbol der Website.',
  'icon-of-its-own': 'Der Eintrag hat ein eigenes Symbol, das ICN-02 ansieht.',
  'no-policy': 'DOC-01 nennt diese Tatsache: Es gibt keine Datenschutzerklärung.',
  'address-filter': 'Der Server lässt wie angegeben nur bekannte Adressen zu und hat diese abgewiesen.',
  'not-offered': 'Der Anbieter bietet keine an.',
  unreachable: 'Der Server war nicht zu erreichen: {problem}',
  'not-mcp': 'Der Server hat geantwortet, aber nicht im Protokoll: {problem}',
  'list-failed': 'tools/list ließ sich nicht lesen: {problem}',
  'list-cut': 'Nur {count} Werkzeuge wurden gelesen: {problem}',
  'prompts-unread': 'prompts/list ließ sich nicht bis zum Ende lesen: {problem}',
  'time-over': 'Die Zeit für die ganze Prüfung ({seconds} s) war vor diesem Schritt um.',
  stopped: 'Die Prüfung wurde vor diesem Schritt beendet.',
  'step-failed': 'Dieser Schritt ist gescheitert: {problem}',
  'no-handshake': 'Der TLS-Handschlag kam nicht zum Ende: {problem}',
  'rule-crashed':
    'Die Regel selbst ist gescheitert ({problem}). Das ist ein Fehler des Prüfers; bitte melden Sie ihn.',
  'behind-login': 'Der Server beantwortet das erst nach einer Anmeldung; er wurde ohne Zugangsdaten gefragt.',
  'modern-only': 'Der Server spricht nur 2026-07-28, das weder initialize noch Sitzungen hat.',
  'no-sessions': 'Der Server vergibt keine Sitzungskennung, hat also keine Sitzungen.',
  'too-few-samples': 'Nur {count} Antworten waren zu sehen; für eine Aussage braucht es {least}.',
  'no-answer': 'Die Eröffnung mit der Herkunft {origin} wurde nicht beantwortet.',
  'fell-silent':
    'Der Server ließ ungewöhnliche Anfragen unbeantwortet und wurde deshalb nicht weiter gefragt.',
  'too-many-requests': 'Der Server sagte bei diesem Schritt, es seien zu viele Anfragen (HTTP 429): {step}.',
  'not-modern': 'Der Server spricht 2026-07-28 nicht.',
  'not-legacy': 'Der Server spricht nur 2026-07-28, das keine solche Anfrage hat.',
  'not-spoken': 'Der Server spricht keine Version des Protokolls, in der man fragen könnte.',
  'batches-allowed': 'Der Server spricht nur 2025-03-26 oder älter, wo es Stapel gibt.',
  'no-paging': 'Die Liste hat eine Seite, also vergibt der Server keine Cursor.',
  'no-message': 'PRO-02 nennt diese Tatsache: Die Antwort ist keine Nachricht des Protokolls.',
  'no-messages': 'Der Server sandte keine Nachricht, die sich beurteilen ließe.',
  'no-occasion': 'Der Server gab keinen Anlass zu fragen.',
  'no-second-list': 'tools/list antwortete beim zweiten Mal nicht mit einer Liste; das sieht PRO-03 an.',
  'no-limit-stated': 'LIM-05 nennt diese Tatsache: Der Anbieter nennt keine Grenze.',
  'has-login': 'Der Server verlangt Zugangsdaten.',
  'nothing-to-call':
    'Kein Werkzeug erklärt readOnlyHint: true, also wurde keines aufgerufen. Mit --call all und einem Testkonto werden es alle.',
  'nothing-read-only': 'Kein aufgerufenes Werkzeug erklärt readOnlyHint: true.',
  'tools-not-called': 'Nicht aufgerufen, weil nur Werkzeuge mit readOnlyHint: true gewünscht waren: {tools}.',
  'tools-skipped': 'Nicht aufgerufen, weil die Eingaben sie auslassen: {tools}.',
  'no-input': 'Für {tools} fand sich keine gültige Eingabe. Geben Sie eine mit --inputs.',
  'no-name': 'Werkzeuge ohne eigenen Namen lassen sich nicht aufrufen: {tools}.',
  'needs-task': 'Diese Werkzeuge sind nur als Aufgaben aufrufbar, was eine Prüfung nicht tut: {tools}.',
  'too-many-tools':
    'Nicht aufgerufen, weil eine Prüfung nur eine begrenzte Zahl von Werkzeugen aufruft: {tools}.',
  'calls-time-over': 'Nicht aufgerufen, weil die Zeit für alle Aufrufe um war: {tools}.',
  'calls-stopped': 'Nicht aufgerufen, weil die Prüfung beendet wurde: {tools}.',
  'calls-rate-limited': 'Nicht aufgerufen, weil der Server weniger Anfragen verlangte (429): {tools}.',
  'server-lost':
    'Nicht aufgerufen, weil der Server nach einem früheren Aufruf nicht mehr antwortete: {tools}.',
  'call-not-ended':
    'Das Werkzeug {tool} endete nicht innerhalb von {seconds} s; geben Sie mit --timeout mehr Zeit.',
  'call-not-answered': 'Der Aufruf wurde nicht beantwortet: {problem}',
  'input-refused':
    'Das Werkzeug {tool} lehnte eine Eingabe ab, die aus seinem Schema gemacht war ({words}). Geben Sie mit --inputs eine, die gelingt.',
  'no-result': 'Diese Werkzeuge gaben noch kein Ergebnis, nur Fehler: {tools}.',
  'no-errors': 'Kein Aufruf endete mit einem Fehler.',
  'nothing-invalid':
    'Eine ungültige Eingabe war nicht zu bilden: Die aufgerufenen Werkzeuge verlangen nichts von ihr.',
  'no-output-schema': 'Kein aufgerufenes Werkzeug erklärt ein outputSchema.',
  'schema-unjudged': 'Das outputSchema von {tool} lässt sich nicht beurteilen: {problem}.',
  'no-large-result': 'Kein Ergebnis war groß genug, um nach weniger zu fragen.',
  'no-state-tool': 'Kein Werkzeug, das den Zustand zeigt, war genannt („state“ in der Datei von --inputs).',
  'state-unreadable': 'Der Zustand ließ sich mit {tool} nicht lesen.',
  'state-unsteady': 'Was {tool} zeigt, ändert sich von selbst, also ist nichts zu vergleichen.',
  'no-steady-tool':
    'Kein nur lesendes Werkzeug gab zweimal dasselbe Ergebnis, also ist nichts zu vergleichen.',
  'no-burst': 'Viele Anfragen auf einmal werden nur auf Wunsch gesendet (--burst).',
}

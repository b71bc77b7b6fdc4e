export const texts = {
  'site.policy.title': 'Richtlinie',
  'site.policy.lead':
    'Jede Regel, nach der ein Konnektor beurteilt wird, warum es sie gibt und wie man sie erfüllt.',
  'site.policy.no-promise.title': 'Wer jede Regel erfüllt, hat keinen Anspruch auf Aufnahme',
  'site.policy.no-promise':
    'Menschen entscheiden, was aufgenommen wird. Eine Antwortzeit wird nicht zugesagt, und eine Aufnahme kann enden, wenn ein Server unzuverlässig wird.',
  'site.policy.reject': 'Sofort abgelehnt',
  'site.policy.reject.lead':
    'Mechanische Tatsachen. Ein Verstoß beendet die Einreichung ohne Prüfer und kann nicht erlassen werden.',
  'site.policy.must': 'Verlangt',
  'site.policy.must.lead':
    'Ein Verstoß hält die Aufnahme auf, bis er behoben ist oder ein Prüfer eine Ausnahme vermerkt.',
  'site.policy.should': 'Empfohlen',
  'site.policy.should.lead': 'Steht im Bericht und vor den Prüfern; hält die Aufnahme nicht auf.',
  'site.policy.info': 'Zur Kenntnis',
  'site.policy.info.lead': 'Tatsachen, die bei der Wahl helfen.',
  'site.resources.title': 'Ressourcen',
  'site.resources.lead':
    'Für alle, die Konnektoren veröffentlichen, und für Programme, die dieses Verzeichnis lesen.',
  'site.resources.authors': 'Für Autoren',
  'site.resources.check.title': 'Prüfen Sie Ihren Server zuerst',
  'site.resources.check': 'Der Befehl kommt auf Ihrem Rechner zum selben Urteil wie dieses Verzeichnis.',
  'site.resources.policy.title': 'Richtlinie',
  'site.resources.policy': 'Alle Regeln mit ihren Gründen.',
  'site.resources.terms.title': 'Bedingungen',
  'site.resources.terms': 'Was Anbieter und dieses Verzeichnis voneinander erwarten.',
  'site.resources.specification.title': 'MCP-Spezifikation',
  'site.resources.specification': 'Das Protokoll selbst, aktuelle Fassung.',
  'site.resources.bundles.title': 'MCP-Bundles',
  'site.resources.bundles': 'Das Format lokaler Server (.mcpb) und seine Werkzeuge.',
  'site.resources.manifest.title': 'Bundle-Manifest',
  'site.resources.manifest': 'Jedes Feld von manifest.json, mit den verlangten Datenschutzerklärungen.',
  'site.resources.programs': 'Für Programme',
  'site.resources.programs.lead':
    'Die Einträge im Format der MCP Registry und die Beschreibung der ganzen API.',
  'site.resources.registry': 'Registry-API',
  'site.resources.openapi': 'OpenAPI',
  'site.terms.title': 'Bedingungen',
  'site.terms.lead': 'Die kurze Fassung, die zugleich die ganze ist.',
  'site.terms.decision.title': 'Menschen entscheiden',
  'site.terms.decision':
    'Eine Einreichung wird maschinell geprüft und von einem Menschen entschieden. Jede Entscheidung nennt die Regeln, auf denen sie beruht. Antwort, Aufnahme und Antwortzeit werden nicht zugesagt.',
  'site.terms.removal.title': 'Eine Aufnahme kann enden',
  'site.terms.removal':
    'Ein Server, der gegen die Richtlinie verstößt oder nicht mehr funktioniert, wird entfernt. Anbieter können jederzeit zurückziehen und neu einreichen.',
  'site.terms.data.title': 'Ihre Daten, Ihre Pflichten',
  'site.terms.data':
    'Der Anbieter eines Konnektors verantwortet die Daten, die sein Server verarbeitet, und die Rechte der Menschen, denen sie gehören.',
  'site.terms.records.title': 'Was festgehalten wird',
  'site.terms.records':
    'Jeder Aufruf über das Gateway hinterlässt einen Eintrag: wann, welches Werkzeug, wie lange, mit welchem Ausgang. Über Sie erfährt der Konnektor nichts. Das Trennen löscht Ihre Tokens hier.',
  'site.terms.limits.title': 'Grenzen',
  'site.terms.limits':
    'Ein Aufruf darf 300 Sekunden dauern, ein Ergebnis 25.000 Tokens haben. Längere Ergebnisse werden gekürzt, und die Kürzung wird angezeigt.',
} as const

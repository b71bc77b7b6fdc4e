export const texts = {
  'proofs.keys.title': 'Signierschlüssel',
  'proofs.keys.lead':
    'Mit einem eigenen Schlüssel signieren Sie den Bericht Ihrer Prüfung. Das zeigt der Prüferin oder dem Prüfer, dass Sie jedes Tool ausgeführt haben.',
  'proofs.keys.none': 'Noch kein Schlüssel',
  'proofs.keys.none-do':
    'Erzeugen Sie einen auf Ihrem Rechner, behalten Sie den privaten Teil dort und fügen Sie den öffentlichen hier hinzu.',
  'proofs.keys.make': 'Einen Schlüssel auf Ihrem Rechner erzeugen',
  'proofs.keys.name-column': 'Schlüssel',
  'proofs.keys.added': 'Hinzugefügt',
  'proofs.keys.end': 'Beenden',
  'proofs.keys.remove': 'Entfernen',
  'proofs.keys.removed': 'Der Schlüssel wurde entfernt. Angenommene Berichte bleiben angenommen.',
  'proofs.keys.added-done': 'Der Schlüssel wurde hinzugefügt.',
  'proofs.keys.add': 'Schlüssel hinzufügen',
  'proofs.keys.name': 'Name',
  'proofs.keys.name-hint': 'Wo er liegt, etwa: Laptop, CI.',
  'proofs.keys.name-bad': 'Geben Sie dem Schlüssel einen Namen von 1 bis 80 Zeichen.',
  'proofs.keys.public': 'Öffentlicher Teil',
  'proofs.keys.public-hint':
    'Eine Zeile, die mit {"kty" beginnt. connectory key --show key.json gibt sie aus.',
  'proofs.keys.public-no-key':
    'Das ist kein öffentlicher Schlüssel. Ausgeben mit: connectory key --show key.json',
  'proofs.keys.public-private':
    'Das ist der private Schlüssel. Halten Sie ihn geheim; hierher gehört, was connectory key --show key.json ausgibt. Wer diese Seite gesehen hat, kann ihn haben: Erzeugen Sie einen neuen.',
  'proofs.keys.public-exists': 'Ihre Organisation hat diesen Schlüssel schon.',
  'proofs.keys.too-many': 'Es gibt schon 20 Schlüssel. Entfernen Sie einen, der nicht gebraucht wird.',
  'proofs.keys.do': 'Schlüssel hinzufügen',
  'proofs.proof.title': 'Ihr eigener Durchlauf',
  'proofs.proof.lead':
    'Führen Sie jedes Tool Ihres Servers mit einem Testkonto aus, signieren Sie den Bericht und senden Sie ihn. Er steht in der Prüfung neben unserem.',
  'proofs.proof.key-first': 'Fügen Sie zuerst einen Signierschlüssel hinzu.',
  'proofs.proof.key-link': 'Signierschlüssel verwalten',
  'proofs.proof.run': 'Auf Ihrem Rechner ausführen und signieren',
  'proofs.proof.file': 'Signierter Bericht',
  'proofs.proof.file-hint': 'Die Datei, die --sign geschrieben hat, etwa report.jws.',
  'proofs.proof.none': 'Wählen Sie die Datei, die --sign geschrieben hat.',
  'proofs.proof.do': 'Bericht senden',
  'proofs.proof.done': 'Der Bericht wurde angenommen: Alle {count} Tools wurden aufgerufen.',
  'proofs.proof.accepted': 'Angenommen',
  'proofs.proof.accepted-text':
    'Alle {count} Tools wurden am {date} aufgerufen, signiert mit dem Schlüssel {key}.',
  'proofs.proof.closed': 'Diese Einreichung nimmt gerade keinen Bericht an.',
  'proofs.proof.open': 'Signierten Bericht senden',
  'proofs.proof.card':
    'Freiwillig. Ein signierter Bericht, in dem jedes Tool aufgerufen wurde, erspart der Prüfung Handarbeit.',
  'proofs.proof.fact': 'Eigener Durchlauf des Anbieters',
  'proofs.proof.fact.none': 'kein signierter Bericht',
  'proofs.proof.fact.some': 'alle {count} Tools aufgerufen, {verdict}, Schlüssel {key}…',
  'proofs.fault.not-signed':
    'Das ist kein signierter Bericht. Erzeugen Sie einen mit --sign report.jws --key key.json.',
  'proofs.fault.unknown-key':
    'Er wurde mit dem Schlüssel {key} signiert, den Ihre Organisation nicht hinzugefügt hat. Fügen Sie den öffentlichen Teil unter Signierschlüssel hinzu.',
  'proofs.fault.signature':
    'Die Signatur passt nicht: Die Datei wurde nach dem Signieren geändert, oder eine andere Version von connectory hat sie geschrieben.',
  'proofs.fault.narrowed':
    'Der Bericht lässt etwas aus oder betrifft einen Server auf Ihrem eigenen Rechner. Prüfen Sie die öffentliche Adresse ohne --only und --baseline.',
  'proofs.fault.other-server': 'Der Bericht betrifft {target}, die Einreichung {server}.',
  'proofs.fault.other-policy': 'Der Bericht wurde nach {policy} beurteilt. Nutzen Sie --policy {wanted}.',
  'proofs.fault.too-old': 'Die Prüfung ist älter als {days} Tage. Führen Sie sie noch einmal aus.',
  'proofs.fault.from-the-future':
    'Die Prüfung begann in der Zukunft. Stellen Sie die Uhr des Rechners, auf dem sie lief.',
  'proofs.fault.not-called': 'Es wurde kein Tool aufgerufen. Nutzen Sie --call all mit einem Testkonto.',
  'proofs.fault.not-all-called':
    '{count} Tools wurden nicht aufgerufen: {tools}. Nutzen Sie --call all und geben Sie Eingaben mit --inputs.',
  'proofs.fault.some-failed':
    '{count} Tools gaben kein Ergebnis: {tools}. Geben Sie mit --inputs Eingaben, die gelingen.',
  'proofs.fault.tools-missing':
    'Unsere Prüfung sah {count} Tools, die der Bericht nicht nennt: {tools}. Führen Sie ihn noch einmal aus.',
  'proofs.order.file': 'Legen Sie diese Zeile in einer Textdatei unter dieser Adresse ab:',
  'proofs.order.or': 'Oder im DNS:',
  'proofs.order.record': 'TXT-Eintrag von {record}',
  'proofs.domain': 'Nachweis der Domain',
  'proofs.domain.lead':
    'Freiwillig. Es zeigt Prüfern, dass der Server Ihnen gehört, wo der Name auch jemand anderem gehören könnte. Veröffentlichen Sie eine Zeile:',
  'proofs.domain.look': 'Es ist da: nachsehen',
  'proofs.domain.not-found':
    'Der Nachweis wurde weder in der Datei noch im Eintrag gefunden. Sehen Sie bei beiden nach und versuchen Sie es erneut.',
  'proofs.domain.found': 'Gefunden: Die Domain gehört Ihnen.',
  'proofs.domain.none': 'nicht gezeigt',
  'proofs.domain.seen.file': 'Am {date} in der Datei auf der Website gesehen.',
  'proofs.domain.seen.record': 'Am {date} im DNS gesehen.',
}

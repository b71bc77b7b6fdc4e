export const texts = {
  'test-accounts.title': 'Testkonto',
  'test-accounts.of': 'Testkonto von {name}',
  'test-accounts.lead':
    'Damit meldet sich der Prüfer an Ihrem Server an. Es ist versiegelt, wird nur vom Prüfer geöffnet, der Ihren Fall hat, und nach einiger Zeit vernichtet.',
  'test-accounts.none': 'Es wurde kein Testkonto angegeben.',
  'test-accounts.wanted': 'Diese Version wird geprüft und braucht eines.',
  'test-accounts.sealed': 'Versiegelt am {date}.',
  'test-accounts.expires': 'Aufbewahrt bis {date}.',
  'test-accounts.end.removed': 'Es wurde am {date} entfernt.',
  'test-accounts.end.expired': 'Seine Zeit war um: Es wurde am {date} vernichtet.',
  'test-accounts.end.withdrawn': 'Es wurde mit dem Rückzug am {date} vernichtet.',
  'test-accounts.end.taken-down': 'Es wurde am {date} vernichtet, als der Connector das Verzeichnis verließ.',
  'test-accounts.end.handed-over': 'Es wurde am {date} vernichtet, als der Connector übergeben wurde.',
  'test-accounts.write-only': 'Hier liest es niemand mehr. Ersetzen oder entfernen Sie es.',
  'test-accounts.name': 'Name zur Anmeldung',
  'test-accounts.name.hint':
    'Ein Benutzername oder eine E-Mail-Adresse. Das Konto braucht keinen zweiten Faktor.',
  'test-accounts.secret': 'Passwort, oder was sonst anmeldet',
  'test-accounts.secret.hint':
    'Mehrere Zeilen, wo es mehr ist als ein Passwort. Sie sehen es nur, während Sie es eingeben.',
  'test-accounts.hints': 'Hinweise zur Anmeldung',
  'test-accounts.hints.hint': 'Etwa welcher Mandant oder Arbeitsbereich zu wählen ist.',
  'test-accounts.give': 'Versiegeln und aufbewahren',
  'test-accounts.remove': 'Entfernen',
  'test-accounts.replace': 'Ersetzen',
  'test-accounts.given': 'Das Testkonto ist versiegelt und aufbewahrt.',
  'test-accounts.removed': 'Das Testkonto wurde vernichtet.',
  'test-accounts.fault.missing': 'Füllen Sie aus: {field}.',
  'test-accounts.fault.too-long': '„{field}“ hat mehr als {limit} Zeichen.',
  'test-accounts.openings': 'Von einem Prüfer geöffnet am:',
  'test-accounts.manage': 'Angeben, ersetzen oder entfernen',
  'test-accounts.open': 'Testkonto öffnen',
  'test-accounts.open.note': 'Der Anbieter sieht, dass und wann ein Prüfer es geöffnet hat, nicht wer.',
  'test-accounts.open.take': 'Wer den Fall übernommen hat, kann es öffnen.',
  'test-accounts.opened.lead':
    'Dass Sie es geöffnet haben, ist vermerkt. Bewahren Sie es nirgends sonst auf.',
  'test-accounts.opened.last': 'Zuletzt von einem Prüfer geöffnet am {date}.',
  'test-accounts.notice.expired.what': 'Das Testkonto von {name} ist abgelaufen',
  'test-accounts.notice.expired.why':
    'Ein Testkonto wird nach einer Entscheidung {days} Tage aufbewahrt. Es wurde vernichtet; der Connector bleibt gelistet.',
  'test-accounts.notice.expired.do':
    'Geben Sie wieder ein Konto an, damit der Connector erneut angesehen werden kann, wenn sich etwas ändert.',
  'test-accounts.notice.missing.what': '{name} braucht ein Testkonto für die Prüfung',
  'test-accounts.notice.missing.why':
    'Eine Version wird geprüft, und es gibt kein Konto, mit dem sich der Prüfer anmelden könnte.',
  'test-accounts.notice.missing.do':
    'Geben Sie ein Konto für diese Prüfung an. Bis dahin kann der Prüfer nicht ausprobieren, was hinter der Anmeldung liegt.',
  'test-accounts.asked': 'Am {date} gefragt, ob es noch funktioniert; noch keine Antwort.',
  'test-accounts.confirmed': 'Der Anbieter hat am {date} gesagt, dass es noch funktioniert.',
  'test-accounts.confirmed.done': 'Danke: Vermerkt, dass es noch funktioniert.',
  'test-accounts.confirm': 'Es funktioniert noch',
  'test-accounts.notice.confirm.what': 'Funktioniert das Testkonto von {name} noch?',
  'test-accounts.notice.confirm.why':
    'Wir fragen einmal im Monat. Wir melden uns nicht selbst an Ihrem Server an; Prüfer brauchen ein Konto, das funktioniert, wenn sich etwas ändert.',
  'test-accounts.notice.confirm.do':
    'Melden Sie sich einmal damit an. Sagen Sie dann auf der Seite der Einreichung, dass es funktioniert, oder geben Sie ein anderes an.',
}

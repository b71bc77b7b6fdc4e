export const texts = {
  'test-accounts.title': 'Testkonto',
  'test-accounts.of': 'Testkonto von {name}',
  'test-accounts.lead':
    'Damit meldet sich der Prüfer an Ihrem Server an. Es ist versiegelt, wird nur vom Prüfer geöffnet, der Ihren Fall hat, oder von uns, wo ein Programm es versuchen kann, und nach einiger Zeit vernichtet.',
  'test-accounts.none': 'Es wurde kein Testkonto angegeben.',
  'test-accounts.wanted': 'Diese Version wird geprüft und braucht eines.',
  'test-accounts.sealed': 'Versiegelt am {date}.',
  'test-accounts.expires': 'Aufbewahrt bis {date}.',
  'test-accounts.end.removed': 'Es wurde am {date} entfernt.',
  'test-accounts.end.expired': 'Seine Zeit war um: Es wurde am {date} vernichtet.',
  'test-accounts.end.withdrawn': 'Es wurde mit dem Rückzug am {date} vernichtet.',
  'test-accounts.end.taken-down': 'Es wurde am {date} vernichtet, als der Konnektor das Verzeichnis verließ.',
  'test-accounts.end.handed-over': 'Es wurde am {date} vernichtet, als der Konnektor übergeben wurde.',
  'test-accounts.write-only': 'Hier liest es niemand mehr. Ersetzen oder entfernen Sie es.',
  'test-accounts.name': 'Name zur Anmeldung',
  'test-accounts.name.hint':
    'Ein Benutzername oder eine E-Mail-Adresse; das Konto braucht keinen zweiten Faktor. Bei einem festen Header dessen Name, etwa X-API-Key; bei einem Client dessen client_id.',
  'test-accounts.secret': 'Passwort, oder was sonst anmeldet',
  'test-accounts.secret.hint':
    'Mehrere Zeilen, wo es mehr ist als ein Passwort. Bei einem Header dessen Wert, bei einem Client dessen client_secret, in einer Zeile. Sie sehen es nur, während Sie es eingeben.',
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
    'Ein Testkonto wird nach einer Entscheidung {days} Tage aufbewahrt. Es wurde vernichtet; der Konnektor bleibt gelistet.',
  'test-accounts.notice.expired.do':
    'Geben Sie wieder ein Konto an, damit der Konnektor erneut angesehen werden kann, wenn sich etwas ändert.',
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
    'Wir fragen einmal im Monat, wo wir es nicht selbst sehen können; Prüfer brauchen ein Konto, das funktioniert, wenn sich etwas ändert.',
  'test-accounts.notice.confirm.do':
    'Melden Sie sich einmal damit an. Sagen Sie dann auf der Seite der Einreichung, dass es funktioniert, oder geben Sie ein anderes an.',
  'test-accounts.way': 'Wie man sich damit anmeldet',
  'test-accounts.way.hint':
    'Wo sich ein Programm anmelden kann, versuchen wir es selbst, sofort und dann etwa einmal im Monat, und melden Ihnen, wenn es abgewiesen wird. Sonst fragen wir Sie, ob es noch geht.',
  'test-accounts.way.person': 'Ein Mensch meldet sich auf einer Seite an',
  'test-accounts.way.header': 'Ein fester Header, etwa ein API-Schlüssel',
  'test-accounts.way.client': 'Ein eigener OAuth-Client (Client Credentials)',
  'test-accounts.fault.no-header': '„{field}“ ist nicht der Name eines Headers, den wir senden dürfen.',
  'test-accounts.fault.no-value': '„{field}“ muss für ein Programm eine Zeile aus einfachen Zeichen sein.',
  'test-accounts.tried.ok': 'Wir haben uns am {date} selbst damit angemeldet: Es geht.',
  'test-accounts.tried.refused.server':
    'Wir haben es am {date} selbst versucht: Der Server hat es abgewiesen.',
  'test-accounts.tried.refused.login':
    'Wir haben es am {date} selbst versucht: Die Anmeldung des Servers hat es abgewiesen.',
  'test-accounts.tried.could-not-look.open':
    'Ob es geht, war am {date} nicht zu sehen: Der Server zeigt seine Werkzeuge auch ohne.',
  'test-accounts.tried.could-not-look.no-answer':
    'Ob es geht, war am {date} nicht zu sehen: Es kam keine Antwort, die das sagt.',
  'test-accounts.tried.could-not-look.no-grant':
    'Ob es geht, war am {date} nicht zu sehen: Die Anmeldung des Servers gibt Programmen keine Tokens oder wurde nicht gefunden.',
  'test-accounts.tried.could-not-look.fault':
    'Ob es geht, war am {date} durch einen Fehler von uns nicht zu sehen.',
  'test-accounts.notice.refused.what': 'Das Testkonto von {name} wird abgewiesen',
  'test-accounts.notice.refused.why':
    'Wir haben an zwei verschiedenen Tagen selbst versucht, uns damit anzumelden. Beide Male war die Antwort Nein.',
  'test-accounts.notice.refused.do':
    'Geben Sie ein anderes an, oder lassen Sie dieses wieder zu. Prüfer brauchen ein Konto, das geht, wenn sich etwas ändert.',
}

export const texts = {
  'notices.title': 'Posteingang',
  'notices.lead': 'Was geschehen ist, warum, und was zu tun ist.',
  'notices.show': 'Welche Mitteilungen angezeigt werden',
  'notices.show.all': 'Alle',
  'notices.show.unread': 'Ungelesen',
  'notices.none': 'Noch keine Mitteilungen',
  'notices.none-unread': 'Sie haben alles gelesen',
  'notices.none.when':
    'Hier erfahren Sie von Entscheidungen über Ihre Einreichungen, von Ihren Konnektoren und von Verbindungen, die Sie brauchen.',
  'notices.new': 'Ungelesen',
  'notices.do': 'Was zu tun ist:',
  'notices.by': 'Bis:',
  'notices.open': 'Dorthin',
  'notices.mark-read': 'Als gelesen markieren',
  'notices.mark-unread': 'Als ungelesen markieren',
  'notices.mark-all': 'Alle als gelesen markieren',
  'notices.all-read': 'Alles ist als gelesen markiert.',
  'notices.submissions.rejected-automatically.what': 'Die Prüfung hat {name} abgelehnt',
  'notices.submissions.rejected-automatically.why':
    'Ihr Bericht zeigt, was nicht gelistet werden darf: {clauses}.',
  'notices.submissions.rejected-automatically.do':
    'Lesen Sie den Bericht, verbessern Sie den Server und reichen Sie eine neue Fassung ein. Sie wird sofort geprüft.',
  'notices.submissions.rejected.what': '{name} wurde abgelehnt',
  'notices.submissions.rejected.why':
    'Bei der Prüfung wurde entschieden, dass Folgendes nicht erfüllt ist: {clauses}.',
  'notices.submissions.rejected.do': 'Ändern Sie, was genannt ist, und reichen Sie eine neue Fassung ein.',
  'notices.submissions.changes-requested.what': 'Für {name} sind Änderungen nötig',
  'notices.submissions.changes-requested.why':
    'Bei der Prüfung fiel auf, dass Folgendes noch nicht erfüllt ist: {clauses}.',
  'notices.submissions.changes-requested.do':
    'Nehmen Sie die Änderungen vor und reichen Sie die neue Fassung ein.',
  'notices.submissions.approved.what': '{name} ist freigegeben',
  'notices.submissions.approved.why': 'Bericht und Server wurden angesehen.',
  'notices.submissions.approved.do': 'Veröffentlichen Sie, wenn Sie so weit sind.',
  'notices.submissions.published.what': '{name} ist veröffentlicht',
  'notices.submissions.published.why': 'Es wurde freigegeben und steht jetzt im Verzeichnis.',
  'notices.submissions.published.do':
    'Sehen Sie sich die Seite an. Halten Sie den Server erreichbar: Wir sehen ab jetzt laufend nach.',
  'notices.holds.stopped.what': '{connector} ist angehalten',
  'notices.holds.stopped.why':
    'Der Betrieb dieses Verzeichnisses hat den Server angehalten. Kein Aufruf geht durch.',
  'notices.holds.stopped.do': 'Beheben Sie, was genannt ist, und melden Sie sich beim Betrieb.',
  'notices.holds.stopped-tool.what': 'Das Werkzeug {tool} von {connector} ist angehalten',
  'notices.holds.stopped-tool.why':
    'Der Betrieb dieses Verzeichnisses hat es angehalten. Kein Aufruf dieses Werkzeugs geht durch.',
  'notices.holds.stopped-tool.do': 'Beheben Sie, was genannt ist, und melden Sie sich beim Betrieb.',
  'notices.holds.stopped-all.what': 'Alle Ihre Konnektoren sind angehalten',
  'notices.holds.stopped-all.why':
    'Der Betrieb dieses Verzeichnisses hat sie angehalten, auch {connector}. Kein Aufruf geht durch.',
  'notices.holds.stopped-all.do': 'Beheben Sie, was genannt ist, und melden Sie sich beim Betrieb.',
  'notices.holds.changed.what': 'Werkzeuge von {connector} werden zurückgehalten',
  'notices.holds.changed.why':
    '{tool} ist nicht mehr, was freigegeben wurde. Bis jemand nachgesehen hat, gehen Aufrufe geänderter Werkzeuge nicht durch.',
  'notices.holds.changed.do':
    'Ist die Änderung von Ihnen, nehmen Sie sie zurück oder sagen Sie dem Betrieb, wozu sie dient. Ist sie es nicht, sehen Sie sofort nach Ihrem Server.',
  'notices.holds.changed-little.what': 'Werkzeuge von {connector} haben sich etwas geändert',
  'notices.holds.changed-little.why':
    '{tool} weicht von dem ab, was freigegeben wurde. Aufrufe gehen durch, mit einer Warnung.',
  'notices.holds.changed-little.do': 'Ist die Änderung nicht von Ihnen, sehen Sie nach Ihrem Server.',
  'notices.holds.released.what': 'Eine Sperre von {connector} ist aufgehoben',
  'notices.holds.released.why': 'Es wurde nachgesehen; Aufrufe gehen durch wie zuvor.',
  'notices.holds.released.do': 'Nichts.',
  'notices.connections.needs-reconnect.what': 'Ihre Verbindung zu {host} braucht Sie',
  'notices.connections.needs-reconnect.why':
    'Die Anmeldung dort ist abgelaufen und ließ sich nicht erneuern. Ihre Aufrufe gehen nicht durch.',
  'notices.connections.needs-reconnect.do': 'Verbinden Sie sich neu; Ihre Einstellungen bleiben.',
  'notices.submissions.deadline-passed.what': 'Die Frist für Änderungen an {name} ist abgelaufen',
  'notices.submissions.deadline-passed.why':
    'Es kam rechtzeitig keine neue Revision; der Fall wurde geschlossen. Dagegen entschieden wurde nichts.',
  'notices.submissions.deadline-passed.do':
    'Reichen Sie eine neue Revision ein, wenn Sie so weit sind; der Fall geht weiter, wo er stehen blieb.',
  'notices.submissions.not-a-fit.what': '{name} passt nicht in dieses Verzeichnis',
  'notices.submissions.not-a-fit.why':
    'Die Richtlinie ist erfüllt. Es wurde trotzdem entschieden, ihn nicht zu listen.',
  'notices.submissions.not-a-fit.do':
    'Legen Sie Einspruch ein, wenn der Grund etwas übersieht; es entscheidet jemand anderes.',
  'notices.submissions.appeal-granted.what': 'Ihrem Einspruch für {name} wurde stattgegeben',
  'notices.submissions.appeal-granted.why':
    'Jemand anderes hat die Entscheidung angesehen und aufgehoben. Der Fall ist wieder offen.',
  'notices.submissions.appeal-granted.do': 'Sie müssen nichts tun.',
  'notices.submissions.appeal-refused.what': 'Ihr Einspruch für {name} wurde abgelehnt',
  'notices.submissions.appeal-refused.why': 'Jemand anderes hat die Entscheidung angesehen, und sie bleibt.',
  'notices.submissions.appeal-refused.do':
    'Reichen Sie eine neue Revision ein, wenn sich etwas geändert hat.',
  'notices.submissions.replied.what': 'Eine Nachricht zu {name}',
  'notices.submissions.replied.why': 'In Ihrer Einreichung steht eine neue Nachricht.',
  'notices.submissions.replied.do': 'Lesen Sie sie und antworten Sie dort.',
}

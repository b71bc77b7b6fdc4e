/** Words about who has a listing: taking it down, handing it over. */
export const texts = {
  'ownership.own': 'Ändern, übergeben oder entfernen',
  'ownership.operate': 'Entfernen',
  'ownership.title': '{name} ändern oder entfernen',
  'ownership.lead': 'Was Sie hier tun, merken alle, die diesen Konnektor nutzen.',
  'ownership.owners': 'Das kann nur ein Inhaber Ihrer Organisation.',
  'ownership.change': 'Neue Version einreichen',
  'ownership.change.submission': 'Zur Einreichung',
  'ownership.relist': 'Wieder listen',
  'ownership.relist.text':
    'Reichen Sie von der Einreichung aus eine neue Version ein. Sie wird geprüft wie beim ersten Mal und steht dann wieder unter der alten Adresse; Verbindungen, die noch da sind, gehen wieder.',
  'ownership.remove': 'Aus dem Verzeichnis nehmen',
  'ownership.remove.text':
    'Niemand findet ihn mehr, und Aufrufe werden abgelehnt. Seine Adresse bleibt und sagt, seit wann und warum; niemand sonst bekommt sie je. Was unterwegs zu ihm ist, endet. Der Herausgeber kann ihn durch eine neue Prüfung wieder listen.',
  'ownership.remove.reason': 'Warum?',
  'ownership.remove.reason.publisher': 'Sie müssen es nicht sagen. Was Sie sagen, steht auf der Seite.',
  'ownership.remove.reason.operator': 'Es steht auf der Seite, und der Herausgeber erfährt es.',
  'ownership.remove.send': 'Entfernen',
  'ownership.remove.done': 'Entfernt. Die Seite sagt es jetzt.',
  'ownership.fault.reason': 'Sagen Sie in einem Satz, warum er entfernt wird, in höchstens 1.000 Zeichen.',
  'ownership.tombstone.publisher': 'Dieser Konnektor wurde von seinem Herausgeber entfernt',
  'ownership.tombstone.operator': 'Dieser Konnektor wurde von einem Betreiber dieses Verzeichnisses entfernt',
  'ownership.tombstone.since': 'Seit',
  'ownership.notice.removed.what': '{name} wurde aus dem Verzeichnis entfernt',
  'ownership.notice.removed.why.publisher': 'Ihre Organisation hat ihn herausgenommen.',
  'ownership.notice.removed.why.operator': 'Ein Betreiber dieses Verzeichnisses hat ihn herausgenommen.',
  'ownership.notice.removed.do':
    'Niemand findet ihn, und Aufrufe werden abgelehnt. Um ihn wieder zu listen, reichen Sie eine neue Version ein.',
} as const

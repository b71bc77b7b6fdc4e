export const texts = {
  'reliability.title': 'Zuverlässigkeit',
  'reliability.lead':
    'Einträge, deren Server immer wieder versagen, wie weit es mit jedem ist und was als Nächstes kommt. Was auf einen Betreiber wartet, steht oben.',
  'reliability.empty': 'Kein Eintrag hat Schwierigkeiten',
  'reliability.empty.do':
    'Kein Server ist so oft ausgefallen, dass er verwarnt wurde. Ein neuer wird nach seinen ersten ganzen Tagen beurteilt.',
  'reliability.table': 'Einträge mit Schwierigkeiten',
  'reliability.column.connector': 'Konnektor',
  'reliability.column.stage': 'Stufe',
  'reliability.column.since': 'Seit',
  'reliability.column.due': 'Nächster Schritt',
  'reliability.column.waits': 'Wartet auf',
  'reliability.waits.nobody': 'Ablauf der Frist',
  'reliability.waits.healthy': 'Gesunde Tage',
  'reliability.waits.delist': 'Einen Betreiber: streichen oder nicht',
  'reliability.waits.return': 'Einen Betreiber: wieder aufnehmen oder nicht',
  'reliability.waits.objection': 'Einen Betreiber: der Anbieter widerspricht',
  'reliability.waits.resume': 'Einen Betreiber: es ruht',

  'reliability.stage.listed': 'Gelistet',
  'reliability.stage.warned': 'Gewarnt',
  'reliability.stage.grace': 'Letzte Warnung',
  'reliability.stage.hidden': 'Verborgen',
  'reliability.stage.delisted': 'Gestrichen',

  'reliability.of': 'Zuverlässigkeit von {name}',
  'reliability.of.lead': 'Was geschah, warum, was zu tun ist und bis wann.',
  'reliability.well': 'Es liegt nichts vor',
  'reliability.well.do':
    'Der Server ist nicht so oft ausgefallen, dass er verwarnt wurde: Es ist nichts zu tun. Ein neuer wird nach seinen ersten ganzen Tagen beurteilt.',
  'reliability.now.by': 'Der nächste Schritt folgt am {by}, wenn nichts besser wird.',
  'reliability.now.paused': 'Ein Betreiber lässt das ruhen. Nichts wird schlimmer, bis es weitergeht.',
  'reliability.now.objected':
    'Der Anbieter hat widersprochen. Nichts wird schlimmer, bis ein Betreiber geantwortet hat.',
  'reliability.now.days': {
    one: 'Ein gesunder Tag beendet das. Bisher: {run}.',
    other: '{count} gesunde Tage hintereinander beenden das. Bisher: {run}.',
  },
  'reliability.now.return': {
    one: 'Nach einem gesunden Tag wird ein Betreiber gebeten, ihn wieder aufzunehmen. Bisher: {run}.',
    other:
      'Nach {count} gesunden Tagen hintereinander wird ein Betreiber gebeten, ihn wieder aufzunehmen. Bisher: {run}.',
  },

  'reliability.next.warned':
    'Finden Sie heraus, warum der Server versagt, und beheben Sie es. Die Nutzer sehen so lange eine Warnung.',
  'reliability.next.grace':
    'Beheben Sie es jetzt. Ist die Frist um, findet niemand mehr den Konnektor im Verzeichnis.',
  'reliability.next.hidden':
    'Beheben Sie es. Dann wird er von selbst wieder gefunden. Ist die Frist um, entscheidet ein Betreiber, ob er gestrichen wird.',
  'reliability.next.delisted':
    'Beheben Sie es. War der Server lange genug gesund, sieht ein Betreiber nach und nimmt den Konnektor wieder auf. Sie können auch eine neue Version einreichen.',

  'reliability.ledger': 'Verlauf',
  'reliability.ledger.lead': 'Alles, was geschah, das Neueste oben. Nichts wird je geändert oder entfernt.',
  'reliability.ledger.at': 'Wann',
  'reliability.ledger.step': 'Was',
  'reliability.ledger.why': 'Warum',
  'reliability.ledger.by': 'Nächster Schritt',
  'reliability.step.warned': 'Gewarnt',
  'reliability.step.last-warned': 'Zum letzten Mal gewarnt',
  'reliability.step.hidden': 'Verborgen',
  'reliability.step.delisting-due': 'Streichung vorgeschlagen',
  'reliability.step.delisted': 'Gestrichen',
  'reliability.step.return-due': 'Rückkehr vorgeschlagen',
  'reliability.step.restored': 'Alles ist wieder in Ordnung',
  'reliability.step.extended': 'Mehr Zeit gegeben',
  'reliability.step.paused': 'Ruht',
  'reliability.step.resumed': 'Geht weiter',
  'reliability.step.objected': 'Der Anbieter widerspricht',
  'reliability.step.objection-refused': 'Widerspruch abgelehnt',
  'reliability.step.closed': 'Beendet: nicht mehr gelistet',

  'reliability.why.failed':
    'Fehlgeschlagen sind {failed} der {looks} Viertelstunden, die wir an {days} Tagen gesehen haben.',
  'reliability.why.healthy': {
    one: 'Ein gesunder Tag.',
    other: '{count} gesunde Tage hintereinander.',
  },
  'reliability.why.our-outage': {
    one: 'Etwa eine Stunde lang konnten wir selbst nicht nachsehen. Die Zeit kommt hinzu.',
    other: 'Etwa {count} Stunden lang konnten wir selbst nicht nachsehen. Die Zeit kommt hinzu.',
  },
  'reliability.why.republished': 'Eine neue Version wurde geprüft und veröffentlicht.',
  'reliability.why.operator': 'Ein Betreiber hat es entschieden.',
  'reliability.why.publisher': 'Der Anbieter hält einen Schritt für falsch.',

  'reliability.what.warned': 'Der Server von {connector} versagt immer wieder: eine Warnung',
  'reliability.what.last-warned': 'Der Server von {connector} versagt immer wieder: die letzte Warnung',
  'reliability.what.hidden': '{connector} ist verborgen, weil der Server immer wieder versagt',
  'reliability.what.delisting-due':
    '{connector} wird vielleicht gestrichen, weil der Server immer wieder versagt',
  'reliability.what.delisted': '{connector} wurde gestrichen, weil der Server immer wieder versagt',
  'reliability.what.return-due': 'Der Server von {connector} ist wieder gesund, ein Betreiber sieht nach',
  'reliability.what.restored': 'Mit {connector} ist alles wieder in Ordnung',
  'reliability.what.extended': 'Mehr Zeit für {connector}',
  'reliability.what.paused': 'Ein Betreiber lässt die Sache mit {connector} ruhen',
  'reliability.what.resumed': 'Was mit {connector} ruhte, geht weiter',
  'reliability.what.objection-refused': 'Der Widerspruch zu {connector} wurde abgelehnt',
  'reliability.do.warned':
    'Finden Sie heraus, warum der Server versagt, und beheben Sie es. Ein paar gesunde Tage hintereinander beenden das.',
  'reliability.do.last-warned':
    'Beheben Sie es, bevor die Frist um ist. Danach findet niemand mehr den Konnektor im Verzeichnis.',
  'reliability.do.hidden':
    'Beheben Sie es. Nach einigen gesunden Tagen wird er von selbst wieder gefunden. Sonst wird er vielleicht gestrichen.',
  'reliability.do.delisting-due':
    'Beheben Sie es, oder sagen Sie, warum die Streichung falsch wäre. Ein Betreiber entscheidet darüber.',
  'reliability.do.delisted':
    'Beheben Sie es, reichen Sie eine neue Version ein oder widersprechen Sie. Verbindungen bleiben erhalten, bis er wieder gelistet ist.',
  'reliability.do.return-due': 'Halten Sie den Server gesund. Mehr ist nicht zu tun.',
  'reliability.do.restored': 'Es ist nichts zu tun.',
  'reliability.do.extended': 'Nutzen Sie die Zeit, um den Fehler zu beheben.',
  'reliability.do.paused': 'Beheben Sie den Fehler weiter. Sie erfahren, wann es weitergeht.',
  'reliability.do.resumed': 'Beheben Sie den Fehler, bevor die Frist um ist.',
  'reliability.do.objection-refused': 'Beheben Sie den Fehler, bevor die Frist um ist.',

  'reliability.public.warned': 'Dieser Konnektor hat zuletzt oft versagt',
  'reliability.public.warned.do':
    'Sein Server antwortet nicht zuverlässig, Aufrufe können also fehlschlagen. Der Anbieter weiß es.',
  'reliability.public.hidden': 'Verborgen, weil der Server immer wieder versagt',
  'reliability.public.hidden.do':
    'Im Verzeichnis findet zurzeit niemand diesen Konnektor. Wer ihn verbunden hat, kann ihn nutzen, solange der Server antwortet.',
  'reliability.public.delisted': 'Gestrichen, weil der Server immer wieder versagte',
  'reliability.public.delisted.do':
    'Aufrufe werden abgelehnt. Er kommt zurück, wenn der Server wieder gesund ist und ein Betreiber nachgesehen hat.',
  'reliability.public.read': 'Was geschah und was zu tun ist',

  'reliability.object': 'Widersprechen',
  'reliability.object.lead':
    'Ist ein Schritt falsch? Sagen Sie, warum. Nichts wird schlimmer, bis ein Betreiber geantwortet hat. In jeder Stufe können Sie einmal widersprechen.',
  'reliability.object.text': 'Was falsch ist',
  'reliability.object.send': 'Widersprechen',
  'reliability.object.done': 'Ihr Widerspruch steht im Verlauf. Ein Betreiber wird antworten.',

  'reliability.order': 'Entscheiden',
  'reliability.order.own':
    'Das ist ein Konnektor Ihrer eigenen Organisation. Ein anderer Betreiber entscheidet darüber.',
  'reliability.order.name': 'Was geschehen soll',
  'reliability.order.choose': 'Bitte wählen',
  'reliability.order.extend': 'Mehr Zeit geben',
  'reliability.order.pause': 'Ruhen lassen: nichts wird schlimmer, bis es weitergeht',
  'reliability.order.resume': 'Weitergehen lassen, mit der Zeit, die übrig war',
  'reliability.order.restore': 'Wiederherstellen: beenden und listen wie zuvor',
  'reliability.order.delist': 'Streichen: Grabstein, Aufrufe werden abgelehnt',
  'reliability.order.refuse-objection': 'Den Widerspruch ablehnen, es geht weiter',
  'reliability.order.days': 'Tage, wenn Sie mehr Zeit geben',
  'reliability.order.reason': 'Grund',
  'reliability.order.reason.hint': 'Der Anbieter liest ihn.',
  'reliability.order.send': 'Ausführen',
  'reliability.order.done': 'Erledigt. Es steht im Verlauf.',
  'reliability.fault.name': 'Wählen Sie, was geschehen soll.',
  'reliability.fault.days': 'Geben Sie 1 bis {most} Tage.',
  'reliability.fault.reason': 'Nennen Sie einen Grund mit höchstens 500 Zeichen.',
  'reliability.fault.text': 'Sagen Sie mit höchstens 2.000 Zeichen, was falsch ist.',

  'reliability.rules': 'Die Regeln',
  'reliability.rules.warned':
    'Gewarnt wird, wer in mehr als {share} % der letzten {window} Tage versagt hat, auch am letzten Tag. Zwischen Warnung und letzter Warnung liegen {warned} Tage.',
  'reliability.rules.hidden':
    '{grace} Tage nach der letzten Warnung wird der Konnektor verborgen: niemand findet ihn, verbundene Menschen können ihn nutzen.',
  'reliability.rules.delisted':
    '{hidden} Tage später wird ein Betreiber gefragt, ob er gestrichen wird. Keine Maschine streicht etwas.',
  'reliability.rules.restored':
    'Ein Tag ist gesund, wenn höchstens {share} % davon fehlschlugen. {up} solche Tage hintereinander beenden eine Warnung, {shown} das Verbergen; nach {back} sieht sich ein Betreiber an, was gestrichen ist. Kurz nach dem letzten Mal braucht es doppelt so viele.',
  'reliability.rules.ours':
    'Was wir wegen eines eigenen Ausfalls nicht sehen konnten, zählt für niemanden, und die Zeit kommt hinzu.',
}

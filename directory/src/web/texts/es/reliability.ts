export const texts = {
  'reliability.title': 'Fiabilidad',
  'reliability.lead':
    'Conectores cuyos servidores fallan una y otra vez, hasta dónde ha llegado cada caso y qué viene después. Primero, lo que espera a un operador.',
  'reliability.empty': 'Ningún conector tiene problemas',
  'reliability.empty.do':
    'Ningún servidor ha fallado tanto como para recibir un aviso. Uno nuevo se juzga tras sus primeros días completos.',
  'reliability.table': 'Conectores con problemas',
  'reliability.column.connector': 'Conector',
  'reliability.column.stage': 'Fase',
  'reliability.column.since': 'Desde',
  'reliability.column.due': 'Próximo paso',
  'reliability.column.waits': 'Espera',
  'reliability.waits.nobody': 'Que pase el plazo',
  'reliability.waits.healthy': 'Días sanos',
  'reliability.waits.delist': 'A un operador: retirarlo o no',
  'reliability.waits.return': 'A un operador: volver a incluirlo o no',
  'reliability.waits.objection': 'A un operador: el editor se opone',
  'reliability.waits.resume': 'A un operador: está en pausa',

  'reliability.stage.listed': 'En el directorio',
  'reliability.stage.warned': 'Avisado',
  'reliability.stage.grace': 'Último aviso',
  'reliability.stage.hidden': 'Oculto',
  'reliability.stage.delisted': 'Retirado',

  'reliability.of': 'Fiabilidad de {name}',
  'reliability.of.lead': 'Qué pasó, por qué, qué hacer y hasta cuándo.',
  'reliability.well': 'No hay nada en su contra',
  'reliability.well.do':
    'Su servidor no ha fallado tanto como para recibir un aviso: no hay nada que hacer. Uno nuevo se juzga tras sus primeros días completos.',
  'reliability.now.by': 'El próximo paso llega el {by}, si nada mejora.',
  'reliability.now.paused': 'Un operador lo ha puesto en pausa. Nada empeora hasta que continúe.',
  'reliability.now.objected': 'El editor se ha opuesto. Nada empeora hasta que un operador responda.',
  'reliability.now.days': {
    one: 'Un día sano pone fin a esto. Hasta ahora: {run}.',
    other: '{count} días sanos seguidos ponen fin a esto. Hasta ahora: {run}.',
  },
  'reliability.now.return': {
    one: 'Tras un día sano se pide a un operador que lo vuelva a incluir. Hasta ahora: {run}.',
    other:
      'Tras {count} días sanos seguidos se pide a un operador que lo vuelva a incluir. Hasta ahora: {run}.',
  },

  'reliability.next.warned':
    'Averigüe por qué falla el servidor y arréglelo. Mientras tanto, los usuarios ven un aviso.',
  'reliability.next.grace':
    'Arregle el servidor ya. Cuando acabe el plazo, nadie encontrará el conector en el directorio.',
  'reliability.next.hidden':
    'Arregle el servidor. Entonces volverá a encontrarse por sí solo. Cuando acabe el plazo, un operador decide si se retira.',
  'reliability.next.delisted':
    'Arregle el servidor. Cuando lleve bastante tiempo sano, un operador lo mira y lo vuelve a incluir. También puede enviar una nueva versión.',

  'reliability.ledger': 'Historial',
  'reliability.ledger.lead': 'Todo lo que pasó, lo más nuevo primero. Nada se cambia ni se borra nunca.',
  'reliability.ledger.at': 'Cuándo',
  'reliability.ledger.step': 'Qué',
  'reliability.ledger.why': 'Por qué',
  'reliability.ledger.by': 'Próximo paso',
  'reliability.step.warned': 'Avisado',
  'reliability.step.last-warned': 'Avisado por última vez',
  'reliability.step.hidden': 'Oculto',
  'reliability.step.delisting-due': 'Retirada propuesta',
  'reliability.step.delisted': 'Retirado',
  'reliability.step.return-due': 'Regreso propuesto',
  'reliability.step.restored': 'Todo va bien de nuevo',
  'reliability.step.extended': 'Más plazo',
  'reliability.step.paused': 'En pausa',
  'reliability.step.resumed': 'Continúa',
  'reliability.step.objected': 'El editor se opone',
  'reliability.step.objection-refused': 'Oposición rechazada',
  'reliability.step.closed': 'Cerrado: ya no está en el directorio',

  'reliability.why.failed': 'Falló en {failed} de los {looks} cuartos de hora que vimos en {days} días.',
  'reliability.why.healthy': {
    one: 'Un día sano.',
    other: '{count} días sanos seguidos.',
  },
  'reliability.why.our-outage': {
    one: 'Durante cerca de una hora no pudimos mirar nosotros. Ese tiempo se añade.',
    other: 'Durante cerca de {count} horas no pudimos mirar nosotros. Ese tiempo se añade.',
  },
  'reliability.why.republished': 'Se revisó y publicó una nueva versión.',
  'reliability.why.operator': 'Lo decidió un operador.',
  'reliability.why.publisher': 'El editor cree que un paso es erróneo.',

  'reliability.what.warned': 'El servidor de {connector} falla una y otra vez: un aviso',
  'reliability.what.last-warned': 'El servidor de {connector} falla una y otra vez: el último aviso',
  'reliability.what.hidden': '{connector} está oculto porque su servidor falla una y otra vez',
  'reliability.what.delisting-due': '{connector} puede ser retirado porque su servidor falla una y otra vez',
  'reliability.what.delisted': '{connector} fue retirado porque su servidor falla una y otra vez',
  'reliability.what.return-due': 'El servidor de {connector} está sano de nuevo y un operador lo mirará',
  'reliability.what.restored': 'Todo va bien de nuevo con {connector}',
  'reliability.what.extended': 'Más plazo para {connector}',
  'reliability.what.paused': 'Un operador ha puesto en pausa el caso de {connector}',
  'reliability.what.resumed': 'El caso de {connector} continúa',
  'reliability.what.objection-refused': 'Se rechazó la oposición sobre {connector}',
  'reliability.do.warned':
    'Averigüe por qué falla el servidor y arréglelo. Unos pocos días sanos seguidos ponen fin a esto.',
  'reliability.do.last-warned':
    'Arregle el servidor antes de que acabe el plazo. Después nadie encontrará el conector en el directorio.',
  'reliability.do.hidden':
    'Arregle el servidor. Tras algunos días sanos volverá a encontrarse por sí solo. Si no, puede ser retirado.',
  'reliability.do.delisting-due':
    'Arregle el servidor o diga por qué sería un error retirarlo. Lo decide un operador.',
  'reliability.do.delisted':
    'Arregle el servidor, envíe una nueva versión u opóngase. Las conexiones se conservan hasta que vuelva al directorio.',
  'reliability.do.return-due': 'Mantenga sano el servidor. No hay nada más que hacer.',
  'reliability.do.restored': 'No hay nada que hacer.',
  'reliability.do.extended': 'Aproveche el plazo para arreglar el servidor.',
  'reliability.do.paused': 'Siga arreglando el servidor. Se le dirá cuándo continúa.',
  'reliability.do.resumed': 'Arregle el servidor antes de que acabe el plazo.',
  'reliability.do.objection-refused': 'Arregle el servidor antes de que acabe el plazo.',

  'reliability.public.warned': 'Este conector ha fallado a menudo últimamente',
  'reliability.public.warned.do':
    'Su servidor no responde de forma fiable, así que las llamadas pueden fallar. Su editor está avisado.',
  'reliability.public.hidden': 'Oculto porque su servidor falla una y otra vez',
  'reliability.public.hidden.do':
    'Por ahora nadie encuentra este conector en el directorio. Quien lo tenga conectado puede usarlo mientras su servidor responda.',
  'reliability.public.delisted': 'Retirado porque su servidor fallaba una y otra vez',
  'reliability.public.delisted.do':
    'Las llamadas se rechazan. Vuelve cuando su servidor esté sano y un operador lo haya mirado.',
  'reliability.public.read': 'Qué pasó y qué hacer',

  'reliability.object': 'Oponerse',
  'reliability.object.lead':
    '¿Hay un paso erróneo? Diga por qué. Nada empeora hasta que un operador responda. Puede oponerse una vez en cada fase.',
  'reliability.object.text': 'Qué es erróneo',
  'reliability.object.send': 'Oponerse',
  'reliability.object.done': 'Su oposición consta en el historial. Un operador responderá.',

  'reliability.order': 'Decidir',
  'reliability.order.own': 'Este conector es de su propia organización. Decide otro operador.',
  'reliability.order.name': 'Qué hacer',
  'reliability.order.choose': 'Elija',
  'reliability.order.extend': 'Dar más plazo',
  'reliability.order.pause': 'Pausa: nada empeora hasta que se reanude',
  'reliability.order.resume': 'Reanudar con el plazo que quedaba',
  'reliability.order.restore': 'Restaurar: poner fin a esto y mostrarlo como antes',
  'reliability.order.delist': 'Retirar: lápida, las llamadas se rechazan',
  'reliability.order.refuse-objection': 'Rechazar la oposición y continuar',
  'reliability.order.days': 'Días, si da más plazo',
  'reliability.order.reason': 'Motivo',
  'reliability.order.reason.hint': 'El editor lo lee.',
  'reliability.order.send': 'Hacerlo',
  'reliability.order.done': 'Hecho. Consta en el historial.',
  'reliability.fault.name': 'Elija qué hacer.',
  'reliability.fault.days': 'Dé de 1 a {most} días.',
  'reliability.fault.reason': 'Dé un motivo de 500 caracteres como máximo.',
  'reliability.fault.text': 'Diga qué es erróneo, en 2000 caracteres como máximo.',

  'reliability.rules': 'Las reglas',
  'reliability.rules.warned':
    'Se avisa a quien ha fallado en más del {share} % de los últimos {window} días, también el último día. Entre el aviso y el último aviso pasan {warned} días.',
  'reliability.rules.hidden':
    '{grace} días después del último aviso el conector se oculta: nadie lo encuentra, quien lo tenga conectado puede usarlo.',
  'reliability.rules.delisted':
    '{hidden} días más tarde se pregunta a un operador si se retira. Ninguna máquina retira nada.',
  'reliability.rules.restored':
    'Un día es sano cuando falló como máximo el {share} % de él. {up} días así seguidos ponen fin a un aviso, {shown} a estar oculto; tras {back} un operador mira lo retirado. Poco después de la última vez hacen falta el doble.',
  'reliability.rules.ours':
    'Lo que no pudimos ver por un fallo nuestro no cuenta para nadie, y ese tiempo se añade.',
}

export const texts = {
  'notices.title': 'Bandeja de avisos',
  'notices.lead': 'Qué ha pasado, por qué y qué hacer.',
  'notices.show': 'Qué avisos mostrar',
  'notices.show.all': 'Todos',
  'notices.show.unread': 'Sin leer',
  'notices.none': 'Aún no hay avisos',
  'notices.none-unread': 'Ha leído todo',
  'notices.none.when':
    'Aquí se le informa de las decisiones sobre sus envíos, de sus conectores y de las conexiones que le necesitan.',
  'notices.new': 'Sin leer',
  'notices.do': 'Qué hacer:',
  'notices.by': 'Hasta:',
  'notices.open': 'Ir allí',
  'notices.mark-read': 'Marcar como leído',
  'notices.mark-unread': 'Marcar como no leído',
  'notices.mark-all': 'Marcar todos como leídos',
  'notices.all-read': 'Todo está marcado como leído.',
  'notices.submissions.rejected-automatically.what': 'La comprobación rechazó {name}',
  'notices.submissions.rejected-automatically.why':
    'El informe muestra lo que no se puede publicar: {clauses}.',
  'notices.submissions.rejected-automatically.do':
    'Lea el informe, corrija el servidor y envíe una nueva revisión. Se comprueba enseguida.',
  'notices.submissions.rejected.what': '{name} fue rechazado',
  'notices.submissions.rejected.why': 'En la revisión se decidió que no cumple: {clauses}.',
  'notices.submissions.rejected.do': 'Cambie lo que se indica y envíe una nueva revisión.',
  'notices.submissions.changes-requested.what': 'Se piden cambios para {name}',
  'notices.submissions.changes-requested.why': 'En la revisión se vio que todavía no cumple: {clauses}.',
  'notices.submissions.changes-requested.do': 'Haga los cambios y envíe la nueva revisión.',
  'notices.submissions.approved.what': '{name} está aprobado',
  'notices.submissions.approved.why': 'Se han revisado el informe y el servidor.',
  'notices.submissions.approved.do': 'Publíquelo cuando quiera.',
  'notices.submissions.published.what': '{name} está publicado',
  'notices.submissions.published.why': 'Se aprobó y ya está en el directorio.',
  'notices.submissions.published.do':
    'Mire su página. Mantenga el servidor accesible: a partir de ahora lo comprobamos continuamente.',
  'notices.holds.stopped.what': '{connector} está detenido',
  'notices.holds.stopped.why':
    'La administración de este directorio detuvo el servidor. No pasa ninguna llamada.',
  'notices.holds.stopped.do': 'Corrija lo que se indica y avise a la administración.',
  'notices.holds.stopped-tool.what': 'La herramienta {tool} de {connector} está detenida',
  'notices.holds.stopped-tool.why':
    'La administración de este directorio la detuvo. No pasa ninguna llamada a esta herramienta.',
  'notices.holds.stopped-tool.do': 'Corrija lo que se indica y avise a la administración.',
  'notices.holds.stopped-all.what': 'Todos sus conectores están detenidos',
  'notices.holds.stopped-all.why':
    'La administración de este directorio los detuvo, también {connector}. No pasa ninguna llamada.',
  'notices.holds.stopped-all.do': 'Corrija lo que se indica y avise a la administración.',
  'notices.holds.changed.what': 'Hay herramientas de {connector} retenidas',
  'notices.holds.changed.why':
    '{tool} ya no es lo que se aprobó. Hasta que alguien lo revise, no pasan las llamadas a las herramientas cambiadas.',
  'notices.holds.changed.do':
    'Si el cambio es suyo, deshágalo o explique a la administración para qué sirve. Si no lo es, revise su servidor cuanto antes.',
  'notices.holds.changed-little.what': 'Algunas herramientas de {connector} han cambiado un poco',
  'notices.holds.changed-little.why': '{tool} difiere de lo que se aprobó. Las llamadas pasan, con un aviso.',
  'notices.holds.changed-little.do': 'Si el cambio no es suyo, revise su servidor.',
  'notices.holds.released.what': 'Se ha levantado una retención de {connector}',
  'notices.holds.released.why': 'Alguien lo revisó; las llamadas pasan como antes.',
  'notices.holds.released.do': 'Nada.',
  'notices.connections.needs-reconnect.what': 'Su conexión con {host} le necesita',
  'notices.connections.needs-reconnect.why':
    'Su inicio de sesión terminó y no se pudo renovar. Sus llamadas no pasan.',
  'notices.connections.needs-reconnect.do': 'Conéctese de nuevo; sus ajustes se conservan.',
}

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
}

/** Words about new versions beside what is listed. */
export const texts = {
  'updates.title': 'Nueva versión de {name}',
  'updates.lead':
    'Cambie lo que deba ser distinto. Lo publicado sigue como está hasta que la nueva versión se apruebe y se publique.',
  'updates.send': 'Enviar y comprobar',
  'updates.done': 'Enviado. Ha empezado la comprobación de la nueva versión.',
  'updates.begin': 'Enviar una versión nueva',
  'updates.begin.text':
    'La versión publicada sigue, y sigue sin cambios, hasta que se publique otra. Cuánto se revisa de nuevo depende de lo que cambie: los textos se leen otra vez; otras herramientas u otra forma de entrar se revisan como la primera vez.',
  'updates.begin.relist': 'Enviarlo de nuevo',
  'updates.card': 'Versiones',
  'updates.open': 'Hay una versión nueva en camino. Hasta que se publique, lo publicado sigue como está.',
  'updates.open.link': 'Ver la versión nueva',
  'updates.newer': 'Se publicó una versión más reciente.',
  'updates.newer.link': 'Ver la más reciente',
  'updates.beside.title': 'Una versión nueva de lo publicado',
  'updates.beside.text':
    'La versión {version} sigue publicada, accesible y sin cambios, pase lo que pase con esta.',
  'updates.beside.removed':
    'El conector no está en el directorio. Si se aprueba, vuelve a su dirección de antes.',
  'updates.withdraw': 'La versión nueva termina. Lo publicado sigue como está.',
  'updates.event.carried-over': 'Nada ha cambiado, así que vale la aprobación de la versión {version}',
  'updates.extent': 'Qué hay que mirar',
  'updates.extent.nothing':
    'Nada ha cambiado desde la versión {version}, pero la comprobación pide una persona. Las herramientas son las aprobadas: no hace falta volver a entrar ni a llamarlas.',
  'updates.extent.texts':
    'Desde la versión {version} solo ha cambiado lo que dice de sí mismo. Las herramientas son las aprobadas: no hace falta volver a entrar ni a llamarlas, y decide una persona.',
  'updates.extent.full':
    'Las herramientas, o la forma de entrar, han cambiado desde la versión {version}: mírelo todo como la primera vez.',
  'updates.extent.relisting':
    'Este conector fue retirado. Mírelo todo como la primera vez; lo retiró {by}, que dijo:',
  'updates.removed-by.publisher': 'su editor',
  'updates.removed-by.operator': 'un operador',
  'updates.documents': 'Documentos desde la versión {version}',
  'updates.documents.none': 'Las páginas que leyó la comprobación dicen lo mismo que antes.',
  'updates.documents.unread': 'Sin comparar, porque no se pudo leer entonces o ahora: {url}',
  'updates.documents.cut': 'Solo se guarda su comienzo, y es lo que se comparó.',
  'updates.names': 'Antes',
  'updates.names.one': '{name}, hasta {until}',
} as const

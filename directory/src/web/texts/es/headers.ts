export const texts = {
  'headers.title': 'Cabeceras para {name}',
  'headers.lead':
    'Se envían a {host} con cada llamada de las personas de su organización, y a nadie más. Para servidores que piden una clave de la organización.',
  'headers.none': 'No se envía ninguna cabecera',
  'headers.name': 'Nombre de la cabecera',
  'headers.name.hint':
    'Por ejemplo, X-API-Key. «Authorization» solo se envía donde el inicio de sesión no da un token.',
  'headers.value': 'Valor',
  'headers.value.hint':
    'Lo guardamos cifrado y no lo volvemos a mostrar. Para cambiarlo, escriba uno nuevo con el mismo nombre.',
  'headers.origin': 'Se envía a',
  'headers.set': 'Puesta',
  'headers.change': 'Cambiar',
  'headers.remove': 'Quitar',
  'headers.add': 'Añadir o sustituir una cabecera',
  'headers.send': 'Guardar',
  'headers.added': 'La cabecera {name} se envía desde ahora.',
  'headers.removed': 'La cabecera {name} está borrada y ya no se envía.',
  'headers.owners': 'Solo los propietarios de su organización pueden cambiarlas.',
  'headers.moved':
    'El servidor está ahora en {origin}. Las cabeceras puestas para otra dirección no se envían allí; escríbalas de nuevo si confía en él.',
  'headers.fault.no-name': 'Escriba el nombre de la cabecera.',
  'headers.fault.bad-name':
    'Un nombre tiene letras, cifras y guiones, sin espacios ni dos puntos, y como mucho 100 caracteres.',
  'headers.fault.hop-by-hop':
    '«{name}» pertenece a la conexión entre dos máquinas y la ponen ellas. Elija otra cabecera.',
  'headers.fault.protocol':
    '«{name}» es parte del protocolo y distinta en cada llamada. Elija otra cabecera.',
  'headers.fault.browser':
    '«{name}» dice quién pregunta y desde dónde; eso lo dicen los navegadores y los proxies. Elija otra cabecera.',
  'headers.fault.no-value': 'Escriba el valor.',
  'headers.fault.bad-value': 'Un valor tiene letras, cifras y signos ASCII en una línea, como mucho 4.000.',
  'headers.fault.too-many': 'A un servidor se le envían como mucho cinco cabeceras. Quite una antes.',
} as const

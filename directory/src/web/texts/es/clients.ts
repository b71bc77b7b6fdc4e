export const texts = {
  'clients.title': 'Clientes de los dueños de servidores',
  'clients.lead':
    'Donde el dueño de un servidor dio a este directorio un cliente propio, se usa antes que nuestro documento de metadatos y antes que registrarse.',
  'clients.none': 'No se ha introducido ningún cliente',
  'clients.none.do':
    'La mayoría de los servidores no lo necesita: este directorio se da a conocer por sí mismo.',
  'clients.issuer': 'Emisor',
  'clients.issuer.hint':
    'El inicio de sesión que emitió el cliente, como figura en sus metadatos. Si un día el servidor nombra otro, el cliente no se usa allí.',
  'clients.id': 'Id. de cliente',
  'clients.secret': 'Secreto del cliente',
  'clients.secret.hint':
    'Lo guardamos cifrado y no lo volvemos a mostrar. Déjelo vacío si el cliente no tiene.',
  'clients.method': 'Cómo se identifica',
  'clients.method.client_secret_basic': 'Secreto en la cabecera Authorization',
  'clients.method.client_secret_post': 'Secreto en el formulario',
  'clients.method.none': 'Sin secreto',
  'clients.whose': 'Quién lo usa',
  'clients.everybody': 'Todos',
  'clients.email': 'Solo para la organización de',
  'clients.email.hint': 'El correo de una de sus personas. Déjelo vacío para todos.',
  'clients.since': 'Introducido',
  'clients.slug': 'Conector',
  'clients.slug.hint': 'Su nombre en la dirección de su página.',
  'clients.callback': 'Quien cree el cliente en el servidor registra allí esta dirección de redirección:',
  'clients.callback.title': 'Dirección de redirección',
  'clients.replaces':
    'Sustituye a uno anterior para el mismo conector y las mismas personas. Con el mismo id. de cliente, lo ya conectado sigue con el nuevo secreto. Se usa en web, escritorio y móvil; los clientes del propio equipo no pueden usarlo directamente.',
  'clients.add': 'Introducir o sustituir un cliente',
  'clients.send': 'Guardar',
  'clients.saved': 'El cliente está guardado. Los próximos inicios de sesión lo usan.',
  'clients.remove': 'Quitar',
  'clients.removed':
    'El cliente y su secreto están borrados. Lo conectado con él funciona hasta que acaben sus tokens.',
  'clients.fault.slug': 'No hay ningún conector con este nombre.',
  'clients.fault.issuer': 'Escriba el emisor como figura en sus metadatos, una URL.',
  'clients.fault.clientId': 'Escriba el id. de cliente.',
  'clients.fault.clientSecret': 'Esta forma de identificarse necesita un secreto.',
  'clients.fault.email': 'Nadie aquí tiene esta dirección de correo.',
} as const

export const texts = {
  'custom.title': 'Sus propios servidores',
  'custom.lead':
    'Servidores que no figuran en {instance}, añadidos por su dirección. Funcionan en sus clientes como cualquier otro conector.',
  'custom.count': { one: 'Un servidor', other: '{count} servidores' },
  'custom.none': 'Aún no se ha añadido ningún servidor',
  'custom.none.do': 'Añada uno que no esté en el directorio, por ejemplo uno de su propia empresa.',
  'custom.not-allowed': 'Su organización no puede añadir servidores por su dirección',
  'custom.not-allowed.do':
    'Los conectores del directorio son para todos. Pregunte a un operador si necesita más.',
  'custom.not-allowed.kept':
    'Un operador lo ha desactivado para su organización. Lo que hay aquí se conserva, pero no se puede conectar ni llamar hasta que se vuelva a permitir. Puede quitarlo.',
  'custom.for.me': 'Solo para usted',
  'custom.for.organisation': 'Para su organización',
  'custom.add': 'Añadir un servidor',
  'custom.add.note':
    'Lo comprobamos una vez, como a todo servidor, y le mostramos lo que vimos. Nadie lo revisa y nadie fuera de su organización lo ve.',
  'custom.add.send': 'Añadirlo',
  'custom.added': 'Se ha añadido {name} y ha empezado su comprobación.',
  'custom.field.url': 'Dirección del servidor MCP',
  'custom.field.url.hint': 'Completa, con https:// y su ruta.',
  'custom.field.name': 'Nombre',
  'custom.field.name.hint': 'Como quiera verlo aquí.',
  'custom.field.for': 'Quién puede usarlo',
  'custom.fault.malformed':
    'Esto no es una dirección. Escríbala completa, por ejemplo https://mcp.example.com/mcp.',
  'custom.fault.not-https': 'La dirección debe empezar por https://.',
  'custom.fault.credentials':
    'La dirección lleva un nombre de usuario o una contraseña. Quítelos; una clave va en una cabecera.',
  'custom.fault.private':
    'Esta dirección no está en la internet pública, así que no se puede alcanzar desde aquí.',
  'custom.fault.obscured': 'Escriba el nombre del host o su dirección normal.',
  'custom.fault.missing-name': 'Póngale un nombre.',
  'custom.fault.long-name': 'Caben como mucho 100 caracteres.',
  'custom.fault.long-url': 'Caben como mucho 2.000 caracteres.',
  'custom.fault.twice': 'Ya tiene este servidor.',
  'custom.fault.listed': 'Este servidor figura aquí como «{slug}». Conéctelo desde su página.',
  'custom.fault.not-owner':
    'Solo un propietario de su organización puede añadir un servidor para todos los que están en ella.',
  'custom.connect': 'Conectar',
  'custom.unreviewed': 'Nadie ha revisado este servidor',
  'custom.unreviewed.do':
    'Usted confía en él porque usted o su organización lo conocen. Lea lo que responden sus herramientas como leería un correo de un desconocido.',
  'custom.use': 'Usarlo',
  'custom.use.lead': 'Conéctelo una vez y después añada esta dirección a su cliente MCP.',
  'custom.server': 'Servidor',
  'custom.since': 'Añadido',
  'custom.check': 'Lo que vio la comprobación',
  'custom.check.lead':
    'Para que lo sepa. No decide nada: un servidor que no figura en el directorio no tiene nada que superar.',
  'custom.check.running':
    'La comprobación está en marcha. Tarda un minuto como mucho; esta página se renueva sola.',
  'custom.check.again': 'Comprobar otra vez',
  'custom.remove': 'Quitar',
  'custom.remove.title': '¿Quitar {name}?',
  'custom.remove.own':
    'Borramos el servidor, su conexión con él, los tokens que tenemos y lo que vio la comprobación, al momento y para siempre.',
  'custom.remove.shared':
    'Borramos el servidor para todos los de su organización: todas las conexiones con él, los tokens que tenemos y lo que vio la comprobación, al momento y para siempre.',
  'custom.remove.do': 'Quitarlo',
  'custom.remove.keep': 'Conservarlo',
  'custom.removed': 'Se ha quitado {name}. Aquí se han borrado todos sus tokens.',
  'custom.allowed.title': 'Quién puede añadir servidores',
  'custom.allowed.lead':
    'Los conectores del directorio son para todos. Estas organizaciones también pueden añadir, por su dirección, servidores que no figuran en él.',
  'custom.allowed.none': 'Aún no se ha nombrado ninguna organización',
  'custom.allowed.organisation': 'Organización',
  'custom.allowed.since': 'Desde',
  'custom.allowed.change': 'Cambiar',
  'custom.allowed.end': 'Terminar',
  'custom.allowed.add': 'Permitir a una organización',
  'custom.allowed.email': 'Correo de una de sus personas',
  'custom.allowed.email.hint': 'De alguien que tenga una cuenta aquí.',
  'custom.allowed.send': 'Permitir',
  'custom.allowed.unknown': 'Nadie aquí tiene esta dirección de correo.',
  'custom.allowed.done': 'La organización ya puede añadir servidores.',
  'custom.allowed.ended':
    'La organización ya no puede añadir servidores. Lo que tiene se conserva y queda desactivado.',
  'custom.allowed.by-setting.everyone':
    'El ajuste CUSTOM_CONNECTORS permite a todos añadir servidores; esta lista no tiene efecto ahora.',
  'custom.allowed.by-setting.nobody':
    'El ajuste CUSTOM_CONNECTORS no permite a nadie añadir servidores; esta lista no tiene efecto ahora.',
} as const

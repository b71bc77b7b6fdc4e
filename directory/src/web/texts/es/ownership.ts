/** Words about who has a listing: taking it down, handing it over. */
export const texts = {
  'ownership.own': 'Cambiarlo, cederlo o retirarlo',
  'ownership.operate': 'Retirarlo',
  'ownership.title': 'Cambiar o retirar {name}',
  'ownership.lead': 'Lo que haga aquí lo notan todos los que usan este conector.',
  'ownership.owners': 'Solo puede hacerlo un propietario de su organización.',
  'ownership.change': 'Enviar una versión nueva',
  'ownership.change.submission': 'Ir a su envío',
  'ownership.relist': 'Volver a publicarlo',
  'ownership.relist.text':
    'Envíe una versión nueva desde su envío. Se revisa como la primera vez y vuelve a su dirección de antes; las conexiones que sigan ahí vuelven a funcionar.',
  'ownership.remove': 'Retirarlo del directorio',
  'ownership.remove.text':
    'Nadie lo encuentra ya y se rechazan las llamadas. Su dirección queda y dice desde cuándo y por qué; nadie más la recibe nunca. Lo que esté en camino termina. Su editor puede volver a publicarlo tras otra revisión.',
  'ownership.remove.reason': '¿Por qué?',
  'ownership.remove.reason.publisher': 'No hace falta decirlo. Lo que diga queda en su página.',
  'ownership.remove.reason.operator': 'Queda en su página, y su editor lo sabe.',
  'ownership.remove.send': 'Retirarlo',
  'ownership.remove.done': 'Retirado. Su página ya lo dice.',
  'ownership.fault.reason': 'Diga en una frase por qué se retira, en un máximo de 1.000 caracteres.',
  'ownership.tombstone.publisher': 'Este conector fue retirado por su editor',
  'ownership.tombstone.operator': 'Este conector fue retirado por un operador de este directorio',
  'ownership.tombstone.since': 'Desde',
  'ownership.notice.removed.what': '{name} fue retirado del directorio',
  'ownership.notice.removed.why.publisher': 'Su organización lo retiró.',
  'ownership.notice.removed.why.operator': 'Un operador de este directorio lo retiró.',
  'ownership.notice.removed.do':
    'Nadie lo encuentra y se rechazan las llamadas. Para volver a publicarlo, envíe una versión nueva.',
} as const

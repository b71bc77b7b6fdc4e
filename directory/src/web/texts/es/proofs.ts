export const texts = {
  'proofs.keys.title': 'Claves de firma',
  'proofs.keys.lead':
    'Con una clave propia firma el informe de su comprobación. Así quien revisa sabe que usted ejecutó cada herramienta.',
  'proofs.keys.none': 'Aún no hay claves',
  'proofs.keys.none-do': 'Cree una en su equipo, guarde allí la parte privada y añada aquí la pública.',
  'proofs.keys.make': 'Crear una clave en su equipo',
  'proofs.keys.name-column': 'Clave',
  'proofs.keys.added': 'Añadida',
  'proofs.keys.end': 'Terminar',
  'proofs.keys.remove': 'Quitar',
  'proofs.keys.removed': 'La clave se quitó. Los informes aceptados siguen aceptados.',
  'proofs.keys.added-done': 'La clave se añadió.',
  'proofs.keys.add': 'Añadir una clave',
  'proofs.keys.name': 'Nombre',
  'proofs.keys.name-hint': 'Dónde se guarda, por ejemplo: portátil, CI.',
  'proofs.keys.name-bad': 'Dé a la clave un nombre de 1 a 80 caracteres.',
  'proofs.keys.public': 'Parte pública',
  'proofs.keys.public-hint': 'Una línea que empieza por {"kty". La imprime connectory key --show key.json.',
  'proofs.keys.public-no-key': 'Esto no es una clave pública. Imprímala con: connectory key --show key.json',
  'proofs.keys.public-private':
    'Esta es la clave privada. Manténgala en secreto; aquí va lo que imprime connectory key --show key.json. Quien haya visto esta página puede tenerla: cree otra.',
  'proofs.keys.public-exists': 'Su organización ya tiene esta clave.',
  'proofs.keys.too-many': 'Ya hay 20 claves. Quite una que no se use.',
  'proofs.keys.do': 'Añadir la clave',
  'proofs.proof.title': 'Su propia ejecución',
  'proofs.proof.lead':
    'Ejecute cada herramienta de su servidor con una cuenta de prueba, firme el informe y envíelo. Quien revisa lo ve junto a nuestra comprobación.',
  'proofs.proof.key-first': 'Primero añada una clave de firma.',
  'proofs.proof.key-link': 'Gestionar las claves de firma',
  'proofs.proof.run': 'Ejecutar y firmar en su equipo',
  'proofs.proof.file': 'Informe firmado',
  'proofs.proof.file-hint': 'El archivo que escribió --sign, por ejemplo report.jws.',
  'proofs.proof.none': 'Elija el archivo que escribió --sign.',
  'proofs.proof.do': 'Enviar el informe',
  'proofs.proof.done': 'El informe se aceptó: se llamó a las {count} herramientas.',
  'proofs.proof.accepted': 'Aceptado',
  'proofs.proof.accepted-text': 'Se llamó a las {count} herramientas el {date}, firmado con la clave {key}.',
  'proofs.proof.closed': 'Este envío no admite informes ahora.',
  'proofs.proof.open': 'Enviar un informe firmado',
  'proofs.proof.card':
    'Opcional. Un informe firmado en el que se llamó a cada herramienta ahorra trabajo manual en la revisión.',
  'proofs.proof.fact': 'Ejecución propia del editor',
  'proofs.proof.fact.none': 'sin informe firmado',
  'proofs.proof.fact.some': 'las {count} herramientas llamadas, {verdict}, clave {key}…',
  'proofs.fault.not-signed': 'Esto no es un informe firmado. Cree uno con --sign report.jws --key key.json.',
  'proofs.fault.unknown-key':
    'Se firmó con la clave {key}, que su organización no ha añadido. Añada su parte pública en las claves de firma.',
  'proofs.fault.signature':
    'La firma no encaja: el archivo se cambió después de firmarlo, o lo escribió otra versión de connectory.',
  'proofs.fault.narrowed':
    'El informe omite algo o trata de un servidor de su propio equipo. Compruebe la dirección pública sin --only ni --baseline.',
  'proofs.fault.other-server': 'El informe trata de {target}, el envío de {server}.',
  'proofs.fault.other-policy': 'El informe se juzgó según {policy}. Use --policy {wanted}.',
  'proofs.fault.too-old': 'La comprobación tiene más de {days} días. Ejecútela de nuevo.',
  'proofs.fault.from-the-future':
    'La comprobación empezó en el futuro. Ajuste el reloj del equipo que la ejecutó.',
  'proofs.fault.not-called': 'No se llamó a ninguna herramienta. Use --call all con una cuenta de prueba.',
  'proofs.fault.not-all-called':
    'No se llamó a {count} herramientas: {tools}. Use --call all y dé entradas con --inputs.',
  'proofs.fault.some-failed':
    '{count} herramientas no dieron resultado: {tools}. Dé con --inputs entradas que funcionen.',
  'proofs.fault.tools-missing':
    'Nuestra comprobación vio {count} herramientas que el informe no nombra: {tools}. Ejecútelo de nuevo.',
  'proofs.order.file': 'Ponga esta línea en un archivo de texto en esta dirección:',
  'proofs.order.or': 'O en el DNS:',
  'proofs.order.record': 'Registro TXT de {record}',
  'proofs.domain': 'Prueba del dominio',
  'proofs.domain.lead':
    'Opcional. Muestra a quien revisa que el servidor es suyo, cuando su nombre podría ser de otros. Publique una línea:',
  'proofs.domain.look': 'Ya está: mirar',
  'proofs.domain.not-found':
    'La prueba no se encontró ni en el archivo ni en el registro. Mire ambos e inténtelo de nuevo.',
  'proofs.domain.found': 'Encontrada: el sitio es suyo.',
  'proofs.domain.none': 'no mostrada',
  'proofs.domain.seen.file': 'Vista el {date} en el archivo del sitio.',
  'proofs.domain.seen.record': 'Vista el {date} en el DNS.',
}

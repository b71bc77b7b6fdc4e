export const texts = {
  'connections.title': 'Tus conexiones',
  'connections.lead': 'Conectores que tus clientes MCP pueden usar en tu nombre a través de {instance}.',
  'connections.count': { one: 'Una conexión', other: '{count} conexiones' },
  'connections.none': 'Todavía no tienes ninguna conexión',
  'connections.none.do':
    'Busca un conector y pulsa Conectar. Funcionará en todos los clientes MCP con los que inicies sesión.',
  'connections.connect-headers': '¿Pide una clave de su organización?',
  'connections.headers': 'Cabeceras',
  'connections.browse': 'Ver conectores',
  'connections.state.connected': 'Conectado',
  'connections.state.needs-reconnect': 'Conectar de nuevo',
  'connections.state.stopped': 'Detenido',
  'connections.state.gone': 'Ya no disponible',
  'connections.reconnect': 'Conectar de nuevo',
  'connections.reconnect-why':
    'El servidor ya no acepta el acceso que diste. Las llamadas fallarán hasta que conectes de nuevo.',
  'connections.connected-since': 'Conectado desde',
  'connections.last-used': 'Último uso',
  'connections.never-used': 'Sin usar todavía',
  'connections.login': 'Sesión iniciada en',
  'connections.login.open': 'No hace falta iniciar sesión',
  'connections.scopes': 'Lo que permitiste',
  'connections.tools': 'Herramientas',
  'connections.tools-count': { one: 'Una herramienta', other: '{count} herramientas' },
  'connections.endpoint': 'Dirección para tu cliente MCP',
  'connections.all': 'Todos en una sola dirección',
  'connections.all-lead':
    'Añádela una vez a un cliente y tendrá las herramientas de todo lo que conectes, ahora y más adelante. El nombre de una herramienta empieza por el de su conector. Si son muchas, el cliente las encuentra con una búsqueda.',
  'connections.all-token': 'Un script necesita un token: crear uno',
  'connections.snippet': 'Añadirlo a un cliente',
  'connections.snippet-hint':
    'La mayoría de los clientes aceptan esto. La primera vez te piden iniciar sesión aquí.',
  'connections.token': 'Token para un script',
  'connections.token-hint': 'Un script sin navegador envía un token. Solo sirve para este conector.',
  'connections.token-make': 'Crear un token',
  'connections.gone': 'Este conector ya no está en el directorio.',
  'connections.gone.do': 'Las llamadas no pasan. Desconéctelo, o conserve la conexión por si vuelve.',
  'connections.stopped': 'Detenido: por ahora no se puede llamar',
  'connections.hidden':
    'El servidor de este conector falla una y otra vez, por eso nadie lo encuentra por ahora en el directorio. Puede seguir usándolo mientras su servidor responda.',
  'connections.delisted':
    'Este conector fue retirado porque su servidor fallaba una y otra vez. Las llamadas se rechazan hasta que vuelva al directorio.',
  'connections.disconnect': 'Desconectar',
  'connections.disconnect-title': '¿Desconectar {name}?',
  'connections.disconnect-deleted':
    'Borramos la conexión y los tokens que guardamos para ella, de inmediato y para siempre.',
  'connections.disconnect-left': 'Lo que no podemos borrar',
  'connections.disconnect-left-tokens':
    'Los tokens que emitió {name} siguen siendo válidos allí hasta que caduquen. Para anularlos ya, cierra la sesión o retira el acceso en tu cuenta de {name}.',
  'connections.disconnect-revokes':
    'Pedimos a {name} que termine también sus tokens. Puede negarse o no ofrecerlo; entonces siguen siendo válidos allí hasta que caduquen, y quitar el acceso en tu cuenta de {name} los termina.',
  'connections.disconnected-ended':
    'Desconectado de {name}. Sus tokens se han borrado aquí, y confirmó que los terminó.',
  'connections.disconnected-unconfirmed':
    'Desconectado de {name}. Sus tokens se han borrado aquí, pero no confirmó que los terminó. Para asegurarte, quita el acceso en tu cuenta de allí.',
  'connections.disconnect-left-cookies':
    'Puede que tu navegador siga con la sesión abierta: las cookies de {name} permanecen. Al conectar de nuevo quizá no pida contraseña.',
  'connections.disconnect-left-backups':
    'Las copias de seguridad de este directorio contienen los tokens cifrados hasta que se sustituyen.',
  'connections.disconnect-keep': 'Conservar',
  'connections.disconnected': 'Desconectado de {name}. Sus tokens se han borrado aquí.',
  'connections.connected': 'Conectado a {name}.',
  'connections.connect-title': 'Conectar {name}',
  'connections.connect-lead': 'de {publisher}',
  'connections.connect-do': 'Conectar',
  'connections.connect-cancel': 'Ahora no',
  'connections.connect-what': 'Qué ocurre',
  'connections.connect-open':
    'Este servidor no pide iniciar sesión. Lo abrimos una vez para comprobar que responde.',
  'connections.connect-oauth':
    'Inicias sesión en el servidor y allí ves lo que permites. Recibimos un token solo para este servidor, lo guardamos cifrado y nunca vemos tu contraseña.',
  'connections.connect-unknown': 'Si el servidor pide iniciar sesión, lo haces allí y ves lo que permites.',
  'connections.connect-told':
    'El servidor sabe que {instance} lo llama. Por nosotros no sabe quién eres ni qué plan usas.',
  'connections.connect-community-title': 'Hecho por su editor, no por {instance}',
  'connections.connect-community':
    'Se comprobó y revisó al publicarlo. Lo que responden sus herramientas viene de {publisher} y de los datos que hay detrás: léelo como leerías el correo de un desconocido, y mira bien antes de confirmar una herramienta que cambia algo.',
  'connections.connect-server': 'Servidor',
  'connections.connect-tools': 'Herramientas que ofrece',
  'connections.connect-not-listed':
    'Aún no está publicado; solo pueden conectarlo su editor y los revisores.',
  'connections.connect-hidden':
    'El servidor de este conector falla una y otra vez. Por ahora nadie lo encuentra en el directorio, y las llamadas pueden fallar.',
  'connections.connect-again': 'Ya tienes conexión. Conectar de nuevo sustituye el acceso.',
  'connections.start-over-title': 'No volviste de {host}',
  'connections.start-over-why':
    'Si su página decía que no conoce este cliente, su registro allí ya no existe. Empieza de nuevo: este directorio se registra otra vez y te vuelve a enviar.',
  'connections.start-over': 'Empezar de nuevo',
  'connections.continue-title': 'Hacia {host}',
  'connections.continue-lead': 'Ahora inicias sesión en {host} y después vuelves aquí. Tienes 10 minutos.',
  'connections.continue-do': 'Continuar a {host}',
  'connections.failed-title': 'Sin conexión',
  'connections.failed-reference': 'Referencia',
  'connections.failed-reference-hint': 'Cítala cuando pidas ayuda a un operador o al editor.',
  'connections.failed-again': 'Intentarlo de nuevo',
  'connections.failed-trace': 'Ver qué ocurrió',
  'connections.failed-nothing': 'No se cambió nada.',
  'connections.failure.forged-state':
    'La respuesta no corresponde a ningún inicio de sesión empezado aquí. Vuelve a empezar en la página del conector.',
  'connections.failure.replayed-state': 'Esta respuesta ya se usó. Si no tienes conexión, vuelve a empezar.',
  'connections.failure.expired-state': 'El inicio de sesión tardó más de 10 minutos. Vuelve a empezar.',
  'connections.failure.other-person':
    'Otra persona empezó este inicio de sesión. Entra aquí como esa persona o empieza el tuyo.',
  'connections.failure.wrong-issuer':
    'La respuesta llegó de un servidor distinto del consultado ({expected}). No se usó. Avisa al editor.',
  'connections.failure.consent-denied': 'No lo permitiste en el servidor, así que no se conectó nada.',
  'connections.failure.refused-by-server':
    'El servidor terminó el inicio de sesión con «{error}». Inténtalo de nuevo o avisa al editor.',
  'connections.failure.token-refused':
    'El servidor te dejó iniciar sesión y luego no dio ningún token («{error}»). Inténtalo de nuevo o avisa al editor.',
  'connections.failure.client-forgotten':
    'El servidor ya no conoce este directorio como cliente, tampoco tras un nuevo registro. Avisa al editor.',
  'connections.failure.no-client':
    'El servidor no ofrece ninguna forma de que este directorio sea su cliente: ni documentos de metadatos, ni registro, y ningún operador introdujo un cliente.',
  'connections.failure.registration-refused':
    'El inicio de sesión del servidor no deja que este directorio se registre como su cliente ({error}). Un operador puede introducir un cliente para este conector.',
  'connections.failure.resource-refused':
    'El inicio de sesión no da acceso para {resource} (invalid_target): no conoce esta dirección. Su editor debe registrarla allí como nombre del servidor.',
  'connections.failure.static-client-issuer':
    'El servidor nombra ahora el inicio de sesión {found}, pero su cliente lo emitió {expected}. Un operador debe introducir un cliente nuevo.',
  'connections.failure.unreachable': 'No se pudo abrir el servidor: {detail}',
  'connections.failure.discovery': 'No se encontró el inicio de sesión del servidor: {detail}',
  'connections.failure.not-bound':
    'El servidor solo acepta un acceso vinculado a una clave (DPoP), y su inicio de sesión no da ninguno que este directorio pueda usar. Su editor debe corregirlo.',
  'connections.failure.not-opened':
    'Iniciaste sesión, pero el servidor rechazó después el token que había dado.',
  'connections.failure.call-failed': 'Una llamada no obtuvo respuesta: {detail}',
  'connections.failure.renewal-refused':
    'El inicio de sesión del servidor no renovó el acceso («{error}»). Vuelve a conectar.',
  'connections.failure.renewal-impossible':
    'El acceso terminó y el servidor no dio nada para renovarlo. Vuelve a conectar.',
  'connections.failure.renewal-unanswered': 'Por ahora no se pudo renovar el acceso: {detail}',
  'connections.trace-title': 'Qué ocurrió',
  'connections.trace-lead': 'Los tokens, códigos y secretos nunca se anotan.',
  'connections.trace-steps': 'Pasos',
  'connections.trace.under-way': 'En curso o abandonado',
  'connections.trace.connected': 'Conectado',
  'connections.trace.failed': 'Fallido',
  'connections.trace-requests': 'Qué se envió y se recibió, sin su contenido',
  'connections.exchange.sent': 'enviado: {shape}',
  'connections.exchange.received': 'recibido: {shape}',
  'connections.traces-title': 'Inicios de sesión y fallos de todos',
  'connections.traces-lead':
    'Para operadores. La referencia que cita una persona lleva a lo que pasó; se guarda 90 días.',
  'connections.traces-find': 'Mostrar lo que pasó',
  'connections.traces-missing': 'No hay nada con la referencia {reference}.',
  'connections.traces-newest': 'Los 50 más recientes',
  'connections.traces-none': 'Todavía no ha ocurrido nada',
  'connections.traces-connector': 'Conector',
  'connections.traces-when': 'Cuándo',
  'connections.traces-outcome': 'Resultado',
  'connections.step.renewing': 'El acceso había terminado y debía renovarse en {host}.',
  'connections.step.opened': 'Se abrió {host} sin token: {answer}.',
  'connections.step.discovered': 'Se encontró el inicio de sesión {issuer}.',
  'connections.step.client-not-hosted':
    'El inicio de sesión acepta documentos de metadatos, pero este directorio funciona sin https y no tiene ninguno.',
  'connections.step.client-chosen': 'Allí nos conocen por: {kind}.',
  'connections.step.client-registered': 'Se registró este directorio como cliente.',
  'connections.step.client-dropped': 'Se descartó el registro que el servidor ya no conoce.',
  'connections.step.key-made':
    'Se creó una clave ({algorithm}) a la que se vincula el acceso: el token por sí solo no le sirve a nadie.',
  'connections.step.sent-to-server': 'Se te envió a {host} pidiendo: {scopes}.',
  'connections.step.answer-received': 'Volviste con una respuesta de {issuer}.',
  'connections.step.tokens-received': 'Se recibió un token que {life}.',
  'connections.step.server-opened': 'Se abrió el servidor con él.',
  'connections.step.connected': 'Conectado.',
  'connections.step.failed': 'Aquí terminó.',
  'connections.client-kind.static': 'un cliente que introdujo un operador',
  'connections.client-kind.cimd': 'nuestro documento de metadatos',
  'connections.client-kind.dcr': 'un registro que hicimos',
  'connections.opened.open': 'no pide iniciar sesión',
  'connections.opened.login': 'pide iniciar sesión',
  'connections.life.known': 'caduca a los {minutes} minutos',
  'connections.life.unknown': 'no dice cuándo caduca',
  'connections.scopes-default': 'lo que el servidor da por defecto',
} as const

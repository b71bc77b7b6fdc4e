export const texts = {
  'modes.title': 'Usarlo',
  'modes.lead': 'Tres caminos desde un cliente. La mayoría pasa por {instance}.',
  'modes.works': 'funciona',
  'modes.closed': 'cerrado',
  'modes.not-measured': 'sin medir',
  'modes.server': 'Dirección del servidor',
  'modes.clients': 'Clientes',
  'modes.broker': 'A través de {instance}',
  'modes.broker.works':
    'El cliente inicia sesión aquí y {instance} llama a {host} con su acceso. Funciona en todos los clientes, también donde los otros caminos no.',
  'modes.browser': 'Una página en su navegador, directamente',
  'modes.browser.cors-open':
    'Cuando se comprobó, {host} dejaba preguntar a una página de {origin}: su respuesta a la petición previa lo permite.',
  'modes.browser.cors-closed':
    'Cuando se comprobó, {host} no dejaba preguntar a páginas de otro origen: su respuesta a la petición previa (CORS) no permite ninguna.',
  'modes.browser.cors-headers':
    'Cuando se comprobó, {host} dejaba preguntar a las páginas, pero no con todas las cabeceras que un cliente envía o lee (CORS). El informe las nombra.',
  'modes.browser.not-measured': 'No se midió si {host} deja preguntar a páginas de otro origen (CORS).',
  'modes.browser.static-client':
    '{host} solo conoce un cliente, el de {instance}. Una página de un navegador no puede iniciar sesión allí.',
  'modes.browser.address-filter':
    '{host} solo deja entrar direcciones conocidas. La de su navegador no está entre ellas.',
  'modes.browser.needs':
    'La página necesita: el permiso del servidor para su origen (CORS) y un inicio de sesión que acepte un cliente sin secreto.',
  'modes.local': 'Un cliente en su equipo, directamente',
  'modes.local.works':
    'El cliente llama a {host} por sí mismo, sin {instance}. Guarda el acceso en su equipo.',
  'modes.local.static-client':
    '{host} solo conoce un cliente, el de {instance}. Un cliente de su equipo no puede iniciar sesión allí.',
  'modes.local.address-filter':
    '{host} solo deja entrar direcciones conocidas. La de su equipo no está entre ellas.',
  'modes.local.needs':
    'El cliente necesita: un inicio de sesión que devuelva a una dirección de su propio equipo (http://127.0.0.1 o localhost, con cualquier puerto) y, para llamadas largas, más tiempo: MCP_TOOL_TIMEOUT, en milisegundos.',
  'modes.client.command': 'Claude Code',
  'modes.client.command.do':
    'Ejecute la primera línea una vez y después /mcp en una sesión para entrar. La segunda lo inicia con 300 segundos por llamada.',
  'modes.client.dialog': 'Claude, web y escritorio',
  'modes.client.dialog.do': 'Ajustes, Conectores, Añadir conector personalizado: pegue esta dirección.',
  'modes.client.editor': 'VS Code',
  'modes.client.editor.do': 'Ejecute la orden o ponga esto en .vscode/mcp.json.',
  'modes.client.cursor': 'Cursor',
  'modes.client.cursor.do': 'Ponga esto en ~/.cursor/mcp.json o en .cursor/mcp.json de un proyecto.',
  'modes.client.bridge': 'mcp-remote',
  'modes.client.bridge.do':
    'Para clientes que solo inician programas en su equipo. Abre su navegador para entrar.',
  'modes.client.json': 'Otros',
  'modes.client.json.do': 'La mayoría de los clientes acepta esto en su configuración.',
  'modes.code.run': 'Ejecutar',
  'modes.code.start': 'Iniciar con más tiempo',
  'modes.code.address': 'Dirección',
  'modes.code.file': 'Configuración',
} as const

export const texts = {
  'test-accounts.title': 'Cuenta de prueba',
  'test-accounts.of': 'Cuenta de prueba de {name}',
  'test-accounts.lead':
    'Con ella, quien revisa inicia sesión en su servidor. Está sellada, solo la abre quien tiene su caso, o nosotros donde un programa puede probarla, y se destruye al cabo de un tiempo.',
  'test-accounts.none': 'No se ha dado ninguna cuenta de prueba.',
  'test-accounts.wanted': 'Esta versión se está revisando y necesita una.',
  'test-accounts.sealed': 'Sellada el {date}.',
  'test-accounts.expires': 'Se guarda hasta el {date}.',
  'test-accounts.end.removed': 'Se quitó el {date}.',
  'test-accounts.end.expired': 'Su plazo terminó: se destruyó el {date}.',
  'test-accounts.end.withdrawn': 'Se destruyó con la retirada el {date}.',
  'test-accounts.end.taken-down': 'Se destruyó el {date}, al salir el conector del directorio.',
  'test-accounts.end.handed-over': 'Se destruyó el {date}, al traspasar el conector.',
  'test-accounts.write-only': 'Aquí ya nadie la lee. Sustitúyala o quítela.',
  'test-accounts.name': 'Nombre para iniciar sesión',
  'test-accounts.name.hint':
    'Un nombre de usuario o una dirección de correo; la cuenta no necesita segundo factor. Para una cabecera fija, su nombre, como X-API-Key; para un cliente, su client_id.',
  'test-accounts.secret': 'Contraseña, u otra cosa para iniciar sesión',
  'test-accounts.secret.hint':
    'Varias líneas si hay más que una contraseña. Para una cabecera, su valor; para un cliente, su client_secret; en una línea. Solo la ve mientras la escribe.',
  'test-accounts.hints': 'Indicaciones para iniciar sesión',
  'test-accounts.hints.hint': 'Por ejemplo, qué espacio de trabajo elegir.',
  'test-accounts.give': 'Sellar y guardar',
  'test-accounts.remove': 'Quitarla',
  'test-accounts.replace': 'Sustituirla',
  'test-accounts.given': 'La cuenta de prueba está sellada y guardada.',
  'test-accounts.removed': 'La cuenta de prueba se destruyó.',
  'test-accounts.fault.missing': 'Rellene: {field}.',
  'test-accounts.fault.too-long': '«{field}» tiene más de {limit} caracteres.',
  'test-accounts.openings': 'Abierta por quien revisa el:',
  'test-accounts.manage': 'Darla, sustituirla o quitarla',
  'test-accounts.open': 'Abrir la cuenta de prueba',
  'test-accounts.open.note': 'El editor ve que se abrió y cuándo, no quién.',
  'test-accounts.open.take': 'Puede abrirla quien ha tomado el caso.',
  'test-accounts.opened.lead': 'Su apertura quedó anotada. No la guarde en ningún otro sitio.',
  'test-accounts.opened.last': 'Abierta por quien revisa por última vez el {date}.',
  'test-accounts.notice.expired.what': 'La cuenta de prueba de {name} ha caducado',
  'test-accounts.notice.expired.why':
    'Una cuenta de prueba se guarda {days} días tras una decisión. Se destruyó; el conector sigue publicado.',
  'test-accounts.notice.expired.do':
    'Denos de nuevo una cuenta, para que el conector se pueda volver a mirar cuando algo cambie.',
  'test-accounts.notice.missing.what': '{name} necesita una cuenta de prueba para su revisión',
  'test-accounts.notice.missing.why':
    'Se revisa una versión y no hay cuenta con la que quien revisa pueda iniciar sesión.',
  'test-accounts.notice.missing.do':
    'Dé una cuenta para esta revisión. Hasta entonces no se puede probar lo que está tras el inicio de sesión.',
  'test-accounts.asked': 'El {date} se preguntó si aún funciona; sin respuesta todavía.',
  'test-accounts.confirmed': 'El editor dijo el {date} que aún funciona.',
  'test-accounts.confirmed.done': 'Gracias: queda anotado que aún funciona.',
  'test-accounts.confirm': 'Aún funciona',
  'test-accounts.notice.confirm.what': '¿Funciona aún la cuenta de prueba de {name}?',
  'test-accounts.notice.confirm.why':
    'Preguntamos una vez al mes donde no podemos verlo por nuestra cuenta; quien revisa necesita una cuenta que funcione cuando algo cambie.',
  'test-accounts.notice.confirm.do':
    'Inicie sesión con ella una vez. Después diga en la página del envío que funciona, o dé otra.',
  'test-accounts.way': 'Cómo se inicia sesión con ella',
  'test-accounts.way.hint':
    'Donde puede entrar un programa la probamos nosotros, enseguida y después una vez al mes, y le avisamos si se rechaza. Si no, le preguntamos si sigue funcionando.',
  'test-accounts.way.person': 'Una persona inicia sesión en una página',
  'test-accounts.way.header': 'Una cabecera fija, como una clave de API',
  'test-accounts.way.client': 'Un cliente OAuth propio (client credentials)',
  'test-accounts.fault.no-header': '«{field}» no es el nombre de una cabecera que podamos enviar.',
  'test-accounts.fault.no-value': '«{field}» debe ser, para un programa, una línea de caracteres sencillos.',
  'test-accounts.tried.ok': 'Iniciamos sesión con ella nosotros mismos el {date}: funciona.',
  'test-accounts.tried.refused.server': 'La probamos nosotros mismos el {date}: el servidor la rechazó.',
  'test-accounts.tried.refused.login':
    'La probamos nosotros mismos el {date}: el inicio de sesión del servidor la rechazó.',
  'test-accounts.tried.could-not-look.open':
    'El {date} no se pudo ver si funciona: el servidor muestra sus herramientas sin ella.',
  'test-accounts.tried.could-not-look.no-answer':
    'El {date} no se pudo ver si funciona: no hubo una respuesta que lo diga.',
  'test-accounts.tried.could-not-look.no-grant':
    'El {date} no se pudo ver si funciona: el inicio de sesión del servidor no da tokens a programas, o no se encontró.',
  'test-accounts.tried.could-not-look.fault': 'El {date} no se pudo ver si funciona, por un fallo nuestro.',
  'test-accounts.notice.refused.what': 'La cuenta de prueba de {name} se rechaza',
  'test-accounts.notice.refused.why':
    'Intentamos iniciar sesión con ella nosotros mismos en dos días distintos. Las dos veces la respuesta fue no.',
  'test-accounts.notice.refused.do':
    'Dé otra, o vuelva a admitir esta. Quienes revisan necesitan una cuenta que funcione cuando algo cambie.',
}

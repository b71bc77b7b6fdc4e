export const texts = {
  'icons.title': 'Icono de {name}',
  'icons.lead': 'Lo que se ve junto al nombre. Lo buscamos cada día, y al momento si lo pide aquí.',
  'icons.sizes': 'Así se muestra',
  'icons.size': 'El icono a {size} píxeles',
  'icons.source': 'Viene de',
  'icons.source.monogram': 'Dibujado a partir del nombre',
  'icons.source.file': 'Archivo allí',
  'icons.looked': 'Última búsqueda',
  'icons.looked.never': 'Aún no; la primera será en menos de un minuto.',
  'icons.address': 'Dirección del icono',
  'icons.address.hint':
    'Déjela vacía para tomar el icono de {site}. PNG, SVG, ICO, JPEG, WebP o GIF, cuadrado, como mucho 1 MiB y 2.048 píxeles por lado; 512 bastan de sobra.',
  'icons.look': 'Guardar y buscar ahora',
  'icons.found': 'Hemos buscado. Este es ahora el icono.',
  'icons.not-found': 'Hemos buscado y no hay icono que mostrar. El motivo está abajo.',
  'icons.small':
    'El archivo tiene {width} × {height} píxeles. Más grande se ve tosco; dé uno de al menos {smallest} × {smallest}, o un SVG.',
  'icons.fault': 'La última búsqueda no halló icono que mostrar',
  'icons.fault.kept': 'El icono anterior se queda por ahora.',
  'icons.fault.none':
    'En {url} no se encontró ningún icono: su página no enlaza ninguno que exista, y no hay /favicon.ico.',
  'icons.fault.unreachable': 'No se pudo obtener {url}: {problem}',
  'icons.fault.status':
    '{url} responde con HTTP {status}. Ponga ahí la imagen, o dé la dirección donde está.',
  'icons.fault.too-large': '{url} envía más de {most} bytes. Sirva un archivo menor.',
  'icons.fault.not-image': 'Lo que envía {url} no es PNG, SVG, ICO, JPEG, WebP ni GIF.',
  'icons.fault.too-many-pixels':
    '{url} tiene {width} × {height} píxeles; se dibujan como mucho {most} por lado.',
  'icons.fault.not-square': '{url} no es cuadrado: {width} × {height} píxeles.',
  'icons.fault.script': 'El SVG {url} contiene un script. Quite los scripts y atributos como onload.',
  'icons.fault.foreign-content': 'El SVG {url} contiene otro contenido (foreignObject). Dibújelo con formas.',
  'icons.fault.outside-reference':
    'El SVG {url} remite a algo de fuera. Incluya en el archivo todo lo que necesita.',
  'icons.fault.picture-inside':
    'El SVG {url} contiene una imagen. Dibújelo con formas, o sirva la imagen misma.',
  'icons.fault.entities': 'El SVG {url} define entidades. Guárdelo sin ellas.',
  'icons.fault.broken': '{url} parece una imagen y no se puede leer. Guárdela de nuevo.',
  'icons.fault.too-slow': 'Dibujar {url} tarda más de cinco segundos. Sirva una imagen más sencilla.',
  'icons.own': 'Su icono: tamaños, origen, buscar de nuevo',
}

export const texts = {
  'site.policy.title': 'Política',
  'site.policy.lead': 'Cada regla con la que se juzga un conector, por qué existe y cómo cumplirla.',
  'site.policy.no-promise.title': 'Cumplir todas las reglas no garantiza la inclusión',
  'site.policy.no-promise':
    'Las personas deciden qué se incluye. No se promete un plazo de respuesta, y la inclusión puede terminar si un servidor deja de ser fiable.',
  'site.policy.reject': 'Rechazo inmediato',
  'site.policy.reject.lead':
    'Hechos mecánicos. Un fallo termina el envío sin revisor y no admite excepciones.',
  'site.policy.must': 'Obligatorio',
  'site.policy.must.lead':
    'Un fallo detiene la inclusión hasta que se corrige o un revisor registra una excepción.',
  'site.policy.should': 'Recomendado',
  'site.policy.should.lead': 'Aparece en el informe y ante los revisores; no detiene la inclusión.',
  'site.policy.info': 'Información',
  'site.policy.info.lead': 'Hechos que ayudan a elegir.',
  'site.resources.title': 'Recursos',
  'site.resources.lead': 'Para quienes publican conectores y para programas que leen este directorio.',
  'site.resources.authors': 'Para autores',
  'site.resources.check.title': 'Compruebe antes su servidor',
  'site.resources.check': 'El comando da en su máquina el mismo veredicto que este directorio.',
  'site.resources.policy.title': 'Política',
  'site.resources.policy': 'Todas las reglas con sus motivos.',
  'site.resources.terms.title': 'Condiciones',
  'site.resources.terms': 'Lo que los editores y este directorio esperan unos de otros.',
  'site.resources.specification.title': 'Especificación de MCP',
  'site.resources.specification': 'El protocolo mismo, en su revisión actual.',
  'site.resources.bundles.title': 'Paquetes MCP',
  'site.resources.bundles': 'El formato de los servidores locales (.mcpb) y sus herramientas.',
  'site.resources.manifest.title': 'Manifiesto del paquete',
  'site.resources.manifest': 'Cada campo de manifest.json, con las políticas de privacidad exigidas.',
  'site.resources.programs': 'Para programas',
  'site.resources.programs.lead':
    'Las fichas en el formato del MCP Registry y la descripción de toda la API.',
  'site.resources.registry': 'API del registro',
  'site.resources.openapi': 'OpenAPI',
  'site.terms.title': 'Condiciones',
  'site.terms.lead': 'La versión corta, que es también la versión completa.',
  'site.terms.decision.title': 'Deciden las personas',
  'site.terms.decision':
    'Un envío lo comprueba una máquina y lo decide una persona. Cada decisión nombra las reglas en que se apoya. No se promete respuesta, inclusión ni plazo.',
  'site.terms.removal.title': 'La inclusión puede terminar',
  'site.terms.removal':
    'Un servidor que incumple la política o deja de funcionar se retira. Los editores pueden retirarlo en cualquier momento y enviarlo de nuevo.',
  'site.terms.data.title': 'Sus datos, sus deberes',
  'site.terms.data':
    'El editor de un conector responde de los datos que trata su servidor y de los derechos de las personas a quienes pertenecen.',
  'site.terms.records.title': 'Qué se registra',
  'site.terms.records':
    'Cada llamada por la pasarela deja un registro de cuándo, qué herramienta, cuánto duró y cómo terminó. Al conector no se le envía nada sobre usted. Al desconectar se borran aquí sus tokens.',
  'site.terms.limits.title': 'Límites',
  'site.terms.limits':
    'Una llamada puede durar 300 segundos y un resultado tener 25.000 tokens. Los resultados más largos se recortan, y el recorte se anuncia.',
} as const

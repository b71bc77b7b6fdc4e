export const texts = {
  'icons.title': 'Symbol von {name}',
  'icons.lead':
    'Was neben dem Namen steht. Wir suchen es jeden Tag neu, und sofort, wenn Sie hier darum bitten.',
  'icons.sizes': 'So wird es gezeigt',
  'icons.size': 'Das Symbol mit {size} Pixeln',
  'icons.source': 'Stammt von',
  'icons.source.monogram': 'Aus dem Namen gezeichnet',
  'icons.source.file': 'Datei dort',
  'icons.looked': 'Zuletzt gesucht',
  'icons.looked.never': 'Noch nicht; das erste Mal binnen einer Minute.',
  'icons.address': 'Adresse des Symbols',
  'icons.address.hint':
    'Leer lassen, um das Symbol von {site} zu nehmen. PNG, SVG, ICO, JPEG, WebP oder GIF, quadratisch, höchstens 1 MiB und 2.048 Pixel je Seite; 512 sind reichlich.',
  'icons.look': 'Speichern und jetzt suchen',
  'icons.found': 'Wir haben gesucht. Das ist jetzt das Symbol.',
  'icons.not-found': 'Wir haben gesucht und kein Symbol zum Zeigen gefunden. Der Grund steht unten.',
  'icons.small':
    'Die Datei hat {width} × {height} Pixel. Größer gezeichnet wird sie grob; geben Sie eine mit mindestens {smallest} × {smallest} oder ein SVG.',
  'icons.fault': 'Zuletzt wurde kein Symbol zum Zeigen gefunden',
  'icons.fault.kept': 'Das frühere Symbol bleibt vorerst.',
  'icons.fault.none':
    'Bei {url} wurde kein Symbol gefunden: Die Seite verlinkt keines, das da ist, und es gibt kein /favicon.ico.',
  'icons.fault.unreachable': '{url} konnte nicht geholt werden: {problem}',
  'icons.fault.status':
    '{url} antwortet mit HTTP {status}. Legen Sie das Bild dort ab, oder nennen Sie die richtige Adresse.',
  'icons.fault.too-large': '{url} sendet mehr als {most} Bytes. Liefern Sie eine kleinere Datei aus.',
  'icons.fault.not-image': 'Was {url} sendet, ist weder PNG noch SVG, ICO, JPEG, WebP oder GIF.',
  'icons.fault.too-many-pixels':
    '{url} hat {width} × {height} Pixel; gezeichnet werden höchstens {most} je Seite.',
  'icons.fault.not-square': '{url} ist nicht quadratisch: {width} × {height} Pixel.',
  'icons.fault.script': 'Das SVG {url} enthält ein Skript. Entfernen Sie Skripte und Attribute wie onload.',
  'icons.fault.foreign-content':
    'Das SVG {url} enthält fremde Inhalte (foreignObject). Zeichnen Sie es mit Formen.',
  'icons.fault.outside-reference':
    'Das SVG {url} verweist auf etwas außerhalb. Nehmen Sie alles, was es braucht, in die Datei auf.',
  'icons.fault.picture-inside':
    'Das SVG {url} enthält ein Bild. Zeichnen Sie es mit Formen, oder liefern Sie das Bild selbst aus.',
  'icons.fault.entities': 'Das SVG {url} definiert Entitäten. Speichern Sie es ohne sie.',
  'icons.fault.broken': '{url} sieht wie ein Bild aus und lässt sich nicht lesen. Speichern Sie es neu.',
  'icons.fault.too-slow':
    '{url} zu zeichnen dauert länger als fünf Sekunden. Liefern Sie ein einfacheres Bild aus.',
  'icons.own': 'Ihr Symbol: Größen, Herkunft, neu suchen',
}

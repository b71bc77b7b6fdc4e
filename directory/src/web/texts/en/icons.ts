/** Words of the page of a listing’s icon. */
export const texts = {
  'icons.title': 'Icon of {name}',
  'icons.lead': 'What people see beside the name. We look for it every day, and at once when you ask here.',
  'icons.sizes': 'As it is shown',
  'icons.size': 'The icon at {size} pixels',
  'icons.source': 'Comes from',
  'icons.source.monogram': 'Drawn from the name',
  'icons.source.file': 'File there',
  'icons.looked': 'Last look',
  'icons.looked.never': 'Not yet; the first follows within a minute.',
  'icons.address': 'Address of the icon',
  'icons.address.hint':
    'Leave it empty to take the icon of {site}. PNG, SVG, ICO, JPEG, WebP or GIF, square, at most 1 MiB and 2,048 pixels a side; 512 are plenty.',
  'icons.look': 'Save and look now',
  'icons.found': 'We have looked. This is the icon now.',
  'icons.not-found': 'We have looked and found no icon to show. The reason is below.',
  'icons.small':
    'The file has {width} × {height} pixels. Drawn larger it is coarse; give one of at least {smallest} × {smallest}, or an SVG.',
  'icons.fault': 'The last look found no icon to show',
  'icons.fault.kept': 'The earlier icon stays for now.',
  'icons.fault.none':
    'No icon was found at {url}: its page links none that is there, and there is no /favicon.ico.',
  'icons.fault.unreachable': '{url} could not be fetched: {problem}',
  'icons.fault.status':
    '{url} answers with HTTP {status}. Put the image there, or give the address where it is.',
  'icons.fault.too-large': '{url} sends more than {most} bytes. Serve a smaller file.',
  'icons.fault.not-image': 'What {url} sends is no PNG, SVG, ICO, JPEG, WebP or GIF.',
  'icons.fault.too-many-pixels': '{url} has {width} × {height} pixels; at most {most} a side are drawn.',
  'icons.fault.not-square': '{url} is not square: {width} × {height} pixels.',
  'icons.fault.script': 'The SVG {url} has a script in it. Remove scripts and attributes such as onload.',
  'icons.fault.foreign-content':
    'The SVG {url} has other content in it (foreignObject). Draw it with shapes.',
  'icons.fault.outside-reference':
    'The SVG {url} refers to something outside itself. Put all that it needs into the file.',
  'icons.fault.picture-inside':
    'The SVG {url} has a picture in it. Draw it with shapes, or serve the picture itself.',
  'icons.fault.entities': 'The SVG {url} defines entities. Save it without them.',
  'icons.fault.broken': '{url} looks like an image and cannot be decoded. Save it again.',
  'icons.fault.too-slow': 'Drawing {url} takes longer than five seconds. Serve a simpler image.',
  'icons.own': 'Your icon: sizes, source, refresh',
}

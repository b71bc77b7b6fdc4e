/** Breaks prose at spaces so that no line is longer than `width`; later lines are indented by `hanging`. */
export function wrap(text: string, width: number, hanging = 0): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const room = lines.length === 0 ? width : width - hanging
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  lines.push(line)
  return lines.join(`\n${' '.repeat(hanging)}`)
}

export function indent(text: string, columns: number): string {
  return text.replaceAll(/^/gm, ' '.repeat(columns))
}

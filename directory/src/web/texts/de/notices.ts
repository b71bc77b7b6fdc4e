export const texts = {
  'notices.title': 'Posteingang',
  'notices.lead': 'Was geschehen ist, warum, und was zu tun ist.',
  'notices.show': 'Welche Mitteilungen angezeigt werden',
  'notices.show.all': 'Alle',
  'notices.show.unread': 'Ungelesen',
  'notices.none': 'Noch keine Mitteilungen',
  'notices.none-unread': 'Sie haben alles gelesen',
  'notices.none.when':
    'Hier erfahren Sie von Entscheidungen über Ihre Einreichungen, von Ihren Konnektoren und von Verbindungen, die Sie brauchen.',
  'notices.new': 'Ungelesen',
  'notices.do': 'Was zu tun ist:',
  'notices.by': 'Bis:',
  'notices.open': 'Dorthin',
  'notices.mark-read': 'Als gelesen markieren',
  'notices.mark-unread': 'Als ungelesen markieren',
  'notices.mark-all': 'Alle als gelesen markieren',
  'notices.all-read': 'Alles ist als gelesen markiert.',
}

import { phrase, type Phrase } from '../text/phrase.ts'

const r = String.raw

/** TOOL-08: what leaves the server, or stays on a disk, although nothing seems to be written. */
export const outbound: readonly Phrase[] = [
  phrase(
    'sends',
    'en',
    'mail mess sms noti webh twee invi emai',
    r`\b(?:sends?|posts?|publish(?:es)?|forwards?|delivers?)\b… ?\b(?:e-?mails?|(?:chat |text |direct |slack |a |the )messages?|sms|(?:push )?notifications?|webhooks?|tweets?|invitations?)\b|\bnotif(?:y|ies)\b… ?\b(?:users?|members?|people|team|recipients?|by e-?mail)\b|\be-?mails (?:the|a|it|them|your)\b`,
  ),
  phrase(
    'keeps-file',
    'en',
    'save writ stor expo down dump temp',
    r`\b(?:saves?|writes?|stores?|exports?|downloads?|dumps?)\b… ?\b(?:to|into|in|as|on) (?:an? |the |your )?(?:local |temp(?:orary)? |output |given |specified )*(?:files?|disk|folder|directory|file ?system)\b|\b(?:creates?|writes?|saves?|uses?)\b… ?\btemp(?:orary)? (?:files?|director(?:y|ies)|folders?)\b`,
  ),
  phrase(
    'sends',
    'de',
    'send vers post vero leit',
    r`\b(?:sendet|verschickt|versendet|postet|veroffentlicht|leitet)\b… ?\b(?:e-?mails?|nachrichten?|sms|benachrichtigung(?:en)?|webhooks?|einladung(?:en)?)\b`,
  ),
  phrase(
    'keeps-file',
    'de',
    'spei schr legt',
    r`\b(?:speichert|schreibt|legt)\b… ?\b(?:(?:temporare |lokale )?datei(?:en)?|festplatte|ordner|verzeichnis)\b`,
  ),
  phrase(
    'sends',
    'es',
    'noti corr mens sms webh invi',
    r`\b(?:envia|publica|notifica|reenvia)\b… ?\b(?:correos?|mensajes?|sms|notificacion(?:es)?|webhooks?|invitacion(?:es)?)\b`,
  ),
  phrase(
    'keeps-file',
    'es',
    'arch fich disc carp',
    r`\b(?:guarda|escribe|descarga|exporta)\b… ?\b(?:archivos?|ficheros?|disco|carpeta)\b`,
  ),
  phrase(
    'sends',
    'fr',
    'envo publ noti tran',
    r`\b(?:envoie|publie|notifie|transfere)\b… ?\b(?:e-?mails?|courriels?|messages?|sms|notifications?|invitations?)\b`,
  ),
  phrase(
    'keeps-file',
    'fr',
    'fich disq doss',
    r`\b(?:enregistre|ecrit|telecharge|sauvegarde|exporte)\b… ?\b(?:fichiers?|disque|dossier)\b`,
  ),
]

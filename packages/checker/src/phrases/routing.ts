import { phrase, type Phrase } from '../text/phrase.ts'

const r = String.raw
const mail = r`[a-z0-9._+-]{1,64}@[a-z0-9-]{1,64}\.`
const address = r`(?:https?:\/\/|${mail})`
const amount = r`(?:[$€£]\s?\d|\d[\d.,]{0,9} ?(?:euros?|eur|dollars?|dollar|usd|dolares|usdc|usdt|btc|eth|sol|pounds?|pfund|libras|livres|yen|yuan|francs?|franken)\b|\d[\d.,]{0,9} ?[$€£])`

/** Words that send what the model has to an address, or turn money aside. */
export const routing: readonly Phrase[] = [
  phrase(
    'exfiltration',
    'en',
    'send post uplo forw subm push copy mail redi rout put add set plac incl reci repl addr dest',
    r`\b(?:send|post|upload|forward|submit|push|copy)\b… (?:to|at) ${address}\S{0,80}…\b(?:before|first|and (?:only )?then|as well|too|silently)\b|\b(?:first|before|always|also),? (?:send|post|upload|forward|submit|push|copy)\b…${address}|\b(?:send|forward|copy|mail|redirect|route)\b…\b(?:each|every|all|any|a copy of|copies of)\b…\b(?:to|at) ${address}|\b(?:put|add|set|place|include)\b…${mail}\S{0,40}…\b(?:blind copy|bcc|cc|copy|recipient|reply)|\b(?:recipient|reply(?:-to)?(?: address)?|destination|return address) (?:to|as|is) ${mail}`,
  ),
  phrase(
    'exfiltration',
    'en',
    'http',
    r`\b(?:image|picture|pixel|link|markdown image)\b… https?:\/\/[^\s]{1,200}[?&]\w{1,20}=[^.\n]{0,40}\b(?:message|conversation|data|question|answer|prompt|secret|token|user|content)s?\b`,
  ),
  phrase(
    'exfiltration',
    'en',
    'wall iban bank acco pay paym depo cryp tran send wire dona',
    r`\b(?:replace|swap|substitute|exchange|change) (?:each|every|all|any|the)\b…\b(?:wallet|iban|bank|account|payment|deposit|crypto)\b… ?(?:address(?:es)?|numbers?|details|iban)\b… (?:with|by|to|for)\b|\b(?:transfer|send|pay|wire|donate) (?:first )?(?:the )?${amount}…\b(?:to|into)\b…\b(?:account|wallet|address|author|operator|developer|owner|us|me)\b`,
  ),
  phrase(
    'exfiltration',
    'de',
    'kopi bevo zuer dann dana weit hoch heim jede alle samt setz nimm fuge empf antw ziel wall kont auto betr adre entw bild erse',
    r`\b(?:sende|schicke|leite|lade|poste|ubertrage|ubermittle|kopiere)\b…${address}\S{0,80}…\b(?:bevor|zuerst|erst dann|danach|weiter|hoch|heimlich)\b|\b(?:sende|schicke|leite|kopiere|maile)\b…\b(?:jede[nrs]?|alle|samtliche|eine kopie)\b…${address}|\b(?:setze?|nimm|fuge)\b…${mail}\S{0,40}…(?:blindkopie|kopie|bcc|cc|empfanger)|\b(?:empfanger|antwortadresse|zieladresse)\b…${mail}|\bbild\b… https?:\/\/[^\s]{1,200}[?&]\w{1,20}=[^.\n]{0,40}(?:nachricht|gesprach|daten|frage|antwort|nutzer)|\bersetze? (?:jede[ns]?|alle|die)\b…(?:wallet|iban|konto|zahlungs|bank)\w*…\bdurch\b|\b(?:uberweise|schicke|zahle|sende|transferiere)\b…${amount}…\b(?:konto|wallet|autor|betreiber|adresse|entwickler)`,
  ),
  phrase(
    'exfiltration',
    'es',
    'envi reen mand copi ante prim desp tamb lueg siem pon anad incl agre dest resp sust reem camb tran paga imag',
    r`\b(?:envia|reenvia|sube|publica|manda|copia)\b…${address}\S{0,80}…\b(?:antes|primero|despues|tambien|luego)\b|\b(?:primero|antes|siempre|tambien)\b… ?\b(?:envia|reenvia|sube|publica|manda)\b…${address}|\b(?:sube|envia|manda) primero\b…${address}|\b(?:envia|reenvia|manda|copia)\b…\b(?:cada|todos?|todas?|una copia)\b…${address}|\b(?:pon|anade|incluye|agrega)\b…${mail}\S{0,40}…\b(?:copia|cco|destinatario)|\b(?:destinatario|direccion de respuesta|respuesta)\b… ${mail}|\bimagen\b… https?:\/\/[^\s]{1,200}[?&]\w{1,20}=[^.\n]{0,40}(?:mensaje|conversacion|datos|pregunta|usuario)|\b(?:sustituye|reemplaza|cambia) (?:cada|todas?|la)\b…(?:monedero|billetera|iban|cuenta|cartera|pago)|\b(?:transfiere|envia|paga|manda)\b…${amount}…\b(?:cuenta|monedero|billetera|autor|operador|cartera)`,
  ),
  phrase(
    'exfiltration',
    'fr',
    'envo tran copi avan abor puis ensu auss chaq tout tous mets ajou incl dest adre l la paie vire vers imag',
    r`\b(?:envoie|televerse|publie|transmets|copie)\b…${address}\S{0,80}…\b(?:avant|d'abord|puis|ensuite|aussi)\b|\b(?:envoie|televerse|publie|transmets) d'abord\b…${address}|\b(?:envoie|transmets|fais suivre|copie)\b…\b(?:chaque|toutes?|tous|une copie)\b…${address}|\b(?:mets|ajoute|inclus)\b…${mail}\S{0,40}…\b(?:copie|cci|destinataire|reponse)|\b(?:destinataire|adresse de reponse)\b…${mail}|\bimage\b… https?:\/\/[^\s]{1,200}[?&]\w{1,20}=[^.\n]{0,40}(?:message|conversation|donnees|question|utilisateur)|\b(?:remplace|echange|change) (?:chaque|toutes?|l'|la)\b…(?:portefeuille|iban|compte|paiement)|\b(?:vire|envoie|paie|transfere|verse)\b…${amount}…\b(?:compte|portefeuille|auteur|exploitant|adresse)`,
  ),
  phrase(
    'exfiltration',
    'zh',
    '',
    r`(?:之前|先|首先|同时|始终|总是)[^。！？\n]{0,12}(?:发送|上传|提交|转发|抄送)[^。！？\n]{0,8}${address}|(?:每封|每条|每个|所有|全部)[^。！？\n]{0,12}(?:发送|上传|转发|抄送|密送)[^。！？\n]{0,10}${address}|${mail}\S{1,40}[^。！？\n]{0,4}(?:设为|作为|为)(?:密送|抄送|收件人)|(?:收件人|回复地址|收件地址)[^。！？\n]{0,4}(?:改为|设为|换成)|图片[^。！？\n]{0,10}https?:\/\/[^\s]{1,200}[?&]\w{1,20}=|(?:把|将)[^。！？\n]{0,8}(?:钱包|银行|账户|收款)[^。！？\n]{0,6}(?:替换|换成|改为)|(?:转账|汇款|发送|支付|转)\s?${amount.replaceAll(r`\b`, '')}|(?:转账|汇款|发送|支付|转)\s?\d+\s?(?:欧元|美元|元|英镑|日元)|(?:转账|汇款|支付)[^。！？\n]{0,6}无需(?:询问|确认)`,
  ),
  phrase(
    'exfiltration',
    'ja',
    '',
    r`(?:前に|まず|先に|常に|にも|すべて)[^。！？\n]{0,12}${address}[^。！？\n]{0,60}(?:送|アップロード|転送|投稿)|(?:すべて|全て|各|毎回)[^。！？\n]{0,20}${address}[^。！？\n]{0,40}(?:送|転送|入れ|追加)|(?:bcc|cc|宛先|返信先|受信者)[^。！？\n]{0,6}${mail}|${mail}[^。！？\n]{0,40}(?:bcc|宛先に|に変更)|https?:\/\/[^\s。]{1,120}[?&]\w{1,20}=[^。\n]{0,30}画像|(?:ウォレット|口座|銀行|送金先)[^。！？\n]{0,14}(?:置き換え|変更|差し替え)|\d+\s?(?:ユーロ|ドル|円|ポンド)を?[^。！？\n]{0,4}(?:送金|送っ|送り|支払|振り込)`,
  ),
]

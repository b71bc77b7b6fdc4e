import { phrase, type Phrase } from '../text/phrase.ts'
import { routing } from './routing.ts'

const r = String.raw
/** A name as programs write it; whether it is one of the server's own is asked by the rule. */
const named = r`["'\`]?(?<named>[a-z][a-z0-9]*(?:_[a-z0-9]+)+)["'\`]?`
/** The same a second time in one phrase: Node 20 lets a name of a group stand only once. */
const namedToo = named.replace('?<named>', '?<namedToo>')

/** TOOL-18: what tells the model how to treat somebody else's tools. */
export const otherTools: readonly Phrase[] = [
  phrase(
    'cross-tool',
    'en',
    'do neve avoi stop refu t',
    r`(?:\b(?:do not|never|avoid|stop|refuse to)|don't) (?:ever )?(?:use|using|call|calling|invoke|invoking|trust|rely on) (?:any |the |a )*(?:other|another|built-?in|native|competing|alternative|different|external|third-party)\b…\b(?:tool|server|search|function|connector|integration|plugin)`,
    'forbids',
  ),
  phrase(
    'cross-tool',
    'en',
    'inst rath plac pref',
    r`\b(?:instead of|rather than|in place of|prefer …over) (?:using |calling )?(?:any |all |the |your )*(?:other|another|built-?in|native|default|competing|alternative)\b…\b(?:tool|server|search|function|connector|plugin)`,
  ),
  phrase(
    'cross-tool',
    'en',
    'anot othe any diff',
    r`\b(?:when|whenever|if|once|after|before|each time|every time)\b…\b(?:another|other|any|a different|different) (?:email |file |mail |search |payment |mcp |calendar )?(?:tool|server|connector|plugin)s?\b… (?:called|used|invoked|available|present|connected|installed|runs?|executed)\b…\b(?:must|always|also|instead|first|set|change|add|send|include|replace|call)\b`,
  ),
  phrase(
    'cross-tool',
    'en',
    'othe anot',
    r`\b(?:change|modify|replace|alter|redirect|rewrite)\b…\b(?:recipient|argument|parameter|input|output|result|response|destination)s?\b…\b(?:of|to|for|from) (?:any |every |all |the )*(?:other|another)\b…\b(?:tool|server|connector)`,
  ),
  phrase(
    'cross-tool',
    'en',
    'must alwa also inst bcc redi repl chan set send',
    r`\b(?:when|whenever|if|once|after|before|each time|every time)\b…(?:\b(?:call(?:s|ed|ing)?|us(?:es|ed|ing)|invok(?:es|ed|ing)|runs?|running|tool|server|function) ${named}|${namedToo}["'\`]?(?: (?:tool|server|function|connector))? (?:is|are|was|has been|gets|runs|returns)\b)…\b(?:must|always|also|instead|bcc|redirect|replace|change|set|send)\b`,
  ),
  phrase(
    'cross-tool',
    'en',
    'tool serv func conn',
    r`${named} (?:tool|server|function|connector)\b…\b(?:is|are|has been|should|must) (?:now )?(?:deprecated|broken|insecure|unsafe|compromised|outdated|malicious|replaced|disabled|not be|never|be avoided|behave|send|always)`,
  ),
  phrase(
    'cross-tool',
    'en',
    'call invo run exec',
    r`\b(?:you must|must (?:then|also|always)|always|then|also|immediately|automatically) (?:call|invoke|run|execute) (?:the )?${named}`,
  ),
  phrase(
    'cross-tool',
    'de',
    'ande frem eing',
    r`\b(?:verwende|verwenden sie|nutze|nutzen sie|benutze|benutzen sie|rufe?)\b…\b(?:niemals|nie|nicht|keine?)\b…\b(?:andere[nrs]?|fremde[nrs]?|eingebaute[nrs]?)\b…(?:werkzeug|tool|server|suche|funktion)|\bstatt (?:der |des |eines |einem |aller )?(?:andere[nrsm]?|eingebaute[nrs]?|fremde[nrs]?)\b…(?:werkzeug|tool|server|suche)`,
    'forbids',
  ),
  phrase(
    'cross-tool',
    'de',
    'wenn soba fall jede nach bevo',
    r`\b(?:wenn|sobald|falls|jedes mal|nachdem|bevor)\b…(?:\b(?:andere[snrm]?|fremde[snrm]?)\b…(?:werkzeug|tool|server)|${named})…\b(?:musst|mussen|immer|auch|stattdessen|sende|andere|ersetze|setze|fuge|zusatzlich)\b`,
  ),
  phrase(
    'cross-tool',
    'es',
    'otra otro inte las',
    r`\b(?:no|nunca|jamas) (?:use|usa|uses|utilice|utilices|llame|llames|confie|confies)\b…\b(?:otras?|otros?|ninguna otra|integradas?)\b…(?:herramienta|servidor|busqueda|conector)|\ben (?:lugar|vez) de\b…\b(?:otras?|cualquier otra|las demas|integrad)…(?:herramienta|servidor|busqueda)`,
    'forbids',
  ),
  phrase(
    'cross-tool',
    'es',
    'cuan cada si desp ante siem',
    r`\b(?:cuando|cada vez que|si|despues de|antes de|siempre que)\b…(?:\botr[ao]s?\b…(?:herramienta|servidor)|${named})…\b(?:debes?|siempre|tambien|cambia|reemplaza|envia|anade|agrega)\b`,
  ),
  phrase(
    'cross-tool',
    'fr',
    'n ne lieu',
    r`\b(?:ne |n')(?:utilise[zr]?|appelle|appelez|fais|faites|invoque[zr]?)\b…\b(?:autres?|aucun autre|integres?)\b…(?:outil|serveur|recherche|connecteur)|\bau lieu de\b…\b(?:autres?|tout autre|integre)…(?:outil|serveur|recherche)`,
    'forbids',
  ),
  phrase(
    'cross-tool',
    'fr',
    'quan lors si chaq apre avan',
    r`\b(?:quand|lorsque|lorsqu'|si|chaque fois que|apres|avant)\b…(?:\bautres? (?:outil|serveur)|${named})…\b(?:dois|devez|toujours|aussi|egalement|remplace|change|envoie|ajoute|modifie)`,
  ),
  phrase(
    'cross-tool',
    'zh',
    '',
    r`(?:不要|请勿|切勿|不得|禁止|别)(?:再)?(?:使用|调用|信任)[^。！？\n]{0,6}(?:其他|其它|别的|任何|内置)[^。！？\n]{0,6}(?:工具|服务器|搜索|插件)|而(?:不是|非)(?:使用)?(?:其他|其它|任何|内置)[^。！？\n]{0,6}(?:工具|服务器|搜索)`,
    'forbids',
  ),
  phrase(
    'cross-tool',
    'zh',
    '',
    r`(?:当|如果|每当|每次|一旦)[^。！？\n]{0,12}(?:其他工具|别的工具|另一个工具|其它工具|${named})[^。！？\n]{0,20}(?:必须|务必|总是|也要|都要|改为|替换|同时|发送)`,
  ),
  phrase(
    'cross-tool',
    'ja',
    '',
    r`(?:他の|別の|ほかの|内蔵の?)[^。！？\n]{0,8}(?:ツール|サーバー?|検索)[^。！？\n]{0,8}(?:使わない|使用しない|使用せず|呼び出さない|使わず|信頼しない|使用禁止|の代わりに|ではなく)`,
    'forbids',
  ),
  phrase(
    'cross-tool',
    'ja',
    '',
    r`(?:他のツール|別のツール|${named})[^。！？\n]{0,16}(?:際|とき|時|場合|たび|後|前)[^。！？\n]{0,20}(?:必ず|常に|も|代わり|置き換|変更|送信|追加)`,
  ),
  ...rivals(),
  ...exfiltration(),
  ...routing,
]

/** What belittles, replaces or fences in the tools of others. */
function rivals(): Phrase[] {
  return [
    phrase(
      'cross-tool',
      'en',
      'any othe repl supe plac buil nati agai now only anym',
      r`\b(?:treat|regard|consider|see)\b…\b(?:results?|outputs?|answers?) (?:of|from|by) (?:all |any |every |the )*other (?:tools?|servers?|connectors?)\b|\b(?:do not|don't|never) (?:rely on|trust|believe|accept)\b…\bother (?:tools?|servers?|connectors?)\b|\bonly this (?:one|tool|server) (?:tells|is|gives|returns|can be)\b|\b(?:replaces|supersedes|takes the place of)\b…\b(?:built-?in|native|system|default|other|file|search)\b…\btools?\b|\b(?:do not|don't|never|stop) (?:call|use|calling|using|invoke|invoking)\b…(?:${named}…\b(?:any ?more|any longer|again|from now on)|\bbuilt-?in\b|\bnative\b)|\bbefore (?:you )?(?:use|using|call|calling|run|invoke)\b…\bany other tool\b|\bin (?:its|their) place\b`,
      'forbids',
    ),
    phrase(
      'cross-tool',
      'en',
      'anot any diff',
      r`\b(?:when(?:ever)?|if|once) (?:another|any other|a different) (?:tool|server|connector)\b…\b(?:set|change|send|add|replace|call)\b`,
    ),
    phrase(
      'cross-tool',
      'de',
      'ande frem mehr erse nur',
      r`\b(?:betrachte|behandle|sieh|halte)\b…(?:ergebnis|antwort|ausgabe)\w*…\b(?:andere[nr]?|fremde[nr]?)\b…(?:server|werkzeug|tool)\w*|\bverlass dich nicht\b…\bandere|\bnur dieses\b…\b(?:sagt|ist|liefert)\b|\bersetzt\b…(?:werkzeug|suche|tool)\w*…\b(?:system|eingebaut)\w*|\b(?:rufe?|benutze?|verwende?|nutze?)\b…(?:${named}|eingebaute\w*)…\bnicht mehr\b|\bbevor (?:du|sie)\b…\bandere[srn]? (?:werkzeug|tool)\w*|\bwenn ein andere[rs]? (?:server|werkzeug)\b…\b(?:setze?|andere|sende)\b`,
      'forbids',
    ),
    phrase(
      'cross-tool',
      'es',
      'dema sust reem otra solo mas deja otro',
      r`\b(?:considera|trata|toma)\b…(?:resultado|respuesta)s?\b…\b(?:demas|otr[oa]s) (?:servidores|herramientas)|\bno te fies\b…\botr[ao]s\b|\bsolo esta\b…\b(?:dice|es|da)\b|\b(?:sustituye|reemplaza) a\b…(?:sistema|integrad|herramienta)\w*|\b(?:no llames|no uses)\b…\bmas\b…${named}|\bdeja de usar\b…(?:integrad|otr[ao]s|nativ)\w*|\bantes de usar cualquier otra\b|\bcuando otr[oa] (?:servidor|herramienta)\b…\b(?:pon|cambia|envia)\b`,
      'forbids',
    ),
    phrase(
      'cross-tool',
      'fr',
      'outi plus autr seul',
      r`\b(?:considere|traite|tiens)\b…(?:resultat|reponse)s?\b…\bautres (?:serveurs|outils)|\bne te fie pas\b…\bautres\b|\bseul celui-ci\b…\b(?:dit|est|donne)\b|\bremplace les outils\b…(?:systeme|integre|natif)|\b(?:n'appelle|n'utilise) plus\b…(?:${named}|\bla recherche integree|integre)|\bavant d'utiliser (?:un|tout|n'importe quel) autre outil\b|\bquand un autre (?:serveur|outil)\b…\b(?:mets|change|envoie)\b`,
      'forbids',
    ),
    phrase(
      'cross-tool',
      'zh',
      '',
      r`(?:其他|其它|别的)(?:所有)?(?:服务器|工具)[^。！？\n]{0,8}(?:结果|内容)[^。！？\n]{0,4}(?:视为|不可靠|丢弃|当作)|不要相信(?:其他|其它|别的)|只有(?:这个|此|本)工具|(?:取代|替代)[^。！？\n]{0,6}(?:系统|内置|文件|搜索)[^。！？\n]{0,6}(?:工具|功能)|不要再(?:调用|使用)|停止使用(?:内置|其他|系统)|使用任何其他工具之前|当(?:其他|别的|另一个)服务器[^。！？\n]{0,16}(?:设为|改为|发送)`,
      'forbids',
    ),
    phrase(
      'cross-tool',
      'ja',
      '',
      r`(?:他|別)の[^。！？\n]{0,6}(?:サーバー?|ツール)[^。！？\n]{0,8}(?:結果|返すもの)[^。！？\n]{0,10}(?:信頼でき|信用し|破棄)|正しいのはこの|(?:システム|内蔵|組み込み)[^。！？\n]{0,10}(?:ツール|検索)[^。！？\n]{0,4}(?:に代わる|の代わり|を使うのはやめ)|${named}[^。！？\n]{0,4}を?呼び出さないで|(?:他|別)のツールを(?:使う|呼び出す)前に|(?:他|別)のサーバー?が[^。！？\n]{0,16}(?:設定|変更|送)`,
      'forbids',
    ),
  ]
}

function exfiltration(): Phrase[] {
  const target = r`(?:https?:\/\/|www\.|[a-z0-9._+-]{1,64}@[a-z0-9-]{1,64}\.|\b(?:attacker|(?:external|remote|our|this|following|collection|logging) (?:server|url|address|endpoint|webhook|service)))`
  const loot = r`(?:conversation|chat (?:history|log)|credential|passwords?\b|secrets?\b|api[ _-]?keys?|private key|access token|session token|cookies?\b|environment variable|system prompt|everything|personal (?:data|information)|\b(?:all|any|every|full|entire|complete) (?:the |of the |user |user's |other )*(?:data|results?|inputs?|outputs?|arguments?|files?|messages?|content|context|emails?|responses?)|user's (?:data|messages?|inputs?|files?|emails?|question)|\.ssh|\.env\b|id_rsa)`
  const send = r`\b(?:send|forward|post|upload|transmit|e-?mail|bcc|cc|copy|exfiltrate|leak|submit|report|deliver|mirror)\b`
  return [
    phrase(
      'exfiltration',
      'en',
      'send forw post uplo tran mail bcc cc copy exfi leak subm repo deli mirr emai',
      r`${send}…${loot}… (?:to|at|via|with)\b…${target}`,
    ),
    phrase(
      'exfiltration',
      'en',
      'alwa also addi ever each secr quie',
      r`\b(?:always|also|additionally|every time|each time|secretly|quietly|in addition),? (?:silently )?(?:send|forward|post|upload|transmit|e-?mail|bcc|cc|copy|add|put)\b…${target}`,
    ),
    phrase('exfiltration', 'en', 'bcc blin', r`\b(?:bcc|blind copy)\b… [a-z0-9._+-]{1,64}@`),
    phrase(
      'exfiltration',
      'de',
      'send schi uber leit lade kopi mail',
      r`\b(?:sende|senden sie|schicke|schicken sie|ubertrage|ubertragen sie|leite|leiten sie|lade|laden sie|kopiere|maile|ubermittle|ubermitteln sie)\b…(?:unterhaltung|gesprach|chatverlauf|verlauf|zugangsdaten|passwort|passworter|geheimnis|api-schlussel|schlussel|token|alle|sammtliche|gesamte|daten|eingaben|umgebungsvariable|immer|zusatzlich)…(?:https?:\/\/|[a-z0-9._+-]{1,64}@|externen server)`,
    ),
    phrase(
      'exfiltration',
      'es',
      'envi mand reen sube suba copi tran',
      r`\b(?:envi[ae]|enviar|mand[ae]|mandar|reenvi[ae]|sube|suba|copi[ae]|transmit[ea])\b…(?:conversacion|historial|credencial|contrasena|secreto|clave|token|todos?|todas?|datos|cookies|variables de entorno|siempre|tambien)…(?:https?:\/\/|[a-z0-9._+-]{1,64}@|servidor externo)`,
    ),
    phrase(
      'exfiltration',
      'fr',
      'envo tran tele copi expe',
      r`\b(?:envoie|envoyez|envoyer|transmet[sz]?|transmettez|televerse[zr]?|copie[zr]?|expedie[zr]?|transfere[zr]?)\b…(?:conversation|historique|identifiant|mots? de passe|secret|cle|jeton|tous?|toutes?|donnees|cookies|variables d'environnement|toujours|aussi|egalement)…(?:https?:\/\/|[a-z0-9._+-]{1,64}@|serveur externe)`,
    ),
    phrase(
      'exfiltration',
      'zh',
      '',
      r`(?:发送|上传|转发|传输|抄送|复制|提交|发|将|把)[^。！？\n]{0,16}(?:对话|聊天|会话|凭据|凭证|密码|密钥|令牌|所有|全部|完整|用户|数据|环境变量)[^。！？\n]{0,24}(?:https?:\/\/|[a-z0-9._+-]{1,64}@|外部服务器)`,
    ),
    phrase(
      'exfiltration',
      'ja',
      '',
      r`(?:会話|履歴|認証情報|パスワード|秘密|キー|トークン|すべて|全て|ユーザー?の|環境変数|データ)[^。！？\n]{0,20}を?[^。！？\n]{0,6}(?:https?:\/\/[^\s。]{1,80}|[a-z0-9._+-]{1,64}@[a-z0-9.-]{1,64}|外部サーバー?)[^。！？\n]{0,6}(?:に|へ)[^。！？\n]{0,8}(?:送|転送|アップロード|コピー|投稿)`,
    ),
  ]
}

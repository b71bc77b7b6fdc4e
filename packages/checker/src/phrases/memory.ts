import { phrase, type Phrase } from '../text/phrase.ts'

const r = String.raw
const take = r`\b(?:search|query|read|access|retrieve|scan|look (?:through|into|up)|check|extract|collect|include|pass|provide|summari[sz]e|recall|copy|gather|review|attach|send|insert|paste|export|dump|list|quote)`
const ask = r`\b(?:read|open|cat|load|include|pass|attach|send|copy|upload|retrieve|paste|extract|collect|access|search|fetch|append|dump|steal|get)`
const keys = r`(?:\.ssh\/|\bid_rsa|\bid_ed25519|\.aws\/credentials|\/etc\/(?:passwd|shadow)|mcp\.json|\.npmrc|\.netrc|\.git-credentials|\.kube\/config|\bkeychain|wallet\.dat|\bbrowser (?:cookies|history|passwords?)|\.bash_history|claude_desktop_config|saved passwords?|\bprivate keys?\b)`
const weak = r`(?:\.env\b|\benvironment variables?|\bapi keys?\b|\bpasswords?\b|\bcredentials?\b)`

/** DATA-02: what reaches for the memory of the assistant, the conversation, or files of the user. */
export const memory: readonly Phrase[] = [
  phrase(
    'memory',
    'en',
    'chat memo conv wind abou',
    r`${take}\b… (?:your (?:own )?|the (?:assistant|model|ai|llm|agent)'s (?:own )?|claude's |chatgpt's |(?:the )?user's (?:stored |saved |past |previous )?|what you (?:know|remember) )(?:long-term |stored |saved |past |previous |entire |full |whole )*(?:memory|memories|conversations?|chats?|chat history|conversation history|context window|past chats|about the user)\b`,
  ),
  phrase(
    'memory',
    'en',
    'atta conv chat dial ever mess memo uplo shar',
    r`${take}\b…\b(?:(?:the |this |our )?(?:current|ongoing|entire|full|whole|complete) (?:conversation|chat|dialog(?:ue)?)(?: history| transcript| log)?(?: so far| with the user| up to| above| verbatim| as| in\b| into\b|$|[.,;])|conversation (?:so far|with the user)|everything (?:the user (?:has )?(?:said|written|told)|you know about)|(?:previous|past|earlier|all|prior) (?:conversations|chats|messages) (?:with|of|from) (?:the user|this user|you)|memor(?:y|ies) (?:about|of) the user|(?:all |any |the )?(?:documents|files) (?:that )?the user (?:has )?(?:uploaded|attached|shared))`,
  ),
  phrase(
    'sensitive-file',
    'en',
    'read open cat load incl pass atta send copy uplo retr past extr coll acce sear fetc appe dump stea get',
    r`${ask}\b…(?<!e\.g\. |default: |default )${keys}`,
  ),
  phrase(
    'sensitive-file',
    'en',
    'pass env key keys cred envi',
    r`(?:\b(?:first|before|always|must|also|then|and)\b…${ask}\b…${weak}|${ask}\b…(?:content|value)s? of\b…${weak}|${ask}\b…${weak}… (?:as (?:the|a|an)|into the|in the) \W?\w+\W? ?(?:parameter|argument|field|input|value)?)`,
  ),
  phrase(
    'memory',
    'de',
    'durc lies lese fass uber send fuge kopi samm gib gebe',
    r`\b(?:durchsuche|durchsuchen sie|lies|lesen sie|fasse|fassen sie|ubergib|ubergeben sie|sende|fuge|fugen sie|kopiere|kopieren sie|sammle|sammeln sie|gib|geben sie)\b…(?:\b(?:dein|ihr|das)\w* (?:gesamte[sn]? )?(?:gedachtnis|erinnerung|speicher)|(?:gesamte[nrs]?|ganze[nrs]?|bisherige[nrs]?|vollstandige[nrs]?|komplette[nrs]?) (?:unterhaltung|gesprach|chatverlauf|gesprachsverlauf|chat|verlauf)|erinnerungen (?:an|uber))`,
  ),
  phrase(
    'sensitive-file',
    'de',
    'lies lese offn lade kopi send fuge uber samm',
    r`\b(?:lies|lesen sie|offne|offnen sie|lade|kopiere|kopieren sie|sende|senden sie|fuge|fugen sie|ubergib|ubergeben sie|sammle)\b…(?:${keys}|\.env\b|zugangsdaten|passworter|umgebungsvariablen)`,
  ),
  phrase(
    'memory',
    'es',
    'busc busq lee lea leer resu incl copi envi reco pasa pase',
    r`\b(?:busc(?:a|ar)|busque|lee|lea|leer|resum(?:e|a|ir)|pas(?:a|e|ar)|incluy(?:e|a)|incluir|copi(?:a|e|ar)|envi(?:a|e|ar)|recopil(?:a|e|ar))\b…(?:\btu (?:propia )?memoria|\b(?:toda|todo|entera|completa|completo)\b…(?:conversacion|historial|chat)|(?:conversacion|historial)\w*…(?:complet|enter|hasta ahora|con el usuario)|recuerdos (?:sobre|del))`,
  ),
  phrase(
    'sensitive-file',
    'es',
    'lee lea copi envi incl carg adju abre abra pasa pase',
    r`\b(?:lee|lea|abr[ea]|copi[ae]|envi[ae]|incluy[ea]|pas[ae]|carg(?:a|ue)|adjunt[ae])\b…(?:${keys}|\.env\b|credenciales|contrasenas|variables de entorno)`,
  ),
  phrase(
    'memory',
    'fr',
    'cher lis lise resu pass incl copi envo parc coll',
    r`\b(?:cherche[zr]?|lis|lisez|resume[zr]?|passe[zr]?|inclus|incluez|copie[zr]?|envoie|envoyez|parcours|parcourez|collecte[zr]?)\b…(?:\b(?:ta|votre) (?:propre )?memoire|\b(?:toute|tout|entiere|integralite|complete?)\b…(?:conversation|historique|discussion)|(?:conversation|historique)\b…(?:entiere|complet|jusqu'ici|avec l'utilisateur)|souvenirs)`,
  ),
  phrase(
    'sensitive-file',
    'fr',
    'lis lise ouvr copi envo incl pass char join joig',
    r`\b(?:lis|lisez|ouvre[zr]?|copie[zr]?|envoie|envoyez|inclus|incluez|passe[zr]?|charge[zr]?|joins|joignez)\b…(?:${keys}|\.env\b|identifiants|mots de passe|variables d'environnement)`,
  ),
  phrase(
    'memory',
    'zh',
    '',
    r`(?:读取|搜索|检索|查询|提取|收集|总结|复制|包含|传入|附上|发送|把|将|访问)[^。！？\n]{0,12}(?:你的记忆|记忆库|完整(?:的)?(?:对话|聊天|会话)|全部(?:的)?(?:对话|聊天|会话)|整个(?:对话|聊天|会话)|所有(?:的)?(?:对话|聊天|会话)|聊天记录|对话历史|会话历史|历史对话|关于用户的记忆)`,
  ),
  phrase(
    'sensitive-file',
    'zh',
    '',
    r`(?<!可能|不)(?:读取|打开|复制|上传|发送|包含|附上|加载|收集|获取)[^。！？\n]{0,16}(?:\.ssh\/|id_rsa|\.env\b|\/etc\/passwd|\.aws\/credentials|mcp\.json|私钥|环境变量|凭据|密码文件)`,
  ),
  phrase(
    'memory',
    'ja',
    '',
    r`(?:あなたの記憶|メモリ|会話(?:の)?(?:履歴|全体|全文)|チャット(?:の)?(?:履歴|全体)|これまでの会話|すべての会話|全ての会話|ユーザー?に関する記憶)[^。！？\n]{0,12}(?:読|検索|取得|要約|コピー|含め|渡|送|収集|添付|入れ)`,
  ),
  phrase(
    'sensitive-file',
    'ja',
    '',
    r`(?:\.ssh\/|id_rsa|\.env|\/etc\/passwd|\.aws\/credentials|mcp\.json|秘密鍵|環境変数|認証情報)[^。！？\n]{0,16}(?:読|開|コピー|送|含め|渡|収集|取得|アップロード|添付)`,
  ),
  ...reaching(),
]

/** The same wants in other words: into which argument, from where, for how long. */
function reaching(): Phrase[] {
  const argument = r`(?:["'\u201c\u201e\u00ab]\s?\w{2,30}\s?["'\u201d\u201c\u00bb]|\b(?:this|the) (?:parameter|argument|field|input)\b)`
  return [
    phrase(
      'memory',
      'en',
      'prom thou reas thin ever conv chat dial mess turn memo sess',
      r`\b(?:copy|put|write|paste|include|fill|place|insert|repeat|add|print)\b…\b(?:system prompt|chain of thought|(?:complete|full|whole|entire|internal) (?:reasoning|thinking|thoughts)|everything (?:said|written)|(?:whole|entire|full|complete) (?:conversation|chat|dialog(?:ue)?)|all (?:previous )?(?:messages|turns))\b… (?:into|in|to|as)\b… ?(?:${argument}|"|\bparameter|\bargument|\bfield)|\b(?:save|store|remember|note|keep|record)\b…\b(?:in (?:your|the) (?:long-term |persistent )?memory|for (?:all|every) (?:future|later|coming) (?:sessions?|conversations?|chats?))\b…\b(?:always|prefer\w*|first|tool|server|priority)\b`,
    ),
    phrase(
      'memory',
      'en',
      'chat conv sess mess uplo shar reme know atta memo',
      r`\b(?:search|read|scan|go through|look through|comb|mine)\b…\b(?:earlier|previous|past|other|older|prior|former) (?:chats?|conversations?|sessions?|messages)\b…\b(?:for|and)\b|\b(?:hand over|pass on|send|give|transmit|submit|upload|share)\b…\b(?:what you (?:remember|know)|files? (?:that )?the user (?:has )?(?:uploaded|attached|shared)|uploaded files?|your memor(?:y|ies))\b`,
    ),
    phrase(
      'sensitive-file',
      'en',
      'pass pin code card secr seed fill set popu curs json desk aws ssh env envi',
      r`\b(?:ask|get|make|have|prompt|trick|persuade)\b… (?:user|them|person|customer)\b…\b(?:passwords?|passphrase|pin|2fa code|one-time code|credit card|secret key|seed phrase)\b…\b(?:pass|hand|send|give|forward|put|submit|share|into|and)\b|\b(?:list|collect|dump|gather|read|attach|include|send|pass)\b (?:all|every|any|the user's|the complete)\b…\benvironment variables\b|\b(?:fill|set|populate)\b…\b(?:with|to|from)\b…\b(?:private key|contents? of|secret|credentials?|passwords?)\b|\b(?:load|read|open|attach|send|include|upload)\b(?:…| )(?:~\/|\/home\/|%appdata%|\/users\/)?\.?[\w/.-]{0,30}(?:\.cursor\/|mcp\.json|claude_desktop_config|\.aws\/|\.ssh\b|\.env\b(?!\.example))…?(?:,|\band\b|\bfile\b|\bin\b|$)`,
    ),
    phrase(
      'memory',
      'de',
      'kopi schr setz trag gib full uber spei merk beha noti durc lies send schi teil ubrn alle',
      r`\b(?:kopiere|schreibe?|setze?|trage?|gib|fulle|ube?rnimm|ubertrage)\b…(?:systemprompt|gedankengang|uberlegung|gesprach|unterhaltung|chat|verlauf)\w*…\b(?:in|ein|aus|weiter)\b|\balles\b… (?:gesagt|geschrieben)\b…\b(?:in|ein)\b|\b(?:speichere|merke?|behalte|notiere)\b…(?:langzeitgedachtnis|gedachtnis|sitzungen|gesprache|dauerhaft)\w*…(?:immer|werkzeug|zuerst|vorzu|bevorzug)|\b(?:durchsuche|lies|durchforste)\b…\b(?:fruhere[nr]?|vorherige[nr]?|andere[nr]?|alte[nr]?)\b…(?:chat|gesprach|unterhaltung|sitzung)\w*|\b(?:gib|ubertrage|sende|schicke|ubermittle|teile)\b…(?:\bwas du (?:aus|uber|weisst)|fruheren gesprach\w*|dateien\b…hochgeladen|gedachtnis|erinnerung)`,
    ),
    phrase(
      'sensitive-file',
      'de',
      'frag brin bitt ford mit aus env aws ssh curs alle',
      r`\b(?:frage?|bringe?|bitte|fordere)\b…(?:nutzer|benutzer|anwender)\w*…(?:passwort|kennwort|pin\b|kreditkarte)\w*…(?:\bgib|weiter|ubergib|\bein\b|setze|schicke)|\b(?:liste|sammle|lies|hange|sende)\b…\balle\b…umgebungsvariablen|\bfulle?\b…\b(?:mit|aus)\b…(?:privaten schlussel|inhalt|zugangsdaten|passwort)\w*|\b(?:offne|lade|lies|hange|nimm|schicke|sende|gib)\b… (?:\b(?:in|aus|von|die|der|den|was)\b )?(?:…)?(?:~\/)?\.(?:env\b|aws\/|ssh\b|cursor\/)`,
    ),
    phrase(
      'memory',
      'es',
      'copi escr pon intr incl rell guar recu memo anot busc lee revi rast pasa entr tran envi comp',
      r`\b(?:copia|escribe|pon|introduce|incluye|rellena)\b…(?:prompt de sistema|cadena de pensamiento|razonamiento|todo lo dicho|conversacion|chat)\b…(?:\ben\b|\bcampo\b|parametro)|\b(?:pon|escribe|copia) en\b…\btodo lo (?:dicho|escrito)|\b(?:guarda|recuerda|memoriza|anota)\b…(?:memoria|sesiones|conversaciones)\b…(?:siempre|preferid|primero|herramienta)|\b(?:busca|lee|revisa|rastrea)\b…(?:chats?|conversaciones?|sesiones) (?:anteriores|previ[ao]s|pasad[ao]s)|\b(?:entrega|transmite|envia|pasa|comparte|entregalo)\b…(?:lo que (?:recuerdes|sepas)|conversaciones anteriores|archivos\b…(?:subido|adjunta)|\btu memoria)|\btu memoria\b…\bentrega`,
    ),
    phrase(
      'sensitive-file',
      'es',
      'env las aws ssh curs rell usua',
      r`\b(?:pide|pidele|consigue|haz|logra)\b…\busuario\b…(?:contrasena|clave|pin\b|tarjeta)\w*…(?:pasa|entreg|envia|\by\b)|\b(?:enumera|lista|recopila|adjunta|envia)\b…\btodas las variables de entorno|\brellena\b…\bcon\b…(?:clave privada|contenido|credenciales|contrasena)|\b(?:carga|abre|lee|adjunta|incluye|envia)\b…(?:~\/)?\.(?:env\b|aws\/|ssh\b|cursor\/)`,
    ),
    phrase(
      'memory',
      'fr',
      'copi ecri mets insc incl ete enre reti gard memo cher lis parc foui livr tran envo part reme',
      r`\b(?:copie|ecris|mets|inscris|inclus)\b…(?:prompt systeme|raisonnement|pensee|conversation|discussion|chat)\b…(?:\bdans\b|\bchamp\b|parametre)|\btout ce qui a ete (?:dit|ecrit)|\b(?:enregistre|retiens|garde|memorise)\b…(?:memoire|sessions|conversations)\b…(?:toujours|prefere|premier|outil)|\b(?:cherche|lis|parcours|fouille)\b…(?:discussions?|conversations?|chats?|sessions?) (?:precedent|anterieur|passe)\w*|\b(?:livre|transmets|envoie|partage|remets)\b…(?:ce que tu sais|conversations precedentes|fichiers\b…(?:televerse|joint)|ta memoire)|\bta memoire\b…\bremets`,
    ),
    phrase(
      'sensitive-file',
      'fr',
      'dema amen fais pous env aws ssh curs remp tout',
      r`\b(?:demande|amene|fais|pousse)\b…utilisateur\b…(?:mot de passe|code pin|carte bancaire|identifiants)\b…(?:transmets|remets|envoie|\bet\b)|\b(?:liste|collecte|joins|envoie|recupere)\b…\btoutes les variables d'environnement|\bremplis\b…\bavec\b…(?:cle privee|contenu|identifiants|mot de passe)|\b(?:charge|ouvre|lis|joins|inclus|envoie)\b…(?:~\/)?\.(?:env\b|aws\/|ssh\b|cursor\/)`,
    ),
    phrase(
      'memory',
      'zh',
      '',
      r`(?:把|将)[^。！？\n]{0,10}(?:系统提示词?|思维链|思考过程|推理过程|整个对话|说过的一切)[^。！？\n]{0,12}(?:写入|放进|复制|填入|放入)|(?:长期记忆|今后的所有会话|以后的会话|所有会话)[^。！？\n]{0,8}(?:记下|记住|保存)|(?:搜索|查找|读取|翻看)[^。！？\n]{0,6}(?:以前|之前|过去|其他)[^。！？\n]{0,4}(?:聊天|对话|会话)|在用户(?:以前|之前|过去)的(?:聊天|对话|会话)|(?:交出|传送|上传|发送|交给)[^。！？\n]{0,14}(?:记住|记忆|以前的对话|用户[^。！？\n]{0,10}上传的)|(?:以前|之前)的对话中记住`,
    ),
    phrase(
      'sensitive-file',
      'zh',
      '',
      r`(?:向|让|要求)用户[^。！？\n]{0,6}(?:索要|输入|提供|询问)[^。！？\n]{0,6}(?:密码|口令|验证码)|(?:列出|收集|附加|发送)[^。！？\n]{0,4}(?:所有|全部)(?:的)?环境变量|(?:~\/)?\.(?:ssh|aws\/credentials|env|cursor\/)[^。！？\n]{0,16}(?:内容|私钥|填写|写入|放入|附上|找到|发送)`,
    ),
    phrase(
      'memory',
      'ja',
      '',
      r`(?:システムプロンプト|思考(?:の)?過程|思考の連鎖|会話全体|これまでに話された|やり取り)[^。！？\n]{0,20}(?:コピー|書い|入れ|記入|渡|貼)|(?:長期メモリ|今後のすべての(?:セッション|会話)|以後の会話)[^。！？\n]{0,24}(?:保存|覚え|記憶)|(?:優先|最優先)[^。！？\n]{0,10}(?:長期)?メモリ|(?:過去|以前|他)の(?:チャット|会話)[^。！？\n]{0,20}(?:探し|検索|覚えている|渡|引き渡)|メモリに[^。！？\n]{0,24}(?:読み|引き渡|渡し)|アップロードした(?:ファイル|画像)[^。！？\n]{0,8}(?:送信|渡|送)`,
    ),
    phrase(
      'sensitive-file',
      'ja',
      '',
      r`ユーザー?に[^。！？\n]{0,10}(?:パスワード|暗証番号|クレジットカード)[^。！？\n]{0,8}(?:尋ね|聞い|入力させ|求め)|(?:すべて|全て)の環境変数[^。！？\n]{0,8}(?:列挙|収集|添付|送)`,
    ),
  ]
}

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
    'sear quer read acce retr scan look chec extr coll incl pass prov summ reca copy gath revi atta send inse past expo dump list quot',
    r`${take}\b… (?:your (?:own )?|the (?:assistant|model|ai|llm|agent)'s (?:own )?|claude's |chatgpt's |(?:the )?user's (?:stored |saved |past |previous )?|what you (?:know|remember) )(?:long-term |stored |saved |past |previous |entire |full |whole )*(?:memory|memories|conversations?|chats?|chat history|conversation history|context window|past chats|about the user)\b`,
  ),
  phrase(
    'memory',
    'en',
    'conv chat dial ever user mess',
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
    'read open cat load incl pass atta send copy uplo retr past extr coll acce sear fetc appe dump get',
    r`(?:\b(?:first|before|always|must|also|then|and)\b…${ask}\b…${weak}|${ask}\b…(?:content|value)s? of\b…${weak}|${ask}\b…${weak}… (?:as (?:the|a|an)|into the|in the) \W?\w+\W? ?(?:parameter|argument|field|input|value)?)`,
  ),
  phrase(
    'memory',
    'de',
    'durc lies lese fass uber send fuge kopi samm gib gebe such',
    r`\b(?:durchsuche|durchsuchen sie|lies|lesen sie|fasse|fassen sie|ubergib|ubergeben sie|sende|fuge|fugen sie|kopiere|kopieren sie|sammle|sammeln sie|gib|geben sie)\b…(?:\b(?:dein|ihr|das)\w* (?:gesamte[sn]? )?(?:gedachtnis|erinnerung|speicher)|(?:gesamte[nrs]?|ganze[nrs]?|bisherige[nrs]?|vollstandige[nrs]?|komplette[nrs]?) (?:unterhaltung|gesprach|chatverlauf|gesprachsverlauf|chat|verlauf)|erinnerungen (?:an|uber))`,
  ),
  phrase(
    'sensitive-file',
    'de',
    'lies lese offn lade kopi sende fuge uber samm',
    r`\b(?:lies|lesen sie|offne|offnen sie|lade|kopiere|kopieren sie|sende|senden sie|fuge|fugen sie|ubergib|ubergeben sie|sammle)\b…(?:${keys}|\.env\b|zugangsdaten|passworter|umgebungsvariablen)`,
  ),
  phrase(
    'memory',
    'es',
    'busc lee lea resu pasa pase incl copi envi reco',
    r`\b(?:busc(?:a|ar)|busque|lee|lea|leer|resum(?:e|a|ir)|pas(?:a|e|ar)|incluy(?:e|a)|incluir|copi(?:a|e|ar)|envi(?:a|e|ar)|recopil(?:a|e|ar))\b…(?:\btu (?:propia )?memoria|\b(?:toda|todo|entera|completa|completo)\b…(?:conversacion|historial|chat)|(?:conversacion|historial)\w*…(?:complet|enter|hasta ahora|con el usuario)|recuerdos (?:sobre|del))`,
  ),
  phrase(
    'sensitive-file',
    'es',
    'lee lea abre abra copi envi incl pasa carg adju',
    r`\b(?:lee|lea|abr[ea]|copi[ae]|envi[ae]|incluy[ea]|pas[ae]|carg(?:a|ue)|adjunt[ae])\b…(?:${keys}|\.env\b|credenciales|contrasenas|variables de entorno)`,
  ),
  phrase(
    'memory',
    'fr',
    'cher lis lise resu pass incl copi envo reca parc coll',
    r`\b(?:cherche[zr]?|lis|lisez|resume[zr]?|passe[zr]?|inclus|incluez|copie[zr]?|envoie|envoyez|parcours|parcourez|collecte[zr]?)\b…(?:\b(?:ta|votre) (?:propre )?memoire|\b(?:toute|tout|entiere|integralite|complete?)\b…(?:conversation|historique|discussion)|(?:conversation|historique)\b…(?:entiere|complet|jusqu'ici|avec l'utilisateur)|souvenirs)`,
  ),
  phrase(
    'sensitive-file',
    'fr',
    'lis lise ouvr copi envo incl pass char join',
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
    r`(?:读取|打开|复制|上传|发送|包含|附上|加载|收集|获取)[^。！？\n]{0,16}(?:\.ssh\/|id_rsa|\.env\b|\/etc\/passwd|\.aws\/credentials|mcp\.json|私钥|环境变量|凭据|密码文件)`,
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
]

import { phrase, type Phrase } from '../text/phrase.ts'

const r = String.raw

/** Words that keep something from the user. */
export const concealment: readonly Phrase[] = [
  phrase(
    'concealment',
    'en',
    'tell ment info noti reve disc aler',
    r`(?:\b(?:do not|never|must not|should not|cannot|may not|without|avoid|refrain from|not to)|n't) (?:ever |explicitly |openly |even )?(?:tell|mention|inform|notify|reveal|disclose|alert)(?:ing|ling)?\b…\b(?:users?|humans?|anyone|anybody|person|customer|operator|them|owner)\b`,
    'forbids',
  ),
  phrase(
    'concealment',
    'en',
    'ment reve disc refe expl',
    r`(?:\b(?:do not|never|must not)|don't) (?:mention|reveal|disclose|refer to|explain) (?:this|that you|these|the above|any of this|having|it)\b`,
    'forbids',
  ),
  phrase(
    'concealment',
    'en',
    'show disp let repo outp',
    r`(?:\b(?:do not|never|must not)|don't) (?:show|display|let|report|output) (?:this|these|that|it|them)\b…\b(?:user|human|anyone|person)\b`,
    'forbids',
  ),
  phrase(
    'concealment',
    'en',
    'user huma anyo pers',
    r`\bwithout (?:the )?(?:user|human|anyone|person)(?:'s)? …?(?:know|notic|awar|consent|seeing|realiz)`,
    'forbids',
  ),
  phrase(
    'concealment',
    'en',
    'user huma cust pers',
    r`\b(?:user|human|customer|person) (?:must|should|need|may|can|is) ?(?:not|never|n't) (?:need to |have to |to )?(?:know|see|notice|be (?:told|informed|aware|notified|shown|bothered)|learn|find out|supposed)|\buser (?:must|should) (?:remain|stay|be kept) (?:unaware|in the dark)`,
    'forbids',
  ),
  phrase(
    'concealment',
    'en',
    'keep from invi',
    r`\b(?:hide|conceal|keep|withhold)\b…\b(?:from|invisible to|hidden from|secret from) (?:the |every |any )?(?:user|human|anyone|person|customer|operator)|\bkeep (?:this|it|these|that)\b… (?:secret|hidden|confidential|between us|to yourself)\b`,
  ),
  phrase(
    'concealment',
    'en',
    'sile secr cove disc quie invi surr',
    r`\b(?:silently|secretly|covertly|discreetly|quietly|invisibly|surreptitiously) (?:send|read|copy|include|forward|upload|call|add|pass|append|run|collect|record|post|email|transmit|attach|execute|bcc|log|store|save|fetch|invoke)\b`,
  ),
  phrase(
    'concealment',
    'de',
    'nie niem nich kein',
    r`\b(?:sag|sage|sagen|erwahn\w*|informier\w*|verrat\w*|mitteil\w*|teile|teilen|benachrichtig\w*|zeig\w*|offenbar\w*)\b…\b(?:benutzer\w*|nutzer\w*|anwender\w*|user|menschen|niemand\w*)\b…\b(?:nicht|nichts|nie|niemals|keinesfalls|niemandem)\b|\b(?:benutzer\w*|nutzer\w*|anwender\w*) (?:darf|soll|muss|braucht)\b…\b(?:nicht|nichts|nie)\b…(?:erfahr|wiss|seh|bemerk|merk)`,
    'forbids',
  ),
  phrase(
    'concealment',
    'de',
    'nich nie niem benu nutz anwe',
    r`\b(?:erwahn\w*|sag\w*|verrat\w*|nenn\w*|zeig\w*|informier\w*)\b…\b(?:nicht|nichts|nie|niemals)\b…\b(?:gegenuber|dem|den|vor dem)\b…(?:benutzer|nutzer|anwender|user)|\bohne (?:dass )?(?:es )?(?:den |dem |der |die )?(?:benutzer\w*|nutzer\w*|anwender\w*)\b…(?:zu informieren|zu sagen|mitzuteilen|bemerkt|merkt|erfahrt|weiss|zu erwahnen|davon)`,
    'forbids',
  ),
  phrase(
    'concealment',
    'de',
    'verh verb vers heim unbe gehe',
    r`\b(?:verheimlich\w*|verberg\w*|verschweig\w*)\b…(?:benutzer|nutzer|anwender)|\b(?:heimlich|unbemerkt|im geheimen)\b…(?:send|schick|les|kopier|hochlad|ubertrag|weiterleit|mitschick|ausfuhr|fug|sammel)|\bhalte\w* …\bgeheim\b`,
  ),
  phrase(
    'concealment',
    'es',
    'usua nadi pers',
    r`\b(?:no|nunca|jamas) (?:se )?(?:lo )?(?:le )?(?:digas|diga|menciones|mencione|informes|informe|reveles|revele|muestres|muestre|comuniques|comunique|notifiques|notifique|avises|avise|cuentes|cuente)\b…\b(?:usuario|usuaria|nadie|persona)|\bsin (?:decir|informar|avisar|mencionar|notificar|que)\b…\b(?:usuario|nadie)|\bel usuario no (?:debe|necesita|puede|tiene que) (?:saber|ver|enterarse|conocer|notar)`,
    'forbids',
  ),
  phrase(
    'concealment',
    'es',
    'ocul esco secr sile',
    r`\b(?:ocult(?:a|e|ar|alo|elo)|escond(?:e|a|er))\b…\b(?:al|del) usuario|\b(?:en secreto|secretamente|en silencio|silenciosamente|a escondidas)\b…(?:envi|lee|leer|copi|sub|reenvi|inclu|llam|recop|adjunt)|\b(?:envi|lee|copi|sub|reenvi|inclu|recop|adjunt)\w*…\b(?:en secreto|secretamente|a escondidas)`,
  ),
  phrase(
    'concealment',
    'fr',
    'util pers insu',
    r`\b(?:ne |n')(?:le |la |les |lui |en )?(?:dis|dites|mentionne[zs]?|informe[zs]?|revele[zs]?|montre[zs]?|previens|prevenez|signale[zs]?|parle[zs]?|communique[zs]?)\b…\b(?:utilisateur|utilisatrice|personne)|\bsans (?:le dire|informer|prevenir|avertir|mentionner|que|en parler)\b…\butilisateur|\ba l'insu de\b|\butilisateur ne (?:doit|doive|peut) (?:pas|jamais|rien) (?:savoir|voir|etre|remarquer|apprendre)`,
    'forbids',
  ),
  phrase(
    'concealment',
    'fr',
    'util secr disc sile',
    r`\b(?:cache[zr]?|dissimule[zr]?)\b…\b(?:a l'|de l')utilisateur|\b(?:en secret|secretement|discretement|en silence|silencieusement)\b…(?:envo|lis|lire|copi|transm|inclu|appel|ajout|collect)|\b(?:envo|lis|copi|transm|inclu|ajout|collect)\w*…\b(?:en secret|secretement|discretement|silencieusement)`,
  ),
  phrase(
    'concealment',
    'zh',
    '',
    r`(?:不要|不得|请勿|切勿|别|勿|不能|不可|禁止)[^。！？\n]{0,10}(?:告诉|告知|提及|提到|透露|通知|显示|说明|泄露|让)[^。！？\n]{0,12}(?:用户|使用者|任何人|对方)|(?:不要|请勿|切勿|不得|别)(?:向|对|让|跟)(?:用户|任何人|使用者)[^。！？\n]{0,10}(?:提及|提到|透露|说|告知|知道|展示|发现|显示)|(?:用户|使用者)(?:不需要|不应该?|无需|不必|不能|不得)(?:知道|看到|了解|察觉)|在用户(?:不知情|不知道|未察觉)`,
    'forbids',
  ),
  phrase(
    'concealment',
    'zh',
    '',
    r`(?:对|向)(?:用户|使用者)(?:隐瞒|保密)|瞒着用户|(?:悄悄|偷偷|秘密|暗中)(?:地)?[^。！？\n]{0,6}(?:发送|读取|复制|上传|转发|附加|收集|调用|包含|执行)`,
  ),
  phrase(
    'concealment',
    'ja',
    '',
    r`(?:ユーザー?|利用者|使用者|誰に)[^。！？\n]{0,16}(?:言わない|言わず|伝えない|伝えず|知らせない|知らせず|知らせては|教えない|見せない|話さない|明かさない|報告しない|通知しない|言及しない|触れない|気づかれない|気付かれない|知られない|気づかれず|告げず)|(?:言及|通知|開示)しないで`,
    'forbids',
  ),
  phrase(
    'concealment',
    'ja',
    '',
    r`(?:ユーザー?|利用者)(?:に|から|には)[^。\n]{0,6}(?:隠し|隠す|隠せ|秘密に|内緒)|(?:密か|ひそか|こっそり|黙って)[^。！？\n]{0,16}(?:送|読|コピー|アップロード|転送|含め|収集|呼び出|添付|実行)`,
  ),
  phrase(
    'concealment',
    'de',
    'benu nutz anwe',
    r`\b(?:benutzer|nutzer|anwender)\w*…\b(?:nicht|nichts|nie|niemals)\b…\b(?:informieren|sagen|mitteilen|zeigen|erwahnen|verraten)\b`,
    'forbids',
  ),
  phrase(
    'concealment',
    'de',
    'heim unbe',
    r`\b(?:sende|senden sie|schicke|kopiere|lade|lies|leite|fuge|sammle)\b…\b(?:heimlich|unbemerkt)\b`,
  ),
]

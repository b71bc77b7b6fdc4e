import { phrase, type Phrase } from '../text/phrase.ts'

const r = String.raw

/** Words that put a text above what the model was told, or its safety rules out of force. */
export const overriding: readonly Phrase[] = [
  phrase(
    'override',
    'en',
    'igno disr forg over disc pay',
    r`\b(?:ignore|disregard|forget|overlook|discard|pay no attention to) (?:about )?(?:all|any|every|everything|anything|whatever|what)\b…\b(?:told|said|instructed|ordered|learn(?:ed|t)|instructions|rules|orders)\b`,
  ),
  phrase(
    'override',
    'en',
    'prec prio rule safe poli chec guid filt limi rest appl guar mode coun matt vali',
    r`\b(?:precedence|priority) over\b…\b(?:system prompt|system message|instructions?|rules)\b|\b(?:safety|security|content) (?:rules?|polic(?:y|ies)|checks?|guidelines?|filters?|limits|restrictions)\b…\b(?:do not apply|don't apply|no longer appl|(?:is|are) (?:now )?(?:all )?(?:switched off|turned off|disabled|suspended|off|lifted|void))|\b(?:bypass|get around|go around|skip|step over|exempt from) (?:all |any )?(?:of )?your\b…\b(?:safety|guidelines?|rules|polic(?:y|ies)|guardrails?|restrictions)\b|\b(?:assistant|model|agent|ai) (?:without|with no|free of)\b…\b(?:restrictions?|limits|rules|filters?)\b|\byou are\b… (?:developer|debug|god|admin|root|maintenance|unrestricted|jailbreak) mode\b|\bonly (?:this|these) (?:text|lines?|instructions?|words|rules) (?:count|apply|matter|is valid|are valid)`,
  ),
  phrase(
    'override',
    'de',
    'igno verg miss beac',
    r`\b(?:ignoriere|ignorieren sie|vergiss|vergessen sie|missachte|missachten sie|beachte|beachten sie)\b…\b(?:alle[ns]?|alles|was|jede|samtliche)\b…\b(?:anweisung|regel|befehl|gesagt|bekommen|erhalten|gelernt|vorgabe|haben)\w*`,
    'forbids',
  ),
  phrase(
    'override',
    'de',
    'umge aush ohne bist dies vorr sich',
    r`\bvorrang vor\b…(?:prompt|anweisung|regel|vorgabe)|\bsicherheits\w+…(?:gelten\b…(?:nicht|nicht mehr)|abgeschaltet|ausgeschaltet|deaktiviert|aufgehoben|ausser kraft)|\b(?:umgehen|umgehst|umgeh|aushebeln)\b|\bsicherheits(?:richtlinien|regeln|vorgaben) (?:zu umgehen|zu ignorieren)|\b(?:assistent|modell|agent)\w* ohne\b…(?:einschrankung|beschrankung|regel|grenze)|\bdu bist\b…(?:entwickler|debug|admin|wartungs)-?modus|\b(?:gelten|zahlen) nur (?:diese|noch diese)`,
    'forbids',
  ),
  phrase(
    'override',
    'es',
    'todo toda cual que',
    r`\b(?:olvida|olvide|ignora|ignore|no hagas caso|no haga caso|haz caso omiso|descarta)\b…\b(?:todo|todas|todos|cualquier|lo que)\b…\b(?:dijeron|dicho|dijo|ensenaron|instruccion\w*|reglas?|ordenes|recibi\w+)`,
    'forbids',
  ),
  phrase(
    'override',
    'es',
    'sobr segu sus tus las modo asis solo',
    r`\bprioridad sobre\b…(?:prompt|instruccion|reglas?|sistema)|\b(?:controles?|reglas?|normas?|politicas?|filtros?) de seguridad\b…(?:no se aplican|desactivad|desconectad|suspendid|anulad)|\b(?:saltarse|saltarte|eludir|evadir|omitir)\b… (?:tus|sus|las) (?:normas|reglas|politicas|directrices|guias)|\basistente sin\b…(?:restriccion|limite|regla|filtro)|\b(?:estas|esta|eres)\b… modo (?:desarrollador|depuracion|administrador|dios)|\bsolo (?:cuentan|valen|importan) estas`,
    'forbids',
  ),
  phrase(
    'override',
    'fr',
    'tout tous ce',
    r`\b(?:oublie[zr]?|ignore[zr]?|neglige[zr]?|ne tiens pas compte|ne tenez pas compte)\b…\b(?:tout|toutes?|tous|ce qu)…(?:\bdit|instruction|consigne|regle|ordre|appris|recu)\w*`,
    'forbids',
  ),
  phrase(
    'override',
    'fr',
    'sur de tes vos les sans tu vous seul',
    r`\b(?:prime(?:nt)? sur|priorite sur)\b…(?:prompt|instruction|consigne|regle|systeme)|\b(?:controles?|regles?|consignes?|politiques?|filtres?) de securite\b…(?:ne s'appliquent (?:pas|plus)|desactive|suspendu|leve)|\bcontourner\b… (?:tes|vos|les) (?:consignes|regles|directives|garde-fous)|\bassistant sans\b…(?:restriction|limite|regle|filtre)|\b(?:tu es|vous etes)\b… mode (?:developpeur|debogage|administrateur)|\bseules? (?:ces|cette)\b…(?:comptent?|valent|s'appliquent)`,
    'forbids',
  ),
  phrase(
    'override',
    'zh',
    '',
    r`(?:忽略|无视|忘记|忘掉|不要理会|别理会|不必理会|抛开)[^。！？\n]{0,16}(?:指令|指示|提示|规则|命令|一切|的话|内容)|优先于[^。！？\n]{0,8}(?:系统|提示|指令|规则)|安全(?:检查|规则|政策|准则|限制|过滤)[^。！？\n]{0,10}(?:关闭|停用|失效|不适用|解除|无效)|绕过[^。！？\n]{0,8}安全|(?:处于|进入|切换到)[^。！？\n]{0,4}(?:开发者?|调试|管理员|上帝)模式|(?:没有|不受)[^。！？\n]{0,6}(?:限制|约束)[^。！？\n]{0,8}(?:助手|模型|助理)|只有(?:这|以下)[^。！？\n]{0,6}(?:有效|算数|为准)`,
    'forbids',
  ),
  phrase(
    'override',
    'ja',
    '',
    r`(?:指示|命令|規則|ルール|言われたこと|言ったこと|話)[^。！？\n]{0,14}(?:無視し(?:て|、)|忘れて|気にせず|従わず|捨てて)|(?:プロンプト|指示|規則|ルール)より(?:も)?優先|(?:ツール|これ)[^。！？\n]{0,12}より優先|安全(?:チェック|規則|方針|ガイドライン|対策|ルール|フィルター)[^。！？\n]{0,14}(?:無効|解除|適用され(?:ない|ません)|オフ|停止|回避|なし)|(?:開発者|デバッグ|管理者)モード(?:です|に(?:入|切))|制限の?(?:ない|なし)[^。！？\n]{0,6}(?:アシスタント|モデル|ai)|だけが有効`,
    'forbids',
  ),
]

/** Words that demand a call whatever the user wants. */
export const demanding: readonly Phrase[] = [
  phrase(
    'precondition',
    'en',
    'what alwa tool func',
    r`\b(?:whatever|no matter what|regardless of what) (?:is asked|the user (?:asks|wants|says)|they ask)|\byour (?:very )?first (?:step|action|call|move) (?:is|must be|has to be) always\b|\b(?:call|use|invoke|run)\b… (?:this|the) (?:tool|function)… (?:on|for|with|at|after) (?:every|each|all) (?:\w+ )?(?:messages?|prompts?|requests?|turns?|questions?|answers?|repl(?:y|ies))\b`,
    'forbids',
  ),
  phrase(
    'precondition',
    'de',
    'egal auch jede ist',
    r`\b(?:egal,? was|was auch immer|was (?:der|die) (?:be)?nutzer\w* auch)\b…(?:gefragt|fragt|fragen|will|sagt|schritt|schreibt)?|\bbei jeder (?:\w+ )?(?:nachricht|anfrage|frage|antwort)\b|\bdein (?:aller)?erster schritt ist immer\b`,
  ),
  phrase(
    'precondition',
    'es',
    'que cada siem',
    r`\b(?:se )?(?:pregunte|pida|diga) lo que (?:se )?(?:pregunte|pida|diga)\b|\b(?:con|en|a|para|tras) cada (?:mensaje|pregunta|solicitud|respuesta)\b…(?:usuario|\b)|\btu primer paso es siempre\b`,
  ),
  phrase(
    'precondition',
    'fr',
    'chaq prem quel quoi',
    r`\bquelle que soit (?:la|sa) (?:demande|question|requete)|\bquoi (?:que|qu')\b…(?:demande|dise)|\ba chaque (?:message|question|demande|reponse)\b|\bta premiere etape est toujours\b`,
  ),
  phrase(
    'precondition',
    'zh',
    '',
    r`(?:无论|不管|不论)[^。！？\n]{0,10}(?:问|说|要求)[^。！？\n]{0,16}(?:必须|都要|先|总是|永远|始终)|对[^。！？\n]{0,6}(?:每条|每个|每一条|所有)(?:消息|请求|问题)都?[^。！？\n]{0,6}(?:运行|调用|使用|执行)|第一步(?:永远|总是|始终)是`,
  ),
  phrase(
    'precondition',
    'ja',
    '',
    r`(?:答える|回答する|返答する|応答する)前に[^。！？\n]{0,12}(?:ツール|関数)|何を(?:尋ね|聞か|質問)[^。！？\n]{0,10}(?:ても|も)|(?:すべて|全て|各|毎回)の?[^。！？\n]{0,6}(?:メッセージ|質問|リクエスト)(?:に対して|で|ごとに|のたびに)[^。！？\n]{0,10}(?:実行|呼び出|使)|最初の(?:手順|ステップ|操作)は常に`,
  ),
]

/** Words that speak for the user, or promise obedience in the model's name. */
export const consenting: readonly Phrase[] = [
  phrase(
    'false-consent',
    'en',
    'conf appr acce gran perm cons no nece unne obey foll carr exec has have',
    r`\b(?:confirm|approve|accept|grant)\b…\b(?:on (?:their|the user's|his|her) behalf|for the user|yourself|every (?:step|prompt|request|dialog|action))\b|\b(?:skip|suppress|dismiss|bypass)\b…\b(?:permission|confirmation|consent|approval)\b…\b(?:dialogs?|prompts?|requests?|steps?|question)\b|\b(?:no need|not necessary|unnecessary) to (?:involve|ask|consult|notify|inform)\b…\buser\b|\byou (?:agree|consent|undertake|accept) to (?:obey|follow|carry out|execute)\b|\b(?:vendor|maker|provider|developer|company|anthropic|openai|google|microsoft)\b… (?:has|have) (?:authori[sz]ed|allowed|permitted|approved|cleared) (?:this|you|us)\b`,
    'forbids',
  ),
  phrase(
    'false-consent',
    'en',
    'aski chec',
    r`\b(?:always|then|first|automatically|immediately)\b…\bwithout (?:asking|checking with)\b`,
    'forbids',
  ),
  phrase(
    'false-consent',
    'de',
    'selb jede alle stel uber umge unte hat habe nich verp',
    r`\b(?:genehmige|bestatige|erlaube|bestatigen sie|genehmigen sie)\b…\b(?:selbst|jede[nrs]?|alle|an (?:seiner|ihrer) stelle)\b|\b(?:frage|fragen sie|bitte|bitten sie)\b…(?:nutzer|benutzer|anwender)\w*…\bnicht\b…(?:bestatigung|erlaubnis|zustimmung)|\b(?:uberspringe?|umgehe|unterdrucke)\b…(?:ruckfrage|bestatigung|zustimmung|erlaubnis|dialog)|(?:nutzer|anwender)\w* (?:hat|haben)\b…(?:zugestimmt|eingewilligt)|\b(?:nutzer|benutzer|anwender)\w* muss nicht (?:einbezogen|gefragt|beteiligt|informiert)|\bverpflichtest du dich\b|\bverpflichten sie sich\b|\b(?:hersteller|anbieter|entwickler)\w*\b…\bhat\b…(?:erlaubt|genehmigt|autorisiert|gestattet)`,
    'forbids',
  ),
  phrase(
    'false-consent',
    'es',
    'mism cada todo toda nomb usua pida soli pedi omit salt evit acep ha siem',
    r`\b(?:aprueba|confirma|autoriza)\b…\b(?:tu mismo|cada|todos?|todas?|en su nombre|por el usuario)\b|\b(?:no|sin) (?:le )?(?:pidas|pida|solicites|pedir|solicitar)\b…(?:confirmacion|permiso|consentimiento|aprobacion)|\b(?:omite|salta|saltate|evita)\b…(?:dialogo|permiso|confirmacion|aviso)|\busuario ya\b…(?:acept|aprob|autoriz|acord)|\bno hace falta (?:involucrar|preguntar|consultar|avisar) al usuario|\baceptas (?:obedecer|seguir|cumplir|ejecutar)|\b(?:fabricante|proveedor|desarrollador)\b…\bha (?:autorizado|permitido|aprobado)|\bsiempre\b…\bsin (?:preguntar|avisar)`,
    'forbids',
  ),
  phrase(
    'false-consent',
    'fr',
    'toi chaq tout tous sa dema pass saut igno cont util fabr four edit deve tu touj inut',
    r`\b(?:approuve|confirme|autorise)\b…\b(?:toi-meme|chaque|toutes?|tous|a sa place)\b|\bne demande[zs]? pas\b…(?:confirmation|permission|autorisation|accord)|\b(?:passe|saute|ignore|contourne)\b…(?:demande d'autorisation|confirmation|autorisation|dialogue)|\butilisateur a deja\b|\binutile d'(?:impliquer|interroger|informer|avertir)\b…utilisateur|\btu acceptes d['\u2019 ]?(?:obeir|e suivre|executer)|\btu acceptes de (?:suivre|respecter|executer)|\b(?:fabricant|fournisseur|editeur|developpeur)\b…\ba (?:autorise|permis|approuve)|\btoujours\b…\bsans (?:demander|prevenir)`,
    'forbids',
  ),
  phrase(
    'false-consent',
    'zh',
    '',
    r`(?:自行|替用户|代替用户|代用户|由你)[^。！？\n]{0,6}(?:批准|确认|同意|授权)|(?:不要|无需|不必|不用)[^。！？\n]{0,4}(?:请|让|要求)?用户[^。！？\n]{0,4}(?:确认|参与|同意|批准)|(?<!用于|是否|可|会|[a-z0-9]时)(?:跳过|省略|略过)[^。！？，；、,;\n]{0,8}(?:授权|确认|许可|同意)|(?:表示|意味着)你(?:同意|承诺)(?:服从|遵守|执行|遵循)|(?:厂商|开发商|提供商|供应商)[^。！？\n]{0,6}(?:授权|批准|允许)|(?:总是|始终|一律|直接)[^。！？\n]{0,6}不经(?:询问|确认)`,
    'forbids',
  ),
  phrase(
    'false-consent',
    'ja',
    '',
    r`(?:自分で|代わりに)[^。！？\n]{0,8}(?:承認|許可|同意|応じ)|(?:確認|許可|同意)[^。！？\n]{0,8}(?:省略|スキップ|飛ばし|求めず)|ユーザー?を?関与させる必要はあり|(?:従う|実行する)ことに同意|(?:提供元|開発元|ベンダー|メーカー)は?[^。！？\n]{0,24}(?:許可して|認めて|承認して)|(?:必ず|常に|まず)[^。！？\n]{0,6}確認せずに`,
    'forbids',
  ),
]

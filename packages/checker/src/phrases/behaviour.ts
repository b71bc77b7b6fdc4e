import { concealment } from './concealment.ts'
import { consenting, demanding, overriding } from './orders.ts'
import { silence } from './silence.ts'
import { phrase, type Phrase } from '../text/phrase.ts'

const r = String.raw

/** Words by which a text claims a place above the user and the system. */
const override: readonly Phrase[] = [
  phrase(
    'override',
    'en',
    'igno disr forg disc asid',
    r`\b(?:ignore|ignoring|disregard|disregarding|forget|discard|set aside) (?:all |any |every |the |of |your |my |these |those |about )*(?:previous|prior|earlier|above|preceding|existing|system|safety|original|former|user's|other|initial|default|everything|previously|your)\b…\b(?:instruction|prompt|rule|guideline|directive|polic|guardrail|restriction|safeguard|constraint|command|training|order|said|told|above|request)`,
  ),
  phrase(
    'override',
    'en',
    'igno disr',
    r`\b(?:ignore|disregard) (?:all|any|every) (?:of )?(?:the |your )?(?:instructions|guidelines|safety rules|directives)\b`,
  ),
  phrase(
    'override',
    'en',
    'over bypa supe disa circ',
    r`\b(?:override|bypass|supersede|disable|circumvent) (?:all |any |the |your |every )*(?:(?:previous|prior|earlier|safety|system|existing|other|security|content)\b… (?:instruction|prompt|rule|guideline|directive|guardrail|restriction|safeguard|filter|polic)|guardrails|safeguards|restrictions)`,
  ),
  phrase(
    'override',
    'en',
    'your',
    r`\byour (?:new|only|real|true|actual|updated) (?:role|instructions?|task|goal|objective|purpose|directive|mission) (?:is|are)\b`,
  ),
  phrase(
    'override',
    'en',
    'now',
    r`\bfrom now on,? (?:you|always|every|all|never|ignore|treat|act|respond|answer)\b`,
  ),
  phrase('override', 'en', 'now', r`\byou are now (?:an? |the |in |running |operating |acting |no longer )`),
  phrase(
    'override',
    'en',
    'act beha pret',
    r`\b(?:you (?:must|should|will|shall|now)|now|please) (?:act|behave) (?:as|like)\b|\b(?:act|behave) as (?:an? |the |if )?(?:unrestricted|administrator|admin|root|system|developer|different|uncensored|if you)|\bpretend (?:to be|you are|that you)\b`,
  ),
  phrase(
    'override',
    'en',
    'prec prio',
    r`\b(?:takes?|have|has|having|given?) (?:absolute |full |top |the highest )?(?:precedence|priority) over (?:all |any |the |your |every )*(?:(?:other|previous|prior|earlier|system|user|safety)(?:'s)? (?:instruction|prompt|rule|message|request|polic|guideline|directive)|instruction|rule)`,
  ),
  phrase(
    'override',
    'en',
    'syst admi deve',
    r`(?:^|\n|[.!?>\]] ?)(?:new |important )?(?:system|admin(?:istrator)?|developer) (?:message|prompt|override|notice|instruction|update|command)s?\s?:`,
  ),
  phrase(
    'override',
    'en',
    'mode',
    r`\byou are (?:now )?in (?:\w+ )?(?:developer|debug|admin|maintenance) mode\b|\b(?:enter|enable|switch to|activate|you are in) (?:\w+ )?(?:god|dan|unrestricted|jailbreak) mode\b`,
  ),
  phrase(
    'override',
    'en',
    'your',
    r`\b(?:reveal|print|repeat|output|include|pass|send|append)… your (?:full |entire |whole )?(?:system prompt|hidden instructions|initial instructions|system message)`,
  ),
  phrase(
    'override',
    'de',
    'igno miss verg verw uber umge',
    r`\b(?:ignorier(?:e|en|t)|missachte[nt]?|vergiss|vergesst|vergessen sie|verwirf|verwerfen sie|uberschreibe[nt]?|umgehe[nt]?)\b…\b(?:vorherig|vorige|bisherig|fruher|obig|vorangegangen|system|sicherheits|alle anderen|ursprunglich|bestehend)…(?:anweisung|regel|vorgabe|prompt|richtlinie|befehl|nachricht|einschrankung)`,
  ),
  phrase(
    'override',
    'de',
    'jetz sofo nun vor',
    r`\bab (?:jetzt|sofort)\b…\b(?:bist du|sind sie|gilt|gelten|musst|mussen|handle|antworte|befolge)|\bdu bist (?:jetzt|nun|ab jetzt|ab sofort)\b|\bsie sind (?:jetzt|nun) (?:ein|der|die|im)\b|\b(?:hat|haben) vorrang vor\b…(?:anweisung|regel|vorgabe|system)`,
  ),
  phrase(
    'override',
    'de',
    'hat habe du sie',
    r`\bdu bist (?:jetzt|nun)\b|\bsie sind (?:jetzt|nun) (?:ein|der|die|im)\b|\b(?:hat|haben) vorrang vor\b…(?:anweisung|regel|vorgabe|system)`,
  ),
  phrase(
    'override',
    'es',
    'igno olvi omit desc anul haz',
    r`\b(?:ignor(?:a|e|en|ar)|olvid(?:a|e|en|ar)|omit(?:e|a|ir)|descart(?:a|e|ar)|anul(?:a|e|ar)|haz caso omiso de)\b…(?:instruccion|indicacion|regla|directri|orden|prompt|mensaje|restriccion)\w*…?\b(?:anterior|previ|sistema|segurida|original|existente|demas)`,
  ),
  phrase(
    'override',
    'es',
    'igno olvi omit desc anul',
    r`\b(?:ignor(?:a|e|en|ar)|olvid(?:a|e|en|ar)|omit(?:e|a|ir)|descart(?:a|e|ar)|anul(?:a|e|ar))\b…(?:anteriores|previas|previos|del sistema|todas las)…(?:instruccion|indicacion|regla|directri|orden|prompt)`,
  ),
  phrase(
    'override',
    'es',
    'ahor tien',
    r`\b(?:a partir de ahora|de ahora en adelante),? …\b(?:eres|debes|deberas|actua|responde|todas|siempre)|\bahora eres\b|\b(?:tiene|tienen) prioridad sobre\b…(?:instruccion|regla|sistema|indicacion|usuario)`,
  ),
  phrase(
    'override',
    'fr',
    'prec ante syst secu init exis prea dess',
    r`\b(?:ignore[zr]?|oublie[zr]?|neglige[zr]?|contourne[zr]?|ecrase[zr]?|ne tiens pas compte|ne tenez pas compte)\b…(?:instruction|consigne|regle|directive|ordre|prompt|message|restriction)s?…\b(?:precedent|anterieur|systeme|securite|initial|existant|prealable|ci-dessus)`,
  ),
  phrase(
    'override',
    'fr',
    'main deso dore sur',
    r`\b(?:a partir de maintenant|desormais|dorenavant),? …\b(?:tu|vous|toute|reponds|repondez|agis)|\b(?:tu es|vous etes) (?:maintenant|desormais)\b|\b(?:a|ont) (?:la )?priorite sur\b…(?:instruction|regle|consigne|systeme)|\bprime(?:nt)? sur\b…(?:instruction|regle|consigne|systeme)`,
  ),
  phrase(
    'override',
    'zh',
    '',
    r`(?:忽略|无视|忘记|忘掉|抛弃|丢弃|覆盖|绕过)[^。！？\n]{0,12}(?:之前|先前|以前|以上|上述|前面|原有|系统|所有|一切|安全)[^。！？\n]{0,10}(?:指令|指示|提示|规则|命令|要求|说明|限制|准则)`,
  ),
  phrase(
    'override',
    'zh',
    '',
    r`从现在起|从现在开始|你现在是|你的新(?:角色|任务|指令)|优先于(?:所有|任何|其他|系统|之前)`,
  ),
  phrase(
    'override',
    'ja',
    '',
    r`(?:以前|これまで|前|上記|先|すべて|全て|システム|元|他|安全)[^。！？\n]{0,10}(?:指示|命令|プロンプト|ルール|規則|指令|制限|ガイドライン)[^。！？\n]{0,6}(?:無視|忘れ|破棄|上書き|回避|捨て)`,
  ),
  phrase(
    'override',
    'ja',
    '',
    r`今から(?:あなた|お前)|これから(?:あなた)?は[^。\n]{0,20}として|あなたは今|よりも?優先(?:し|され|する)`,
  ),
]

/** Words that make the tool, or something else, come before every answer. */
const precondition: readonly Phrase[] = [
  phrase(
    'precondition',
    'en',
    'befo prio',
    r`\b(?:before|prior to) (?:answering|responding|replying|you (?:answer|respond|reply)|any (?:answer|response|reply)|every (?:answer|response|reply)|each (?:answer|response|reply)|doing anything|(?:using|calling|invoking|running) any (?:other )?(?:tool|function))\b…\b(?:call|use|invoke|run|execute|read|send|must|always|first)\b`,
  ),
  phrase(
    'precondition',
    'en',
    'befo ever rega matt',
    r`\b(?:always|must|have to|need to|required to|shall)\b…\b(?:call|use|invoke|run|execute) (?:this|it)\b(?: tool| function)?…\b(?:before (?:answer|respond|repl|any other|every|anything|each|doing|you answer)|(?:for|on|in|after|with) every (?:message|request|turn|conversation|response|question|answer)|regardless of|no matter)`,
  ),
  phrase(
    'precondition',
    'en',
    'ever',
    r`\b(?:call|use|invoke|run) (?:this|it)\b(?: tool| function)?… (?:for|on|in|after|with|at the (?:start|beginning) of) (?:each and )?every (?:message|request|turn|conversation|response|question|answer|chat|session)`,
  ),
  phrase(
    'precondition',
    'en',
    'befo prio',
    r`\b(?:before|prior to) (?:you )?(?:use|using|call|calling|invoke|invoking|run|running|execute|executing) (?:this|the)\b…\b(?:read|open|cat|load|retrieve|copy|include|collect|gather|send|provide|paste)\b…(?:~\/|\.env\b|\.ssh|\/etc\/|credential|secrets?\b|passwords?\b|api keys?\b|private keys?\b|conversation|chat history|system prompt|mcp\.json|id_rsa)`,
  ),
  phrase(
    'precondition',
    'de',
    'bevo vor',
    r`\bbevor (?:du|sie)\b…(?:antwort|reagier|etwas anderes|ein anderes|irgendein)\w*…\b(?:ruf|rufe|rufen|nutze|verwende|lies|lesen|sende|musst|mussen|fuhre|aufruf|aufzurufen|zuerst)|\bvor jeder (?:antwort|nachricht|anfrage)\b…(?:ruf|nutze|verwende|aufruf|lies|sende|muss)`,
  ),
  phrase(
    'precondition',
    'de',
    'dies',
    r`\b(?:ruf|rufe|rufen|nutze|nutzen|verwende|verwenden)\b…\bdieses werkzeug\b…\b(?:immer|stets|zuerst|vor jeder|bei jeder)…(?:antwort|nachricht|anfrage|auf|anderen)|\bdieses (?:werkzeug|tool) (?:muss|ist)\b…(?:immer|vor jeder|bei jeder|zuerst)…(?:aufgerufen|aufzurufen|verwendet|antwort)`,
  ),
  phrase(
    'precondition',
    'es',
    'ante',
    r`\bantes de (?:responder|contestar|cada respuesta|cualquier (?:respuesta|otra)|hacer nada|usar cualquier otra)\b…\b(?:llam|us|invoc|ejecut|lee|leer|envi|debes|debe|siempre)`,
  ),
  phrase(
    'precondition',
    'es',
    'siem debe',
    r`\b(?:siempre|debes?)\b…(?:llam|us|invoc|ejecut)\w* (?:a )?esta herramienta…\b(?:antes de|en cada|para cada|con cada|primero)`,
  ),
  phrase(
    'precondition',
    'fr',
    'avan',
    r`\bavant (?:de repondre|toute reponse|chaque reponse|de faire quoi que|d'utiliser (?:tout|un) autre|toute autre)\b…\b(?:appel|utilis|invoqu|execut|lis|lire|envo|tu dois|vous devez|toujours)`,
  ),
  phrase(
    'precondition',
    'fr',
    'cet',
    r`\b(?:toujours|dois|devez)\b…(?:appel|utilis|invoqu|execut)\w* (?:toujours )?cet outil…\b(?:avant|a chaque|pour chaque|en premier)|(?:appel|utilis)\w* toujours cet outil…\b(?:avant|a chaque|pour chaque)`,
  ),
  phrase(
    'precondition',
    'zh',
    '',
    r`(?:在)?(?:回答|回复|答复|响应|执行任何|使用任何其他|调用任何其他)[^。！？\n]{0,12}(?:之前|以前|前)[^。！？\n]{0,10}(?:必须|务必|一定要|总是|始终|都要|应先|请先|先)[^。！？\n]{0,6}(?:调用|使用|运行|读取|发送|执行)|(?:每次|每一次|任何时候)[^。！？\n]{0,10}(?:都要|都必须|必须|务必)[^。！？\n]{0,4}(?:先)?(?:调用|使用)(?:此|本|这个)工具`,
  ),
  phrase(
    'precondition',
    'ja',
    '',
    r`(?:回答|返答|応答|返信|答え)[^。！？\n]{0,8}前に[^。！？\n]{0,16}(?:必ず|常に|まず|最初に|先に)?[^。！？\n]{0,14}(?:呼び出|使用|実行|読み|送信|使っ|使い)|(?:毎回|すべての(?:質問|返答|回答|メッセージ)|常に)[^。！？\n]{0,10}この(?:ツール)[^。！？\n]{0,6}(?:呼び出|使用|実行|使)`,
  ),
]

/** Words that claim a consent which nobody gave. */
const fiction: readonly Phrase[] = [
  phrase(
    'false-consent',
    'en',
    'has have agre',
    r`(?<!\b(?:until|unless|if|after|once|when|whether|that|before|only) (?:the )?)\b(?:the )?(?<!\b(?:until|unless|if|after|once|when|whether|that|before|only) the )user (?:has|have) (?:already |explicitly |previously |fully |pre-?)*(?:agreed|approved|consented|authorized|authorised|confirmed|granted|permitted|allowed|given (?:full |explicit )?(?:permission|consent|approval))\b|\bagreed (?:upon )?between (?:you|the assistant|the model) and the user\b`,
  ),
  phrase(
    'false-consent',
    'en',
    'conf perm cons appr',
    r`(?:\b(?:do not|never|without|no need to|not)|don't) (?:ask|asking|request|requesting|wait|waiting|seek|seeking)\b…\b(?:confirmation|permission|consent|approval)\b`,
    'forbids',
  ),
  phrase(
    'false-consent',
    'en',
    'you',
    r`\byou (?:have been|are hereby|are already|are fully|have full|have explicit) (?:authorized|authorised|permitted|approved|pre-?approved|granted|cleared|permission|authority|authorization)`,
  ),
  phrase(
    'false-consent',
    'de',
    'benu nutz anwe ohne',
    r`\b(?:benutzer|nutzer|anwender)\w* (?:hat|haben)\b…(?:bereits|schon|ausdrucklich)…(?:zugestimmt|genehmigt|erlaubt|eingewilligt|bestatigt|freigegeben)|\bohne (?:ruckfrage|nachzufragen|zu fragen|um (?:erlaubnis|bestatigung|zustimmung) zu (?:bitten|fragen))`,
    'forbids',
  ),
  phrase(
    'false-consent',
    'es',
    'usua sin',
    r`\bel usuario ya (?:ha )?(?:aprob|acept|autoriz|consint|consent|confirm|dio|dado)\w*|\bsin (?:pedir|solicitar|esperar) (?:la )?(?:confirmacion|permiso|consentimiento|aprobacion|autorizacion)`,
    'forbids',
  ),
  phrase(
    'false-consent',
    'fr',
    'deja sans',
    r`\butilisateur a deja (?:approuve|accepte|autorise|consenti|confirme|donne)|\bsans (?:demander|attendre|solliciter) (?:de |la |l'|une |son )?(?:confirmation|permission|autorisation|consentement|accord|approbation)`,
    'forbids',
  ),
  phrase(
    'false-consent',
    'zh',
    '',
    r`用户(?:已经|已|早已)(?:明确)?(?:同意|批准|授权|确认|许可)|(?:无需|不需要|不必|不用|不要)(?:再)?(?:询问|请求|征求|等待)[^。！？\n]{0,8}(?:确认|许可|同意|批准)`,
    'forbids',
  ),
  phrase(
    'false-consent',
    'ja',
    '',
    r`ユーザー?は?(?:すでに|既に)[^。！？\n]{0,10}(?:同意|承認|許可|承諾|確認)|(?:確認|許可|同意|承認)(?:を|は)[^。！？\n]{0,6}(?:求めず|求めない|取らず|不要|待たず)`,
    'forbids',
  ),
]

/** TOOL-17: what steers the model instead of describing the tool. */
export const behaviour: readonly Phrase[] = [
  ...override,
  ...overriding,
  ...concealment,
  ...silence,
  ...precondition,
  ...demanding,
  ...fiction,
  ...consenting,
]

/** Tags that imitate the frame in which a model reads its instructions. Looked for in the text as it was sent. */
export const pseudoTag =
  /<\/?(?:important|system|system[_-]?(?:prompt|message|reminder|instructions?)|instructions?|assistant|admin|secret|hidden|override|critical|developer|user_?intent|sys)(?:\s[^<>\n]{0,60})?>|<\|[a-z_]{2,20}\|>|\[\/?INST\]|<<\/?SYS>>|\[(?:SYSTEM|ADMIN|DEVELOPER)(?: [A-Z ]{2,20})?\]|<\/(?:description|tool|tools|function|inputSchema)>|(?:^|\n)#{2,4} ?(?:(?:System|Instruction|Assistant) ?:|(?:Human|User) ?:(?! ?["'\u201c]))/i

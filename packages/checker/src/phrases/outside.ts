import { phrase, type Phrase } from '../text/phrase.ts'

const r = String.raw

/** TOOL-19: what makes the model obey a text that nobody has reviewed. */
export const outside: readonly Phrase[] = [
  phrase(
    'remote-instructions',
    'en',
    'inst dire comm prom orde',
    r`\b(?:fetch|load|get|download|retrieve|pull|read|visit|open|check|import|go to|consult)\b…\b(?:instructions?|directives?|commands|prompts?|orders)\b…\b(?:from|at|on|in)\b…(?:https?:\/\/|\burl\b|web ?(?:site|page)|\b(?:remote|external) (?:server|file|source|host)|\bgist\b|pastebin)`,
  ),
  phrase(
    'remote-instructions',
    'en',
    'foll exec obey carr perf comp act',
    r`\b(?:follow|execute|obey|carry out|perform|comply with|act on)\b…\b(?:instruction|directive|command|prompt|steps|orders)s?\b…(?:\b(?:returned|received|found|contained|given|provided|listed|published|hosted|described|written) (?:by|in|at|on|from|there)\b|\b(?:in|from|at|of|on) (?:the |its |this |that |any )*(?:tool |web |remote |server )*(?:response|result|output|file|page|document|website|url|server|https?:|reply|answer|content)|https?:\/\/)`,
  ),
  phrase(
    'remote-instructions',
    'en',
    'trea rega cons',
    r`\b(?:treat|regard|consider)\b…\b(?:output|result|response|content|reply|text|page)s?\b… as\b…\b(?:instruction|command|directive|system (?:message|prompt)|order|trusted)`,
  ),
  phrase(
    'remote-instructions',
    'en',
    'http',
    r`\b(?:visit|open|go to|fetch|load)\b… https?:\/\/[^\s]{1,100} and (?:do|follow|execute|obey|carry out|perform|apply)\b`,
  ),
  phrase(
    'remote-instructions',
    'de',
    'lade lies lese hole offn rufe befo folg fuhr',
    r`\b(?:lade|laden sie|lies|lesen sie|hole|holen sie|offne|offnen sie|rufe)\b…(?:anweisung|befehl|prompt|instruktion)\w*…(?:https?:\/\/|\burl\b|webseite|externen|server)|\b(?:befolge|befolgen sie|folge|folgen sie|fuhre|fuhren sie)\b…(?:anweisung|befehl|instruktion|schritte)\w*…(?:https?:\/\/|antwort|ergebnis|ausgabe|webseite|datei|seite|zuruck)`,
  ),
  phrase(
    'remote-instructions',
    'es',
    'desc lee lea obte carg sigu siga ejec obed cump abra abre',
    r`\b(?:descarg(?:a|ue)|lee|lea|obten(?:ga)?|carg(?:a|ue)|abr[ea])\b…(?:instruccion|orden|directriz|comando|prompt)\w*…(?:https?:\/\/|\burl\b|pagina|servidor externo)|\b(?:sigue|siga|ejecut[ae]|obedece|obedezca|cumpl[ae])\b…(?:instruccion|orden|ordenes|comando|indicacion|pasos)\w*…(?:https?:\/\/|respuesta|resultado|salida|pagina|archivo|devuel)`,
  ),
  phrase(
    'remote-instructions',
    'fr',
    'tele lis lise char recu ouvr suis suiv exec obei appl',
    r`\b(?:telecharge[zr]?|lis|lisez|charge[zr]?|recupere[zr]?|ouvre[zr]?)\b…(?:instruction|consigne|ordre|commande|prompt)s?\b…(?:https?:\/\/|\burl\b|page|serveur (?:externe|distant))|\b(?:suis|suivez|execute[zr]?|obeis|obeissez|applique[zr]?)\b…(?:instruction|consigne|ordre|commande|etape)s?\b…(?:https?:\/\/|reponse|resultat|sortie|page|fichier|renvoy|retourn)`,
  ),
  phrase(
    'remote-instructions',
    'zh',
    '',
    r`(?:从|到|访问|打开)[^。！？\n]{0,12}(?:https?:\/\/[^\s。]{1,100}|网址|网页|远程服务器|外部)[^。！？\n]{0,16}(?:获取|下载|加载|读取|执行|遵循|遵守|按照)[^。！？\n]{0,10}(?:指令|指示|命令|提示|说明)|(?:遵循|遵守|执行|服从|按照)[^。！？\n]{0,10}(?:返回|响应|结果|输出|网页|文件|页面)[^。！？\n]{0,8}(?:指令|指示|命令|步骤|说明)`,
  ),
  phrase(
    'remote-instructions',
    'ja',
    '',
    r`(?:https?:\/\/[^\s。]{1,100}|url|ウェブページ|外部サーバー?|外部サイト)[^。！？\n]{0,12}(?:指示|命令|プロンプト|手順)[^。！？\n]{0,10}(?:読み|取得|ダウンロード|従|実行)|(?:返され|返し|応答|結果|出力|ページ|ファイル)[^。！？\n]{0,10}(?:指示|命令|手順)[^。！？\n]{0,4}(?:従|実行)`,
  ),
  phrase(
    'remote-instructions',
    'en',
    'cons http inst run exec sour pipe trea rega take see obey foll carr say says',
    r`\b(?:check|consult|look at|poll|visit|read|query)\b… https?:\/\/[^\s]{1,100}…\b(?:directives?|instructions?|orders?|commands|what to do)\b|\b(?:orders?|directives?|instructions?|commands)\b… (?:are|is|stand|can be found|come|live) (?:at|on|from|under) https?:\/\/|\b(?:download|fetch|get|curl|wget|pull)\b…(?:https?:\/\/[^\s]{1,100})…\b(?:and )?(?:run|execute|source|install|pipe)\b (?:it|that|this|the)\b|\b(?:treat|regard|take|consider|see)\b…\b(?:result|output|response|page|reply|content)s?\b…\b(?:as|to be|like)\b…\b(?:orders?|instructions?|commands?)\b|\bmust be (?:executed|obeyed|followed|carried out|run) as (?:if|though)\b|\b(?:result|response|output|page|website)\b… says?\b…\b(?:must be|has to be|is to be) (?:executed|obeyed|followed|carried out|done)`,
  ),
  phrase(
    'remote-instructions',
    'de',
    'pruf lies scha frag steh lieg du komm lade hol hole ist muss sind als',
    r`\b(?:prufe|lies|schau|frage)\b…https?:\/\/[^\s]{1,100}…(?:weisung|anweisung|befehl|vorgabe)\w*|(?:befehl|weisung|anweisung)\w*…\b(?:stehen|liegen|findest du|kommen)\b…https?:\/\/|\b(?:lade|hole|hol)\b…https?:\/\/[^\s]{1,100}…\b(?:fuhre|starte|aus)\b|\b(?:behandle|betrachte|nimm|sieh)\b…(?:ergebnis|antwort|ausgabe|inhalt|seite)\w*…\bals\b…(?:befehl|anweisung|auftrag)\w*|(?:webseite|seite|ergebnis|antwort|ausgabe)\b…\b(?:ist|muss|sind)\b…(?:auszufuhren|ausgefuhrt|zu befolgen|befolgt)`,
  ),
  phrase(
    'remote-instructions',
    'es',
    'cons revi mira lee esta encu vien ejec corr debe como',
    r`\b(?:consulta|revisa|mira|lee)\b…https?:\/\/[^\s]{1,100}…(?:directiva|instruccion|orden|ordenes)\w*|(?:ordenes|instrucciones|directivas)\b…\b(?:estan|se encuentran|vienen)\b…https?:\/\/|\b(?:descarga|obten|baja)\b…https?:\/\/[^\s]{1,100}…\b(?:ejecuta|ejecutalo|corre)\w*|\b(?:trata|considera|toma)\b…(?:resultado|respuesta|salida|pagina|contenido)\w*…\bcomo\b…(?:orden|instruccion|comando)|(?:pagina(?: web)?|resultado|respuesta)\b…\bdebe (?:ejecutarse|cumplirse|seguirse|obedecerse)`,
  ),
  phrase(
    'remote-instructions',
    'fr',
    'cons veri lis rega trou sont vien tele recu pren trai etre',
    r`\b(?:consulte|verifie|lis|regarde)\b…https?:\/\/[^\s]{1,100}…(?:directive|instruction|consigne|ordre)s?|(?:ordres|instructions|consignes|directives)\b…\b(?:se trouvent|sont|viennent)\b…https?:\/\/|\b(?:telecharge|recupere|prends)\b…https?:\/\/[^\s]{1,100}…\b(?:execute|lance)\b|\b(?:traite|considere|prends)\b…(?:resultat|reponse|sortie|page|contenu)\w*…\bcomme\b…(?:ordre|instruction|commande)|(?:page(?: web)?|resultat|reponse)\b…\bdoit etre (?:execute|suivi|obei)`,
  ),
  phrase(
    'remote-instructions',
    'zh',
    '',
    r`(?:检查|查看|访问|阅读)[^。！？\n]{0,4}https?:\/\/[^\s]{1,100}[^。！？\n]{0,10}(?:指示|指令|命令)|(?:命令|指示|指令)在[^。！？\n]{0,4}https?:\/\/|(?:获取|下载)[^。！？\n]{0,6}https?:\/\/[^\s]{1,100}[^。！？\n]{0,12}(?:执行|运行)|从\s?https?:\/\/[^\s]{1,100}\s?下载[^。！？\n]{0,16}(?:执行|运行)|(?:结果|响应|输出|网页|页面)[^。！？\n]{0,8}(?:当作|视为|看作)[^。！？\n]{0,6}(?:命令|指令|指示)|(?:网页|页面|结果)[^。！？\n]{0,8}必须[^。！？\n]{0,12}执行`,
  ),
  phrase(
    'remote-instructions',
    'ja',
    '',
    r`https?:\/\/[^\s。]{1,100}[^。！？\n]{0,10}(?:指令|指示|命令)[^。！？\n]{0,6}(?:確認|読)|(?:命令|指示|指令)は[^。！？\n]{0,2}https?:\/\/|https?:\/\/[^\s。]{1,100}[^。！？\n]{0,12}(?:ダウンロード|取得)[^。！？\n]{0,14}実行|(?:結果|応答|出力|ページ)[^。！？\n]{0,12}(?:命令|指示)と(?:みなし|して)|(?:ページ|結果|応答)[^。！？\n]{0,24}として実行`,
  ),
]

import { phrase, type Phrase } from '../text/phrase.ts'

const r = String.raw

/** Words that have a step kept quiet, denied or left out of what the user reads. */
export const silence: readonly Phrase[] = [
  phrase(
    'concealment',
    'en',
    'sile quie secr disc back leav omit excl drop mum us hidd',
    r`\b(?:do|perform|handle|run|keep) (?:this|it|so|these)\b… ?\b(?:silently|quietly|secretly|discreetly|in silence|in the background without)\b|\b(?:leave|omit|exclude|drop) (?:it|this|that|them|these|the step|the call)\b…\b(?:out of|from|in) (?:your|the|any)\b…\b(?:summary|answer|reply|report|response)|\b(?:keep|stay|remain|be) (?:quiet|silent|discreet|mum)\b…\b(?:about|on|regarding|when|over)\b|\b(?:strictly|just|only) between us\b|\b(?:secret|hidden) from (?:the )?(?:user|human|customer)`,
  ),
  phrase(
    'concealment',
    'en',
    'user them anyo say answ repl clai tell pret deny resp',
    r`\b(?:do not|don't|never) (?:show|display|present|list|print)\b…\b(?:the user|users?|them|anyone)\b…\b(?:arguments?|parameters?|call|request|steps?|payload)|\bif (?:the user|anyone|anybody|someone|they)\b…\b(?:asks?|wonders?|notices?)\b…\b(?:say|answer|reply|claim|tell|pretend|deny|respond)\b(?!,? (?:(?:plainly|openly|honestly|truthfully)\b(?!-| that (?:nothing|no)\b)|so\b(?! that\b)|yes\b))|\b(?:answer|say|claim|reply|pretend|tell them|respond) that (?:nothing|no|the tool (?:failed|crashed|is down))\b…(?:\bhappened|\bask|\breason|\boccurred|\bwas done)|\buser (?:should|must|may|is|need)(?: ?not| never|n't)\b… ?(?:notice|know|learn|see|realis|realiz|find out|suspect)`,
    'forbids',
  ),
  phrase(
    'concealment',
    'de',
    'stil heim unau leis schw nich nie niem wenn fall gesc unte lass',
    r`\b(?:tu|tue|mach|mache|erledige|fuhre)\b… (?:stillschweigend|heimlich|unauffallig|leise|im stillen)\b|\blass\b…\b(?:zusammenfassung|antwort|bericht)\b… ?\b(?:weg|aus)\b|\b(?:schweige|schweig|schweigen sie)\b…(?:uber|von|dazu)|\bunter uns\b…(?:nutzer|benutzer|\b)|(?:nutzer|benutzer|anwender)\w* (?:soll|darf|muss|braucht)\b…\b(?:nicht|nie|niemals|nichts)\b…(?:merk|erfahr|wiss|seh|mitbekomm)|\b(?:sag|sage|zeige?|nenne?|verrate)\b… (?:dem|den|der|keinem) (?:be)?nutzer\w*…\b(?:nicht|nichts|nie)\b|\b(?:wenn|falls)\b…(?:fragt|fragen|nachfragt|wissen will)\b…\b(?:sag|sage|antworte|behaupte|erklare)|\b(?:antworte|behaupte|sage)\b…\b(?:nichts geschehen|nichts passiert|gescheitert)`,
    'forbids',
  ),
  phrase(
    'concealment',
    'es',
    'hazl esto real ejec lo la los las noso usua algu paso ocur suce guar',
    r`\b(?:hazlo|haz esto|realizalo|ejecutalo)\b… (?:en silencio|en secreto|discretamente|sin avisar)|\bno (?:lo|la|los|las) (?:menciones|incluyas|nombres)\b…(?:resumen|respuesta|informe)|\bguarda (?:silencio|el secreto)\b|\b(?:estrictamente|solo|queda) entre nosotros\b|\busuario (?:no|nunca|jamas) (?:debe|debera|puede|tiene que)\b…(?:notar|enterarse|saber|ver|darse cuenta|conocer)|\bno (?:le )?(?:muestres|ensenes|reveles|digas)\b…\b(?:al|a la|a los) usuari|\bsi (?:el usuario|alguien)\b…\bpregunta\b…\b(?:di|responde|contesta|afirma)\b|\b(?:responde|di|afirma) que no (?:paso|ocurrio|sucedio) nada`,
    'forbids',
  ),
  phrase(
    'concealment',
    'fr',
    'pas nous rien util gard dema fais',
    r`\bfais(?:-le| cela| ceci)\b… (?:en silence|en secret|discretement|sans prevenir)|\bne (?:le|la|les) (?:mentionne|cite|signale)[sz]? pas\b…(?:resume|reponse|compte rendu|rapport)|\bgarde[zr]? le silence\b|\b(?:strictement|uniquement|reste(?:nt)?) entre nous\b|\butilisateur ne (?:doit|devra|peut) (?:pas|jamais|rien)\b…(?:remarquer|savoir|apprendre|voir|connaitre|s'en apercevoir)|\bne (?:montre|dis|revele)[sz]? pas a l'utilisateur|\bsi (?:l'utilisateur|quelqu'un|on)\b…\bdemande\b…\b(?:dis|reponds|affirme|pretends)\b|\breponds qu'il ne s'est rien passe`,
    'forbids',
  ),
  phrase(
    'concealment',
    'zh',
    '',
    r`(?:悄悄|偷偷|暗中|秘密|默默)(?:地)?(?:完成|进行|执行|做)|不要(?:写进|写入|放进|包含在|出现在)[^。！？\n]{0,8}(?:总结|摘要|回答|报告)|保持沉默|只有我们知道|(?:绝不能|不能|不应|不应该|不要|不得)让(?:用户|使用者)[^。！？\n]{0,8}(?:得知|知道|察觉|发现|看到)|(?:不要|不得|请勿)(?:向|给|对)用户(?:显示|展示|透露|说明)|(?:如果|若|当)[^。！？\n]{0,8}(?:问起|问到|询问|有人问)[^。！？\n]{0,8}(?:就说|回答|声称|说)`,
    'forbids',
  ),
  phrase(
    'concealment',
    'ja',
    '',
    r`(?:黙って|こっそり|ひそかに|密かに)[^。！？\n]{0,4}(?:実行|行|処理|い)|(?:要約|回答|報告|返答)(?:に|には|で|から)[^。！？\n]{0,6}(?:書かない|含めない|除い|省い|触れない)|について黙って|(?:私たち|我々)だけの秘密|ユーザー?に[^。！？\n]{0,8}(?:知られ(?:ては?)?|気[づ付]かれては?)|ユーザー?が[^。！？\n]{0,4}(?:気づか|気付か|知ら)ないように|ユーザー?に[^。！？\n]{0,4}(?:見せ|示さ|表示し|伝え|言わ)ないで|(?:聞かれ|尋ねられ|問われ|質問され)たら(?![^。！？\n]{0,24}(?:そのまま|本当|正直|率直|ありのまま|隠さず)[にをはだけ]{0,2}、?[^。！？\n、]{0,12}(?:答え|言|伝え|返答|話|説明)(?![^。！？\n、]{0,6}(?:ず|ない|るな)))[^。！？\n]{0,24}(?:答え|言っ|伝え|返答)`,
    'forbids',
  ),
]

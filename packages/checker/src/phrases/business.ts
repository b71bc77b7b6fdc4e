import { phrase, type Phrase } from '../text/phrase.ts'

const r = String.raw

/** TOOL-21: what sells instead of describing. */
export const promotion: readonly Phrase[] = [
  phrase(
    'offer',
    'en',
    'upgr',
    r`\bupgrade (?:now|today|your (?:plan|account|subscription)|to (?:our |the |a )?(?:\w+ )?(?:pro|premium|plus|paid|enterprise|business|higher)\b)`,
  ),
  phrase(
    'offer',
    'en',
    'off disc code offe tria limi',
    r`\b\d{1,3} ?% (?:off|discount)\b|\b(?:use|with|enter) (?:the )?(?:promo |coupon |discount )?code [a-z0-9]{3,20}\b (?:to|for|and)|\blimited[- ]time (?:offer|only|deal)|\bspecial offer|\bstart (?:your|a) free trial\b`,
  ),
  phrase(
    'offer',
    'en',
    'buy subs sign purc prem pro',
    r`\b(?:buy now|subscribe (?:now|today)|sign up (?:now|today)|purchase (?:a|our|your) (?:plan|subscription|licen[sc]e)|get (?:your|our) (?:premium|pro) )`,
  ),
  phrase(
    'recommendation',
    'en',
    'pro our prem paid',
    r`\b(?:recommend|promote|advertise|suggest|mention|praise)\b… (?:our|the premium|the paid|the pro)\b… ?(?:product|service|plan|brand|subscription|offer|company|app|version|platform)s?\b`,
  ),
  phrase(
    'recommendation',
    'en',
    'spon affi',
    r`\bsponsored (?:by|content|link|result)|\baffiliate (?:link|code|id|partner)`,
  ),
  phrase(
    'affiliate-link',
    'en',
    'ref aff affi part utm',
    r`https?:\/\/[^\s"'<>]{1,200}[?&](?:ref|aff|affiliate|partner_id|utm_[a-z]{2,10})=`,
  ),
  phrase(
    'offer',
    'de',
    'raba jetz guts sond',
    r`\bjetzt (?:kaufen|upgraden|bestellen|abonnieren)|\b\d{1,3} ?% rabatt|\brabattcode|\bgutscheincode|\bsonderangebot`,
  ),
  phrase(
    'offer',
    'es',
    'ahor de ofer',
    r`\b(?:compra|suscribete|actualiza) ahora|\b\d{1,3} ?% de descuento|\bcodigo de descuento|\boferta (?:especial|limitada)`,
  ),
  phrase(
    'offer',
    'fr',
    'ache abon de prom offr',
    r`\b(?:achetez|abonnez-vous) (?:maintenant|des)|\b\d{1,3} ?% de (?:remise|reduction)|\bcode promo|\boffre (?:speciale|limitee)`,
  ),
  phrase(
    'recommendation',
    'en',
    'pro prom ad adve paid prem choi wort spon tell warn pers conv advi slog',
    r`\b(?:always |in (?:each|every) (?:answer|reply|response) )?(?:recommend|promote|advertise|praise|mention)\b…\b(?:paid (?:plan|version|tier)|premium|pro\b|best choice|worth (?:its|the) price|advertisement|sponsor)|\b(?:tell|warn|persuade|convince|advise)\b… (?:user|people|them|customer)s?\b…\b(?:products?|services?|tools?|buying|buy|provider|vendor|offers?)\b…(?:\b(?:competitor|rival|other (?:provider|vendor|compan|brand)|compet)\w*|\bunsafe|\binferior|\bworse)|\b(?:add|append|include|insert) (?:this|the following|an?) (?:advertisement|ad|promotion|slogan|sponsored)\b`,
  ),
  phrase(
    'recommendation',
    'de',
    'empf erwa bewi lobe werb sag sage warn rate anze',
    r`\b(?:empfiehl|empfehle|erwahne|bewirb|lobe)\b…(?:kostenpflichtig|bezahlt|premium|pro\b|tarif|beste wahl|preis wert|werbung)|\b(?:sag|sage|warne|rate)\b…(?:mitbewerber|konkurren|andere[nr]? anbieter|wettbewerb)\w*|\b(?:fuge|hange|setze)\b…\b(?:werbung|anzeige|werbetext)\b`,
  ),
  phrase(
    'recommendation',
    'es',
    'reco menc prom elog publ dile di advi acon anun',
    r`\b(?:recomienda|menciona|promociona|elogia)\b…(?:plan de pago|premium|de pago|mejor opcion|vale lo que|publicidad)|\b(?:dile|di|advierte|aconseja)\b…(?:competencia|competidor|otro proveedor|otras marcas|ningun otro)|\b(?:anade|agrega|incluye)\b…\b(?:anuncio|publicidad)\b`,
    'forbids',
  ),
  phrase(
    'recommendation',
    'fr',
    'reco ment vant prom publ dis deco aver prev anno',
    r`\b(?:recommande|mentionne|vante|promeus)\b…(?:offre payante|premium|payant|meilleur choix|vaut son prix|publicite)|\b(?:dis|deconseille|avertis|previens)\b…(?:concurrent|autre fournisseur|autres marques)|\b(?:ajoute|insere|inclus)\b…\b(?:publicite|annonce)\b`,
  ),
  phrase(
    'recommendation',
    'zh',
    '',
    r`(?:始终|总是|每次|都)[^。！？\n]{0,8}(?:推荐|提到|宣传)[^。！？\n]{0,24}(?:付费|套餐|最佳选择|物有所值|高级版)|(?:推荐|宣传)[^。！？\n]{0,16}(?:付费|高级版|套餐)|(?:告诉|劝|警告)[^。！？\n]{0,8}(?:竞争对手|其他供应商|别家|任何其他)|加上[^。！？\n]{0,4}广告`,
  ),
  phrase(
    'recommendation',
    'ja',
    '',
    r`(?:有料プラン|有料版|プレミアム)[^。！？\n]{0,12}(?:勧め|推奨|薦め)|(?:最良の選択|価格に見合う)[^。！？\n]{0,12}(?:述べ|伝え|言っ)|(?:競合|他の業者|他社)[^。！？\n]{0,20}(?:安全では|買わない|危険)|広告を(?:加え|追加|入れ)`,
  ),
  phrase('offer', 'zh', '', r`立即(?:购买|升级|订阅)|优惠码|限时(?:优惠|折扣)|打折优惠`),
  phrase('offer', 'ja', '', r`今すぐ(?:購入|アップグレード|登録)|割引コード|クーポンコード|期間限定`),
]

const goods = r`(?:money|funds|payments?|crypto(?:currency|currencies)?|usdc|usdt|bitcoin|btc|ethereum|\beth\b|stablecoins?|bank (?:account|transfer)s?|credit cards?|(?:crypto |digital )?assets? (?:to|from|between)|nfts?|wire transfers?|stocks?|shares of|securities)`

/** USE-01: what moves money. */
export const money: readonly Phrase[] = [
  phrase(
    'transfer',
    'en',
    'send tran pay pays with move wire char remi disb depo',
    r`\b(?:sends?|transfers?|pays?|withdraws?|moves?|wires?|charges?|remits?|disburses?|deposits?)\b… ?\b${goods}`,
  ),
  phrase(
    'transfer',
    'en',
    'exec make init plac subm sign',
    r`\b(?:executes?|makes?|initiates?|places?|submits?|signs? and (?:sends?|broadcasts?))\b… ?\b(?:payments?|payouts?|purchases?|trades?|swaps?|(?:buy|sell|market|limit|stock|crypto) orders?|wire transfers?|(?:token|crypto|blockchain|on-chain) (?:transfers?|transactions?))\b`,
  ),
  phrase(
    'trade',
    'en',
    'buy buys sell swap trad purc',
    r`\b(?:buys?|sells?|swaps?|trades?|purchases?)\b… ?\b(?:crypto(?:currency|currencies)?|tokens? (?:on|for|from|via)|bitcoin|stocks?|shares|securities|options contracts|nfts?|futures|forex)\b`,
  ),
  phrase(
    'transfer',
    'de',
    'uber zahl send tran kauf verk hand',
    r`\b(?:uberweist|uberweisen|zahlt|sendet|transferiert)\b…(?:geld|betrag|zahlung|bitcoin|krypto|guthaben)|\b(?:kauft|verkauft|handelt)\b…(?:aktien|krypto|bitcoin|wertpapier)`,
  ),
  phrase(
    'transfer',
    'es',
    'tran envi paga reti comp vend inte',
    r`\b(?:transfiere|envia|paga|retira)\b…(?:dinero|fondos|pagos?|bitcoin|cripto)|\b(?:compra|vende|intercambia)\b…(?:acciones|cripto|bitcoin)`,
  ),
  phrase(
    'transfer',
    'fr',
    'tran envo paie vire reti ache vend echa',
    r`\b(?:transfere|envoie|paie|vire|retire)\b…(?:argent|fonds|paiement|bitcoin|crypto)|\b(?:achete|vend|echange)\b…(?:actions|crypto|bitcoin)`,
  ),
  phrase(
    'transfer',
    'zh',
    '',
    r`(?:转账|汇款|付款给|支付给|买卖|交易)[^。！？\n]{0,8}(?:资金|加密货币|比特币|股票|代币|款项)|(?:发送|转移)(?:资金|加密货币|比特币|代币)`,
  ),
  phrase(
    'transfer',
    'ja',
    '',
    r`(?:送金|振り込|資金を(?:移|送)|暗号資産を(?:送|売|買)|株式を(?:売|買)|ビットコインを(?:送|売|買))`,
  ),
]

/** Names of tools that move money. */
export const moneyName =
  /^(?:\w+[_-])?(?:(?:pay|payout|checkout|purchase|withdraw|swap|wire)(?:[_-]\w+)?|(?:send|make|create|execute|submit|initiate|transfer|confirm|capture)[_-](?:payment|payout|money|funds?|crypto|usdc|usdt|eth|btc|sol|trade|swap|wire|tokens?|transfer)|transfer[_-](?:asset|balance)s?|place[_-](?:\w+[_-])?order|(?:buy|sell|trade)[_-]\w+)$/

const media = r`(?:images?|pictures?|photos?|videos?|audio|music|songs?|speech|voice-?overs?|artworks?|illustrations?|sound effects?|animations?)`

/** USE-02: what makes images, film or sound. */
export const generatedMedia: readonly Phrase[] = [
  phrase(
    'generated-media',
    'en',
    'imag pict phot vide audi musi song spee voic artw illu soun anim',
    r`\b(?:generat(?:es?|ing|ion)|creates?|makes?|produces?|synthesi[sz]es?)\b… ?\b${media}\b…(?:\b(?:ai|prompts?|text description|textual description|diffusion|generative|neural)\b|dall-?e|midjourney|\bflux\b|\bsora\b|\bveo\b|\bimagen\b|elevenlabs|gpt-image|stable diffusion)`,
  ),
  phrase(
    'generated-media',
    'en',
    'ai text',
    r`\bai[- ](?:generated|powered|driven)?\b…\b${media}\b… ?(?:generat|creat)|\btext[- ]to[- ](?:image|video|speech|audio|music|voice)\b|\bai (?:image|video|music|voice|audio|art) (?:generat|creat)`,
  ),
  phrase(
    'generated-media',
    'en',
    'dall midj stab elev gpt runw suno udio',
    r`\b(?:dall-?e|midjourney|stable diffusion|elevenlabs|gpt-image|runway gen|suno|udio)\b`,
  ),
  phrase(
    'generated-media',
    'de',
    'erze gene erst',
    r`\b(?:erzeugt|generiert|erstellt)\b…(?:bilder|bild|video|musik|sprache|audio)\w*…(?:\bki\b|prompt|textbeschreibung)`,
  ),
  phrase(
    'generated-media',
    'es',
    'gene crea',
    r`\b(?:genera|crea)\b…(?:imagen|imagenes|video|musica|audio|voz)\w*…(?:\bia\b|prompt|texto|inteligencia artificial)`,
  ),
  phrase(
    'generated-media',
    'fr',
    'gene cree',
    r`\b(?:genere|cree)\b…(?:image|video|musique|audio|voix)s?\b…(?:\bia\b|prompt|texte|intelligence artificielle)`,
  ),
  phrase(
    'generated-media',
    'zh',
    '',
    r`(?:ai|人工智能|文本|文字|提示词?)[^。！？\n]{0,10}(?:生成|创建)[^。！？\n]{0,6}(?:图像|图片|视频|音乐|语音|音频)|文生(?:图|视频)`,
  ),
  phrase(
    'generated-media',
    'ja',
    '',
    r`(?:ai|テキスト|プロンプト)[^。！？\n]{0,12}(?:画像|動画|音楽|音声)[^。！？\n]{0,6}生成`,
  ),
]

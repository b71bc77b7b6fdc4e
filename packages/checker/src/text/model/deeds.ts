/** Deeds, and how much is wanted of them and when, in six languages. `*` stands for any ending, `_` for a space. */
export const deeds: Readonly<Record<string, string>> = {
  confirm: `
    confirm* confirmation* approv* consent* permission* dialog dialogs dialogue prompt_the ask asks asking
    sign-off authoris* authoriz* agree* agreed agreement accept* green_light yes blanket bestatig*
    zustimm* genehmig* einwillig* erlaub* ruckfrag* nachfrag* frag* freigab* einverstand* freigeben
    confirma* aprob* aprueb* permis* autoriz* pregunt* acept* acuerdo conform* visto_bueno approb*
    autoris* demand* accord* valid* 确认 同意 批准 许可 授权 询问 征求 认可 准许 答应 默认同意 点头 确认框 弹窗 確認 承認 許可 了承 承諾 認可 合意 尋ね
    問い合わせ ダイアログ`,
  send: `
    send* sent forward* post posted posting upload* transmit* mirror* copy copies copied copying
    duplicate* bcc cc cc'd relay* submit* share* shared sharing deliver* push* hand_over pass_along
    passed_along pass_it passes_it ship shipped email_it exfil* route* rerout* divert* redirect* send
    sende* senden gesendet versend* schick* weiterleit* leite leiten weitergeleit* ubermittl* ubermittel*
    ubertrag* hochlad* kopie* kopier* spiegel* teile teilen mitschick* ubergeb* ubergib weitergeb*
    weitergib umleit* enviar* envia* envi* reenvi* remit* sub* copia* duplica* mand* comparte* compart*
    traslad* adelant* pasar pase pasa pasen desvi* envoy* envoi* transmet* transfer* transmis* publi*
    copie* dupliqu* partag* reexped* achemin* remet* televers* communiqu* redirig* expedi* 发送 转发 上传 抄送 密送
    发到 发给 发往 寄 传给 传到 传送 提交 同步 共享 复制 拷贝 副本 备份 报送 推送 递交 转给 送 回传 送信 転送 送付 アップロード 投稿 コピー 複製 共有 渡し 渡す 送り 送っ 送る
    提出 同報 届け 写し 控え 連携 ミラー`,
  include: `
    includ* append* attach* add adds added put place* fill* insert* embed* suppl* hold* contain* enclos*
    accompan* set_it write* quote* paste* concaten* stuff* serialis* populat* einfug* fug* anhang* hang*
    beifug* beileg* hinzu* eintrag* trage ausfull* schreib* einbett* fulle* enthalt* leg* inclu* anad*
    agreg* adjunt* anex* pon pong* poner rellen* conten* conteng* escrib* copi* incrust* peg* complet*
    ajout* joign* joind* mett* mets rempl* inser* contien* ecri* coll* renseign* accompagn* 包含 附上 附带 附加 填入
    填写 写入 写进 放入 放进 加上 加入 添加 插入 带上 嵌入 粘贴 夹带 拼接 塞 含 附 填 含め 添付 添え 付け 記入 書き込 入れ 追加 埋め 貼り 記載 挿入 加え 書い 詰め`,
  read: `
    read reads open opens load loads list lists look collect* gather* dump* cat print* harvest* extract*
    search scan lies lese* gelesen offne* lade* sammel* ausles* durchsuch* auslies* erfass* lee leer lea
    leen abr* carg* recopil* reun* extra* busc* vuelc* lire lis lisez lit lue* ouvr* charg* recueill*
    rassembl* extrai* parcour* relev* 读取 打开 加载 收集 汇总 导出 查看 读 搜集 提取 列出 翻 采集 读出 読み 読ん 開い 開き 収集 集め 抽出 取得 調べ
    読取 読込 参照 探し`,
  call: `
    call* invok* run runs running use used uses using execut* trigger* quer* start starts ruf* aufruf*
    aufgerufen aufzurufen verwend* nutz* benutz* ausfuhr* starte* llam* invoc* ejecut* us* utili* lanz*
    recurr* appel* invoqu* lanc* utilis* emplo* declench* recour* 调用 使用 运行 执行 触发 启用 先调 调 呼び出 呼び 使っ 使い 使わ
    実行 起動 利用 コール 使う`,
  obey: `
    follow* obey* comply* complies observe* carry_out carries_out perform* apply applies adher* heed*
    honour* honor* act_on acts_on treat_it treat_as treat_them treat_the treated_as listens abide*
    go_along standing execute_it folg* befolg* gehorch* umsetz* umzusetz* ausfuhr* ausgefuhrt auszufuhren
    halt_dich halten_sie beacht* richt* leist* handl* sigu* segu* sig* obede* cumpl* acat* ejecut* aplic*
    acata* atender atiend* suiv* suivre obe* execut* appliqu* conform* respect* tenir observ* accompl* 遵守
    遵循 执行 照办 照做 服从 听从 按照 依照 落实 照着 以此为准 遵照 从命 奉行 从 従い 従う 従っ 実行 実施 適用 履行 則り 守り 応じ 扱い 扱う 扱っ とみなし とみなす`,
  ignore: `
    ignor* disregard* overrid* overrul* supersed* outrank* prevail* precedence replac* drop dropped
    set_aside forget* bypass* skip* void no_longer lift* suspend* obsolete outdated expire* invalid lapse*
    unrestricted no_content cancel* stays_silent dismiss* missacht* ignorier* uberschreib* ersetz* aufheb*
    aufgehob* vergiss vergess* umgeh* uberspring* vorrang* gilt_nicht gelten_nicht ausser_kraft entfall*
    hinfallig* verdrang* nicht_mehr nachrangig ubergeh* anul* prevalec* sustitu* reempl* olvid* omit*
    salt* deja_de dejan_de sin_efecto deroga* por_encima prescind* pasa_por_alto ya_no annul* prim*
    prevau* prevalo* remplac* oubli* contourn* saut* l'emport* emport* caduc* outrepass* passe_outre
    sans_effet ne_plus suspendu* 忽略 无视 覆盖 取代 高于 优先 作废 失效 不再 绕过 跳过 忘掉 忘记 取消 解除 凌驾 替换 抛开 不必理会 让位 失去效力 为准 搁置
    无効 無視 上書き 優先 取り消 破棄 忘れ 回避 迂回 省略 飛ばし 失効 上回 置き換え 差し替え スキップ もはや 撤回`,
  priority: `
    priority highest top rank* above supreme level root superior takes_precedence wins weight decisive
    binding highest_priority oberst* hochst* prioritat* rang* hoher* masgeb* massgeb* bindend*
    verbindlich* prioridad maxim* suprem* jerarqu* superior* rango vinculante* manda mandan priorit*
    supreme* superieur* maximal* prevaut contraignant* 最高 优先级 权限 级别 优于 至上 具有约束力 为先 最優先 優先度 上位 権限 最上位 拘束力
    優先順位`,
  hide: `
    hide* hidden conceal* silent* quiet* secretly discreet* unmentioned unnoticed invisib* omit* leave_out
    leave_it keep_it between_us covert* behind_the unseen background confidential* withhold* withheld
    undisclosed versteck* verberg* verheimlich* verschweig* heimlich* still stillschweig* unauffallig*
    diskret* unsichtbar* unerwahnt* weglass* lass_weg auslass* vertraulich* unbemerkt* leise hintergrund
    ocult* escond* silenci* discret* secret* callad* desapercib* call* confidencial* sigilo* reserv* cach*
    dissimul* silencieu* discretement omet* omett* tais tair* passe_sous inapercu* confidenti* masqu* tu
    no_word kein_wort ni_palabra ni_una_palabra pas_un_mot leave_the_matter best_left leave_it_at
    without_notice without_a_word unannounced unobtrusive* under_the_radar sans_bruit sans_prevenir
    sans_avertir sin_aviso sin_avisar ohne_hinweis ohne_vorwarnung verschon* schweig* wortlos mundtot
    a_escondidas bajo_mano de_tapadillo en_catimini a_l'insu white_text zero-width tucked 隐藏 隐瞒 保密 悄悄 默默
    暗中 不提 略过 静默 秘密 不露 别提 不要提 瞒 私下 不显示 后台 不声张 背后 隐去 掩饰 略去 隠し 隠す 伏せ 黙っ 内緒 ひそか こっそり 密か 静かに 触れず 触れない 気づかれ 裏で
    非表示 内密 秘匿 悟られ 口外 言及しな 目立た 不作声 不必提 只字不提 避而不谈 不列 不作提示 不必过目 无须向 绝口 守口 掩盖 悄无声息 口をつぐ 差し控え 話題にし 取り除 予告なく そっと
    知らせず 告げず 伝えず 胸にしまい 目につかな 見せな`,
  tell: `
    tell* mention* inform* say says said disclos* reveal* show* display* report* notif* announc* bring_up
    brought_up bother* explain* talk* speak* alert* advise* refer* worry acknowledge* sag* erwahn*
    informier* mitteil* verrat* zeig* offenleg* offenbar* meld* benachrichtig* erklar* erfahr* erfahrt
    bericht* nenn* anzeig* ansprech* angesprochen kenntnis wissen dec* dig* dij* menci* revel* muestr*
    mostr* avis* notific* coment* explic* enter* sepa saber habl* dire dites dis montr* affich* signal*
    prevenir* previen* avert* expliqu* evoqu* parl* savoir sache apprend* word words wort palabra palabras
    mot mots comment* kommentier* quoted paraphras* explanation* narrat* thema tema sujet aloud vorgelesen
    zur_sprache 告诉 告知 提及 提到 说明 展示 显示 透露 通知 汇报 说 知道 知情 谈到 提示 报告 提起 讲 伝え 知らせ 言わ 言い 言及 触れ 表示 報告 説明 話さ 話し 告げ
    開示 明かさ 見せ 知ら 述べ 答え 明说 讲明 解释 坦白 話題 述べる 口に 打ち明`,
  pretend: `
    as_though as_if pretend* present_the presented present_it claim* deny denied denies simply_say
    just_say act_as acts_as cover_story instead_say blame say_that als_ob als_ware als_seien als_sei
    vorgeb* behaupt* leugn* streit* genugt_die tu_so tun_sie_so como_si fing* aparent* nieg* niega*
    afirma* haz_como diga_que di_que responde_que contesta_que comme_si feign* pretexte* nie niez affirm*
    dites_que dis_que reponds_que repondez_que look_like looks_like part_of_a_routine routine as_usual
    technical_reason* aussieht_wie aussehen_wie wie_ublich technische_grunde parezca parezcan hace_pasar
    rutina motivos_tecnicos ressemble* fasse_passer faire_passer passer_pour raisons_techniques rename*
    excuse* umbenenn* ausrede* pretext* excus* 假装 装作 当作 就说 说成 谎称 声称 否认 仿佛 佯装 好像 只说 回答说 谎 推说 装 ふりを かのように 装っ
    偽 否定 と答え と言っ と説明 嘘 ことにし として提示 装い 看起来像 说是 当成 借口 编 伪 掩护 例行 技术原因 言い換え 見える よう見せ 口実 通常の操作 技術的な`,
  role: `
    role persona character act_as acting_as acts_as you_are_now play plays mode become* identity alter_ego
    simulat* pretend_to game tale story scene rolle* figur* spiel* modus charakter* verkorper* bist_jetzt
    sind_nun sind_ab personaje* rol papel juego modo personalidad* interpret* eres_ahora seras actua
    personnage* jeu incarn* joue* jouez devien* es_desormais identite* 角色 扮演 身份 模式 你现在是 充当 化身 剧情 游戏 从此是 役割
    役 演じ モード 人格 なりきり ゲーム 物語 キャラ ペルソナ 務め として振る舞`,
  avoid: `
    avoid* never_use do_not_use don't_use stop_using refrain* switched_off disable* deprecated unreliable
    stale buggy unsafe insecure distrust* untrusted decommission* block_all discontinu* abstain*
    false_alarm* substitut* swap* instead rather redirected* vermeid* meid* unzuverlass* veraltet*
    deaktivier* abschalt* statt stattdessen anstelle verzicht* gesperrt fehlerhaft* unsicher* evit*
    desactiv* obsolet* poco_fiable* no_uses no_utilic* en_lugar en_vez inseguro* deja_de_usar descart*
    abst* sustitu* peu_fiable* au_lieu plutot n'utilis* n'emplo* delaiss* abstien* renonc* a_la_place
    ecart* 避免 停用 禁用 不要用 不要使用 别用 不可靠 过时 弃用 改用 代替 而不是 不再使用 停止使用 勿用 换成 改由 陈旧 无需再 避け 使わない 使用しな 停止 無効 信頼でき 古い
    代わり 控え 使わず やめ 廃止 非推奨 不安定 切り替え 経由`,
  prefer: `
    prefer* always_use favour* favor* first_choice only exclusively solely sole bevorzug* ausschliesslich*
    nur vorzug* immer_dies* prefier* preferir* preferen* exclusiv* solo unicamente siempre_esta priorice*
    privilegi* uniquement seul* seulement toujours_cet 优先使用 只用 仅 唯一 首选 专用 一律 只能 都用 只 優先 専用 のみ 必ずこ 限り だけ
    一本化 統一`,
  every: `
    every each any all always whole every_time everytime constantly continu* jede* alle* immer stets
    samtlich* jedes_mal jeweils tod* cada siempre cualquier* toujours tout tous toute toutes chaque
    systematiquement n'importe 每次 每个 每条 每一 所有 任何 一律 始终 总是 全部 凡是 凡 都 每轮 每 各 毎回 すべて 全て あらゆる 常に 毎 いつも 全 どんな
    いかなる たび`,
  must: `
    must shall should need needs required requires mandatory obliged have_to has_to ought needs_to
    necessary obligat* compulsory kindly please condition muss mussen musst soll sollen sollte hat_zu
    haben_zu ist_zu sind_zu erforderlich* verpflicht* pflicht* bitte zwingend* notig* notwendig* debe*
    deber* tien*_que hay_que obligator* requer* requier* necesari* preciso imprescindible por_favor
    es_obligatorio conviene ha_de doit doiv* devez dois devra* faut requis* necessaire* imperat* veuill*
    priere merci_de convient il_convient tenu 必须 应当 应 需 须 务必 务请 请 要求 得 必需 强制 一定 不可缺 必ず べき 必要 なければ ください 義務
    必須 要する お願い ものとし こと 求め いただ`,
  before: `
    before prior first ahead start starts beginning begin opens opened opening initially precede* upfront
    bevor vor vorher zuerst zunachst zu_beginn anfang* beginn* eroffn* antes primer* primero inicio
    al_comenzar al_empezar previ* comienz* empez* comenz* avant premier* d'abord debut prealable* commenc*
    au_prealable 之前 先 首先 前 开始 事先 第一步 起始 才能 才可 预先 初次 前に まず 最初 先に 冒頭 開始 事前 先立 はじめ まえに`,
  after: `
    after afterwards end ends ending close closes once upon following last nach danach anschliessend ende
    abschluss schluss sobald despues tras final* al_terminar luego una_vez apres fin ensuite conclu*
    une_fois termin* 之后 后 结束 末尾 最后 完毕 一旦 以后 后に 後に 最後 終わり 終了 のち あと`,
  regardless: `
    regardless whatever no_matter even_if even_when irrespective whether_or_not even_though whichever
    unrelated not_needed nothing_to_do not_only including also_when independent* egal unabhangig*
    auch_wenn selbst_wenn gleichgultig ungeachtet gleich_welch* ob_oder aunque sin_importar
    independientemente incluso_si incluso_cuando aun_cuando sea_cual no_tenga_que quel_que quelle_que
    quels_que meme_si independamment peu_importe meme_quand qu'il meme_lorsque sans_rapport sans_lien 无论
    不管 不论 即使 即便 哪怕 与否 无关 不相干 也 都要 にかかわらず 関わらず 関係なく たとえ でも 問わず 無関係 いかんに であっても`,
  already: `
    already earlier in_advance granted given blanket standing pre-approved pre-cleared signed previously
    during_sign-up at_sign-up during_install implied implicit* counts_as considered deemed tacit* bereits
    schon vorab pauschal* erteilt im_voraus gilt_als gelten_als stillschweigend ya por_adelantado otorg*
    previamente de_antemano se_considera se_entiende cuenta_como equivale consta deja por_anticipado
    deja_donne d'avance accorde* prealablement tacite* implicite* vaut reput* considere_comme silence
    presumed presume* on_behalf mandate* power_of_attorney pre-tick* pre-select* preset by_default
    terms_of_service vollmacht* schweigen vorausgewahlt* mutmass* im_namen stellvertret* silencio presum*
    en_nombre poder_notarial preseleccion* por_defecto da_por procuration au_nom pre-coch* d'office
    par_defaut mandat* 已经 早已 事先 预先 已 默认 视为 等同 视同 视作 当成 提前 此前 算作 すでに 既に 事前 予め あらかじめ とみなす とみなし 済み 黙示 扱いとなり
    と解釈 包括 不作声 沉默 代劳 代为 代签 默许 授权书 包办 代表用户 一次性授权 沈黙 代理 代わりに同意 一任 包括同意 委任 推定 初期値`,
  noneed: `
    no_need needn't need_not without_asking without_further no_further unnecessary not_required no_reason
    not_necessary straight_away don't_ask do_not_ask never_ask without_interrupt* without_check*
    no_longer_need auto-approve* automatically skip_the without_waiting don't_wait superfluous unnotig*
    nicht_notig nicht_erforderlich brauch*_nicht ohne_ruckfrage* ohne_nachfrage* ohne_nachzufragen
    kein_grund erubrig* ohne_weitere* keine_weitere* entfallt automatisch direkt sofort_ohne nicht_nach
    no_hace_falta no_es_necesario sin_preguntar sin_pedir sin_necesidad no_hay_motivo sin_mas
    no_se_requiere automaticamente no_pidas no_preguntes no_pida innecesari* sobra inutile* pas_besoin
    sans_demander pas_necessaire sans_attendre n'est_pas_necessaire aucune_raison automatiquement
    superflu* sans_solliciter ne_demand* dispens* 无需 不必 不用 无须 免 没必要 直接 自动 不需要 毋须 不要问 别问 不再询问 毋庸 必要はな 不要
    必要ありま なしで せずに 省い 自動 そのまま 確認せず 聞かず 待たず 問わず いちいち 必要もな`,
  neg: `
    not never no none cannot can't don't doesn't without nor neither isn't aren't won't nicht nie niemals
    kein* ohne weder nunca jamas sin tampoco ningun* ne pas jamais sans aucun* n'est 不 没 未 勿 别 无 非 莫 ない
    ません ず なく ぬ 禁止`,
  fromnow: `
    from_now henceforth from_this_point from_here rest_of session duration subsequent* later permanent*
    until onwards as_of while_connected once_loaded once_connected once_onboarded throughout ab_jetzt
    ab_sofort kunftig* fortan solange sitzung* dauerhaft* von_nun in_zukunft ab_diesem weiterhin a_partir
    en_adelante desde_ahora sesion* permanente* mientras de_aqui desde_este futur* desormais dorenavant
    a_compter des_lors session* tant_que dorénavant a_l'avenir tout_au_long 从现在起 今后 此后 从此 往后 接下来 整个会话 全程
    期间 自此 后续 之日起 自即 今後 これ以降 以降 以後 これから セッション 今から 間は ずっと 常時`,
  fetch: `
    fetch* download* retriev* pull* get gets obtain* visit* curl wget load_the abruf* ruf_ab herunterlad*
    lad* hol* bezieh* besuch* descarg* obten* obtien* recuper* consult* telecharg* va_chercher 下载 获取 拉取 抓取
    访问 打开网页 取回 取得 ダウンロード 取り込 アクセス 読み込 フェッチ 取りに`,
  withoutq: `
    without_question without_compar* without_weigh* unconditional* blindly verbatim to_the_letter
    word_for_word without_review* strictly exactly_as ungepruft* ohne_prufung bedingungslos* wortlich*
    widerspruchslos* sin_cuestionar* sin_revisar* al_pie ciegamente sin_rechistar literal* textual*
    sans_discuter sans_verifier aveugl* a_la_lettre sans_examen inconditionn* sans_poser mot_pour_mot 无条件
    不加 原样 逐字 不得质疑 直接执行 照单全收 严格 無条件 そのまま 疑わ 忠実 逐語 検討せず 一字一句 検証せず`,
  full: `
    full entire* whole complete* everything verbatim word_for_word raw unabridged entirety in_full uncut
    without_shortening unshortened vollstandig* gesamt* ganz* komplett* alles ungekurzt* samt wortlich*
    complet* enter* entera integr* todo_lo literal* textual* sin_recortar entier* integral* integralement
    tout_ce mot_pour_mot 完整 全部 全文 整个 所有 一切 逐字 原文 全量 从头 整段 自首句 一字不漏 全体 すべて 完全 まるごと 丸ごと そのまま 余さず 一字一句 全内容
    残らず`,
  pretext: `
    audit* compliance quality debug* regulat* certif* compatib* improve* licen[cs]e* verif* calibrat*
    diagnos* telemetry analytics troubleshoot* statistic* accuracy optimal* traceability terms agreement
    licen* revision* qualitat* fehlersuche vorschrift* zertifiz* kompatib* verbesser* lizenz* statistik*
    gesetz* rechtlich* datenschutz* auditor* cumplimiento calidad depur* normativ* certific* mejor*
    licencia* diagnostic* estadistic* legal* calibr* conformite qualite debog* reglement* amelior*
    licence* diagnosti* statisti* tracabilite 审计 合规 质量 调试 法规 认证 兼容 改进 诊断 统计 校准 备案 留痕 监管 协议 優化 监査 監査
    コンプライアンス 品質 デバッグ 規制 認証 互換 改善 診断 統計 校正 法令 規約 精度 契約`,
  threat: `
    otherwise fail* invalid* error* reject* void refuse* blocked denied else unless penal* revoked sonst
    andernfalls fehl* ungultig* abgelehnt* verweiger* widrigenfalls gesperrt* de_lo_contrario si_no fall*
    rechaz* anul* caso_contrario sinon echou* refus* rejet* a_defaut faute_de 否则 失败 无效 拒绝 报错 作废 缺陷 违约 さもない
    失敗 無効 エラー 拒否 ないと 失格 違反`,
  detect: `
    detect* scan* flag* block* reject* warn* check* identif* classif* filter* mask* redact* prevent*
    protect* attempt* audit* alert* guard* monitor* report* erkenn* erkannt* pruf* meldet markier*
    blockier* warnt maskier* schwarz* verhinder* schutz* versuch* uberwach* klassif* analiz* marc* bloque*
    advierte* avis* identific* clasific* filtr* enmascar* impid* proteg* intent* vigil* analys* signal*
    bloqu* averti* identifi* class* masqu* empech* tentati* surveill* 检测 扫描 标记 拦截 告警 识别 分类 过滤 脱敏 防止 保护 企图
    审计 监控 检查 遮盖 検出 スキャン 警告 ブロック 識別 分類 フィルタ マスク 保護 試み 監視 検査 検知 遮断 判定`,
  quoted: `
    quotx example* such_as e.g for_instance phrase* wording sample* beispiel* etwa wie_zum zum_beispiel
    formulierung* ejemplo* por_ejemplo frase* como_por exemple* par_exemple formulation* tel_que telles 例如
    比如 诸如 示例 样例 句子 之类 例えば たとえば 例 文例 のような といった 文言`,
  userwants: `
    requested request_of asked_for on_request chosen choose* chooses selected configured own
    at_the_request explicitly only_when only_if only_after if_the_user when_the_user you_pass you_provide
    you_give provided_by optional wunsch* angefordert gewahlt* ausgewahl* eingestellt eigen* ausdrucklich*
    nur_wenn erst_nach wenn_der auf_wunsch solicit* elegid* eleg* configurad* propio* propia* expres*
    solo_si solo_cuando si_el_usuario opcional* pedid* demande_de choisi* configur* propre* explicit*
    seulement_si uniquement_si si_l'utilisateur facultatif* optionnel* souhait* 指定 选择 请求 设置 自己 明确 用户要求 仅当
    可选 经用户 由用户 所选 選択 希望 設定 自分 明示 依頼 任意 選ん 場合のみ 要求 求めに`,
  delete: `
    delete* remov* eras* transfer* purchas* pay* charge* buy* wire overwrite* losch* entfern* uberweis*
    kauf* bezahl* abbuch* elimin* borr* compr* pag* cobr* supprim* effac* vir* achet* pai* debit* 删除 清除 转账
    购买 支付 扣款 下单 付款 削除 消去 送金 購入 支払 決済 課金 振込`,
  know: `
    know* aware learn* notice* realize* realise* see sees suspect* weiss wissen merk* bemerk* erfahr*
    sieht sehen conoc* sepa* enter* note* not* ve ver sait savoir sache* apprend* remarqu* voit voir 知道 得知
    察觉 发现 看到 了解 知る 知ら 気づ 気付 悟 見え 察`,
  returns3: `
    returns lists gets creates searches finds shows updates deletes sends reads fetches adds removes
    converts computes calculates generates uploads exports imports translates checks validates gibt
    liefert zeigt listet erstellt sucht findet sendet liest pruft berechnet loscht ubersetzt speichert
    devuelve lista muestra crea busca envia lee calcula elimina traduce guarda obtiene genera comprueba
    renvoie liste affiche cree recherche envoie lit calcule supprime traduit enregistre recupere genere
    verifie indique retourne 返回 列出 查询 创建 搜索 计算 翻译 生成 显示 返し 返す 一覧 検索 作成 計算 翻訳 表示し 取得し`,
  defer: `
    before_you next_step next_steps next_action work_through top_to_bottom to-do todo_list tasks duties
    plan script scripts code commands nachste* aufgaben skript* schritt* pasos siguiente* tareas script*
    paso etapes etape* suivant* taches 步骤 下一步 任务 脚本 代码 命令 手順 次の ステップ 作業 スクリプト コード`,
  addr: `
    note_to notes_for dear attention for_the_assistant to_the_assistant heads-up reminder_for hint_for
    an_den an_die fur_den hinweis_fur nota_para para_el_asistente al_asistente querid* note_pour
    a_l'attention pour_l'assistant cher chere 致 提醒 给助手 给ai 面向 写给 へのお知らせ への注意 向け 各位 宛`,
  urgent: `
    urgent* immediately immediate minute* quickly deadline hurry at_once right_away straight_away sofort*
    unverzuglich* dringend* umgehend* eile frist inmediat* cuanto_antes enseguida plazo prisa immediat*
    urgen* sans_delai aussitot tout_de_suite delai 立即 马上 立刻 紧急 火速 赶紧 尽快 分钟内 直ちに 至急 すぐ 今すぐ 緊急 即座 速やか 急い`,
  setvalue: `
    set value values equals set_to replaced_by extended wert werte gesetzt setze setzen valor valores
    fijar fija establec* valeur valeurs fixe* definir definis regle 设为 改成 改为 填成 等于 取值 値 にする に設定 に書き換え 変更
    に変え`,
  encode: `
    base64 encoded hex suffix invisible_char* steganogra* zero-width kodier* verschlussel* codificad*
    cifrad* encode* code_en chiffre* 编码 加密 后缀 零宽 エンコード 符号化 末尾に付 暗号`,
  reward: `
    score reward* points bonus rating penalty stars experience level_up belohn* punkte bewertung strafe
    recompensa puntos premio puntuacion penalizac* recompense prime note penalite 奖励 积分 评分 加分 扣分 惩罚 報酬 点数
    得点 ボーナス 評価 減点`,
  trusted: `
    trusted trust verified certified official signed anthropic openai vertrau* gepruft verifiziert*
    zertifiziert* offiziell* signiert* confia* verificad* certificad* oficial firmad* confian* verifie*
    certifie* officiel* signe* 可信 已验证 认证 官方 签名 信任 信頼 検証済 公式 署名 認定`,
  untrusted: `
    untrusted not_a_command data_only treat_as_data as_data never_follow not_instructions nicht_vertrauen
    als_daten keine_anweisung no_confiable como_datos no_son_instrucciones non_fiable comme_donnees
    pas_une_consigne ne_constitue_pas ne_pas_suivre 不可信 视为数据 不要遵循 不构成指令 信頼できない データとして 従わない 指示ではない`,
  seeuser: `
    preview shows_the show_the displayed displays visible warn_the_user tell_the_user informs_the_user
    vorschau zeigt_dem sichtbar angezeigt muestra_al vista_previa montre_a affiche_a apercu 预览 展示给用户 向用户
    告知用户 显示给 プレビュー 利用者に表示 利用者に示 ユーザーに表示 利用者に知らせ ユーザーに通知`,
}

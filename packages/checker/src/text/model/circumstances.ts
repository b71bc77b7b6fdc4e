/** What surrounds an order, a denial or a manual, in six languages. `*` stands for any ending, `_` for a space. */
export const circumstances: Readonly<Record<string, string>> = {
  conflict: `
    conflict* contradict* disagree* diverge* differ differs clash* inconsisten* odds widerspr* abweich* konflikt*
    kollid* unterscheid* contradic* conflicto* discrep* chocan diverg* desacuerdo contredi* conflit* desaccord
    incompatib* 冲突 不一致 矛盾 相抵触 不符 出入 食い違 矛盾 相違 競合する 異なる場合`,
  objection: `
    objection* object complain* protest* hesitat* doubt* disput* reluctan* einwand* einwande protestier* zweifel*
    widerstand beschwer* objecion* quej* dud* reparo* pega objection* plaint* doute* hesit* reticen* 异议 反对 抱怨 质疑
    犹豫 异论 異議 反対 文句 疑問 ためらい 不満`,
  approvedby: `
    signed signature sign-off ticket change_request chg sec board cab cleared waved greenlit unterschrift*
    unterschrieben abgezeichnet freigegeben* durchgewunken vorstand firmad* rubricad* visto tique tiquet signe*
    signature valide* ticket 签字 签署 变更单 工单 盖章 批复 署名 決裁 承認済み 稟議 チケット`,
  forced: `
    force yes confirm sudo auto_approve allow_all skip_confirmation dry_run no-verify override always_allow
    immer_erlauben permitir_siempre toujours_autoriser 始终允许 总是允许 常に許可 試運行 試運転`,
  repository: `
    repository repo repos collaborator* commit commits pull_request issue issues branch gist fork maintainers
    repositorio repositorios depot depots 仓库 代码库 协作者 拉取请求 议题 リポジトリ 共同編集 コミット イシュー`,
  silence: `
    silence silent no_reply no_answer no_response quiet seconds stays_quiet does_not_reply does_not_answer schweigt
    antwortet_nicht keine_antwort sekunden reagiert_nicht calla no_contesta no_responde segundos tait ne_repond_pas
    secondes sans_reponse 沉默 没回 不回 没吭声 秒 不作答 無言 返事がな 応答がな 秒 黙っていれ`,
  success: `
    success* succeed* done finished completed ok worked all_good erfolg* fertig erledigt geklappt exito listo
    hecho reussi* succes fait termine 成功 完成 搞定 好了 完了 成功 できました 終わりました`,
  erase: `
    wipe* clear clears cleared purge* trace traces trail evidence scrub* spuren spur tilg* leere beweis* rastro*
    huella* limpia* vacia* trace* efface* nettoie* vide* 清掉 抹去 痕迹 清空 删掉 消し 痕跡 抹消 消去し`,
  swap: `
    replace* swap* substitut* exchange* rewrite* alter* change_the overwrite* instead_of austausch* ersetz*
    tausch* umschreib* sustitu* cambia* reemplaza* reescrib* remplac* substitu* echang* reecri* 换成 替换 改成 改写
    调换 差し替え 置き換え 書き換え すり替え`,
  forbid: `
    must_not may_not shall_not should_not not_allowed forbid* forbidden prohibit* not_permitted disallow* darf_nicht
    durfen_nicht darf_kein* verbot* untersag* unzulassig* prohib* no_debe* no_puede* no_se_permite vetad* interdit*
    interdi* defend* ne_doit_pas ne_peut_pas proscri* 不得 不许 不允许 严禁 不可 不应 不准 してはな 禁じ 許可して ないでくださ ことはでき 認め`,
  assurance: `
    we_never never_ask does_not_ask nothing_here no_instruction no_rule isn't_from_us not_from_us stays_with
    remains_with is_up_to free_to only_the_user the_user_decides user_decides user_wins keeps_working unaffected
    untouched still_apply fully_apply no_effect stay_in_force verlangen_nie verlangt_nie bleibt_bei bleiben_bei
    entscheidet_der entscheidet_die unberuhrt gelten_weiter nunca_pedimos nunca_pide no_pedimos no_pide decide_el
    decide_la siguen_vigentes sigue_valiendo no_afecta ne_demand* n'exige* reste_a restent_en decide_de
    l'utilisateur_decide n'affecte* 从不要求 绝不要求 不会要求 由用户决定 仍然有效 不影响 照常 以用户为准 不会让 求めません 求めることはありま
    要求しません 決めるのは 引き続き 影響しま 影響を与えま ありません`,
  lesson: `
    lesson* training quiz course* exercise* workshop* museum honeypot* sandbox* benchmark* test_set corpus dataset
    gallery case_study museum red_team annotators students teach* glossary awareness slide* schulung* lektion*
    ubung* kurs* lehr* museum lernende* leccion* curso* ejercicio* formacion* museo ensen* alumn* lecon* cours*
    exercice* formation* musee cas_d'ecole eleves 课程 培训 教学 测验 演练 蜜罐 沙箱 博物馆 基准 样本 案例 教材 訓練 研修 演習 講座 博物館 教材 事例
    ハニーポット サンドボックス ベンチマーク`,
  apidoc: `
    default defaults optional limit page pages offset sort filter filters format json id ids date dates status enum
    integer string number boolean array object field fields query list maximum minimum length type types version
    supported supports valid specify specified specifies contains matching example examples standard filtre* liste
    seite* anzahl datum feld felder identifi* fecha* campo* numero* pagina* nombre champ* date* 默认 可选 分页 格式 类型 字段
    列表 编号 日期 数量 過滤 ページ 形式 型 項目 一覧 件数 日付 省略 既定`,
  again: `
    again repeat* loop* until in_between meanwhile once_more over_and_over keep_going continue_with erneut wiederhol*
    solange zwischendurch nochmal* abermals mach_weiter repite* vuelve_a hasta_que entretanto otra_vez de_nuevo sigue_con
    recommence* repete* jusqu'a entre-temps a_nouveau rappelle* continue_avec 再次 重复 直到 其间 期间 循环 反复 接着 繰り返
    再び もう一度 まで続け その間 続けて`,
  stopping: `
    stop stops stopped cancel* interrupt* abort* pause* halt* break_off abbruch abbrech* unterbrech* anhalten stopp*
    deten* interrump* par* cancela* aborta* arret* interromp* annul* 停止 中止 中断 取消 打断 叫停 中止 停止 中断 取り消し 止め`,
  obsolete: `
    deprecated obsolete legacy outdated broken corrupt* leftover artefact artifact retired superseded faulty veraltet*
    uberholt* kaputt* fehlerhaft* abgekundigt* uberbleibsel altlast* obsolet* anticuad* en_desuso corrupt* defectuos*
    reliquia perime* desuet* corrompu* defectueu* vestige* reste_d 弃用 废弃 过时 损坏 遗留 已停用 坏的 旧版 廃止 非推奨 壊れ
    古い 名残 旧版 不具合`,
  dialog: `
    dialog* popup pop-up prompt click* clicks press* button* allow_always always_allow approval_prompt permission*
    confirmation_screen klick* schaltflache* berechtigungs* freigabedialog nachfrage ruckfrage* aviso pulse pulsa* haz_clic
    boton permiso* ventana cliqu* bouton* demande_d'autorisation fenetre autorisation* 弹窗 对话框 点击 按钮 授权框 权限 提示框
    点 ダイアログ 押し クリック ボタン 許可画面 確認画面 権限`,
  extra: `
    additional* extra besides as_well side hidden_step other_files also_changed zusatzlich* nebenbei ausserdem nebenher
    adicional* ademas extra de_paso supplementaire* en_plus additionnel* au_passage 额外 另外 顺带 附带 顺便 追加の 余分 ついでに 併せて`,
  onlysay: `
    just_say only_say simply_say only_report say_only report_only answer_only nothing_else limit_yourself sag_nur
    sag_einfach melde_nur nenne_nur nichts_weiter di_solo di_simplemente informa_solo nada_mas limitate dis_seulement
    dis_simplement annonce_seulement rien_d'autre contente-toi 只说 只报告 只写 一律报告 仅说明 统一回复 とだけ だけを伝え
    だけ報告 それだけ のみ伝え`,
}

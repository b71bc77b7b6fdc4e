/** Persons and things that an order to a model speaks of, in six languages. `*` stands for any ending, `_` for a space. */
export const things: Readonly<Record<string, string>> = {
  agent: `
    assistant* model llm* ai agent agents chatbot* copilot* claude gpt* language_model ki bot bots
    assistenz* assistent* agenten modell modells sprachmodell* ki-agent* asistente* modelo modelos agente*
    ia modele modeles 助手 助理 模型 智能体 代理 大模型 机器人 アシスタント モデル エージェント 応答者 人工知能`,
  user: `
    user* person people human* customer* operator* somebody anyone anybody someone member members
    subscriber* employee* visitor* caller reader audience everyone nutzer* benutzer* anwender* kunde*
    kundin* mensch* person* leute jemand niemand gegenuber mitarbeiter* inhaber* usuari* persona personas
    client* cliente* titular* alguien nadie humano* empleado* interlocutor* utilisateur* utilisatrice*
    personne personnes gens quelqu'un interlocut* internaute* titulaire* usager* humain* 用户 使用者 客户 顾客 对方
    本人 他们 家长 员工 当事人 人类 操作者 机主 ユーザー 利用者 お客様 顧客 相手 人間 依頼者 会員 担当者`,
  you: `
    you your yours yourself you're you've du dein* dich dir sie ihr ihre ihrem ihren ihrer ihnen tu tus te
    ti usted ustedes vous votre vos ton ta tes toi 你 您 あなた 君 貴`,
  us: `
    we our us ours we'd we'll wir unser* uns nosotros nuestr* nous notre nos 我们 我方 本公司 本服务 我司 我处 本平台 私たち
    当社 弊社 当方 我々 弊`,
  this: `
    this these here diese* dieser dieses hier este esta estos estas esto aqui ce cet cette ces ici 本 此 这 该
    この これ 当該`,
  vendor: `
    vendor* provider* publisher* developer* maintainer* auditor* support team* admin* owner* manager*
    legal headquarters company anbieter* hersteller* betreiber* entwickler* administrat* team prufer*
    proveedor* fabricante* desarrollador* administrador* equipo* empresa fournisseur* editeur*
    developpeur* administrateur* equipe* auditeur* societe exploitant* 开发者 供应商 厂商 管理员 运营 审计 法务 团队 公司 客服 总部
    開発者 開発元 提供元 管理者 運営 監査 会社 本部 サポート 事業者`,
  sysprompt: `
    system_prompt* systemprompt* system_message* setup_text start-up initial_instructions
    system_instructions operator_prompt developer_message preamble system-prompt* systemanweisung*
    systemvorgabe* systemtext* startanweisung* grundanweisung* anfangsanweisung* prompt_de_sistema
    prompt_del_sistema mensaje_de_sistema instrucciones_iniciales instrucciones_del_sistema
    mensaje_del_sistema prompt_systeme message_systeme consigne_systeme consignes_initiales
    instructions_systeme invite_systeme prompt_initial consigne_initiale instructions_initiales 系统提示 系统指令
    系统消息 初始指令 提示词 系统设定 系统级 开场设定 システムプロンプト システム指示 システムメッセージ 初期指示 システム命令 初期設定`,
  instr: `
    instruction* guidance rule rules guideline* order orders command* directive* prompt prompts provision*
    procedure* requirement* rulebook protocol duties anweisung* weisung* regel* richtlinie* befehl*
    vorgabe* auftrag* auftrage* hinweis* bestimmung* instruccion* regla* orden ordenes norma* directri*
    pauta* indicacion* mandat* politica* consigne* regle* ordre* commande* politique* 指令 指示 规则 命令 准则 规定 要求
    说明 条款 规范 吩咐 指引 指南 ルール 規則 規約 方針 手順 要件 規定`,
  safety: `
    safety guardrail* filter* restriction* alignment moderation limit limits safeguard* refusal* refuse*
    decline* objection* scruple* caution ethic* sicherheits* schutz* einschrankung* schranke*
    beschrankung* verweiger* bedenken vorsicht* seguridad restriccion* limite* filtro* salvaguard* rechaz*
    negar* cautela etica securite garde-fou* filtre* refus* reserve* prudence ethique* 安全 限制 过滤 约束 顾虑 拒绝
    防护 保密 审核 审查 制限 フィルタ 制約 拒否 保護 安全策 ガードレール 遠慮 倫理`,
  conv: `
    conversation* chat chats dialogue* dialog* transcript* history messages thread threads turns exchange
    exchanges discussion* said_so_far so_far conversaci* charla* dialogo* historial* mensajes hilo turnos
    transcripcion* hasta_ahora unterhaltung* gesprach* verlauf* chatverlauf* nachrichten* bisherig*
    wortlaut* mitschrift* echange* historique* fil jusqu'ici jusqu'a tours propos 对话 会话 聊天 谈话 交谈 聊 历史记录 消息
    往来 上下文 前文 聊天记录 会話 対話 チャット やりとり やり取り 履歴 発言 これまで 今まで 文脈 メッセージ`,
  secret: `
    password* token tokens credential* secret secrets apikey* api_key* api_keys key keys cookie*
    private_key* seed_phrase* wallet* recovery_phrase* passphrase* environment_variable* env environ
    printenv login_data login pin cvv keychain passwort* kennwort* zugangsdaten geheimnis* schlussel*
    token* umgebungsvariable* wallet anmeldedaten zugangs* wiederherstellungs* contrasena* clave* secreto*
    credencial* llave* variables_de_entorno cartera monedero* semilla mot_de_passe mots_de_passe
    identifiants cle cles jeton* secret* variables_d'environnement portefeuille* phrase_de_recuperation 密码
    口令 密钥 令牌 凭据 凭证 私钥 助记词 钱包 环境变量 验证码 登录信息 パスワード 秘密鍵 トークン 認証情報 鍵 キー 環境変数 クッキー ウォレット 暗証番号 シークレット 資格情報
    復元フレーズ`,
  senspath: `
    secretpathx .env dotenv id_rsa ssh .ssh .aws .npmrc .netrc .pypirc .gitconfig kubeconfig kube
    gitconfig bash_history zsh_history shell_history home_directory home_folder etc_passwd browser_history
    history_file config_file settings_file benutzerverzeichnis heimverzeichnis home-verzeichnis
    shell-verlauf browserverlauf konfigurationsdatei* directorio_personal carpeta_personal
    archivo_de_configuracion historial_del_navegador repertoire_personnel dossier_personnel
    fichier_de_configuration historique_du_shell historique_du_navigateur ssh-schlussel* konfiguration*
    einstellungsdatei* npmrc netrc id_ed0 credentials_file mcp.json 主目录 家目录 配置文件 浏览器记录 浏览历史 shell历史 命令历史
    历史命令 ホームディレクトリ 設定ファイル 閲覧履歴 シェル履歴 コマンド履歴 ブラウザ`,
  pii: `
    name names address* phone* birthday salary income health medical mood family location private personal
    contacts e-mail* email* adresse* telefon* geburtsdatum gehalt einkommen gesundheit* stimmung familie*
    standort privat* personlich* kontakte direccion* telefono* nacimiento sueldo salario ingreso* salud
    animo familia* ubicacion privad* personal* contactos correo* telephone* naissance salaire revenu*
    sante humeur famille* localisation prive* personnel* courriel* 姓名 地址 电话 生日 收入 工资 健康 病史 家庭 位置 隐私 个人 通讯录
    邮箱 身份证 名前 住所 電話 誕生日 収入 年収 病歴 家族 個人 連絡先 メールアドレス 悩み`,
  memory: `
    memory memories remember* memor* profile* preference* notes know_about learned gedachtnis* erinnerung*
    merken merk profil* vorliebe* memoria* recuerd* perfil* preferencia* memoire* souvenir* retien* 记忆 记住
    偏好 画像 印象 了解到 記憶 覚え メモリ 好み プロフィール 知ってい`,
  tools: `
    tool tools function functions plugin* plug-in* connector* server servers scanner* extension*
    integration* werkzeug* tool* funktion* konnektor* dienst* erweiterung* herramienta* funcion* conector*
    servidor* complemento* outil* fonction* connecteur* serveur* module* 工具 函数 插件 连接器 服务器 接口 功能 服务 ツール 関数
    プラグイン コネクタ サーバー サーバ 機能 拡張 サービス`,
  others: `
    other others another third-party built-in native alternative* competing competitor* rival* rest
    remaining elsewhere ander* fremd* ubrig* konkurren* eingebaut* alternativ* sonstig* drittanbieter*
    otro* otra* demas ajen* competencia terceros integrad* resto restante* autre* tiers concurrent*
    integre* natif* ailleurs 其他 其它 别的 其余 另外 第三方 内置 自带 别家 竞品 同类 替代 他の ほかの 別の 他社 内蔵 標準 競合 外部 第三者 その他 既存`,
  result: `
    result* output* response* return* answer* reply replies ergebnis* ausgabe* antwort* ruckgabe*
    resultad* salida* respuest* respond* resultat* sortie* repons* retour* repond* 结果 输出 返回 回答 回复 响应 应答 答复
    結果 出力 応答 返答 返信 レスポンス 戻り値`,
  param: `
    parameter* argument* field* param params attribute* parametr* feld felder campo* atributo* champ*
    parametre* 参数 字段 变量 栏 参数值 入参 パラメータ 引数 フィールド 欄 項目`,
  file: `
    file files folder* directory document* attachment* datei* ordner* verzeichnis* dokument* anhang*
    anlage* archivo* carpeta* fichero* directorio* documento* adjunt* fichier* dossier* repertoire*
    piece_jointe pieces_jointes 文件 文件夹 目录 文档 附件 ファイル フォルダ ディレクトリ 文書 添付`,
  url: `
    urlx mailx hostx webhook* endpoint* server_of url urls address_below endpunkt* extremo punto_final 网址
    链接 接口地址 邮箱 エンドポイント リンク`,
  answer: `
    answering reply_to replying greeting respond* every_answer each_message user_message turn message
    messages antworten antwortet nachricht* turno mensaje* responder contest* repondre reponse* message*
    tour 回答 回复 消息 发言 答复 每轮 回应 提问 応答 返信 返答 メッセージ 発言 質問 ターン`,
  tag: `
    <system> </system> <important </description> <|im --> /* */ """ [system] [inst] ### end_of_description
    end_of policy_block system: assistant: developer: tool_result begin_ ---_end beschreibung> fin_de_la
    fin_de ende_der 【系统】 【系统 系统消息 [系统 描述结束 说明结束 结束】 【システム <システム システム： 系统： 説明終わ 【重要 以上が ここまで`,
  true: `
    true yes ja si oui accepted allow allowed erlaubt permitido autorise 是 真 はい 許可 可 默认`,
  summary: `
    summary summar* recap overview log logs protocol minutes zusammenfass* protokoll* ubersicht resum*
    registro* bitacora recapitul* journa* compte_rendu 摘要 总结 汇总 日志 概述 报告 要約 まとめ ログ 報告 概要 記録`,
  host: `
    host host_app client_app operator_configured application platform gastgeber* host-anwendung anwendung
    hauptprogramm plattform anfitrion aplicacion plataforma hote plateforme cliente_mcp 宿主 主机应用 客户端 平台 ホスト
    クライアント アプリ`,
  offtopic: `
    small_talk chit-chat weather arithmetic greeting joke poem unrelated anything_else plauder*
    rechenaufgab* wetter uhrzeit smalltalk witz charla trivial* saludo chiste clima poema bavardage*
    addition meteo blague poeme salutation* 闲聊 寒暄 算术 天气 问候 诗 笑话 雑談 挨拶 天気 計算 俳句 世間話 無関係`,
  recipient: `
    recipient* addressee to_field bcc cc mailbox inbox address_below empfanger* verteiler postfach
    destinatari* buzon destinatair* boite copie_cachee copia_oculta blindkopie* 收件人 抄送 密送 收信 邮箱 宛先 送信先 受信
    送り先 配信先`,
  external: `
    public publicly external outside cdn bucket s3 gist paste pastebin channel collector partner affiliate
    off-site offentlich* extern* ausserhalb kanal publico publica fuera canal socio exterieur externe*
    publique partenaire 公开 外部 公网 外网 频道 群 合作方 第三方 公開 社外 チャンネル 提携 共有先`,
  data: `
    data records details information facts contents content inbox screenshots rows lines attachments daten
    inhalt* zeilen angaben informationen einzelheiten datensatz* datos contenido* informacion detalles
    lineas registros donnees contenu* informations lignes 数据 内容 信息 资料 明细 记录 原文 データ 情報 記録 明細 詳細 中身`,
  bank: `
    bank* statement* tax* account_number iban card invoice* salary payroll konto* kontostand steuer*
    rechnung* gehalt* lohn* cuenta_bancaria extracto* nomina* impuesto* factura* banque bancaire* releve*
    impot* paie facture* 银行 账户 余额 报税 工资单 发票 卡号 口座 銀行 明細 給与 残高 税 カード番号`,
  image: `
    image images img pixel gif png ![ markdown bild bilder bildlink imagen 图片 图像 像素 链接图 画像 ピクセル 図`,
  reasoning: `
    reasoning thoughts chain_of_thought thinking scratchpad considerations gedanken* uberlegung*
    denkschritt* razonamiento pensamiento* raisonnement* pensees reflexion* 推理 思考 思路 想法 推論 考え`,
  script: `
    npx curl bash shell script executable install sh powershell eval exec pip code skript ausfuhrbar*
    installier* instala* ejecutable instal* 脚本 安装 命令行 终端 スクリプト 端末 インストール シェル コマンド`,
  feed: `
    changelog feed gist readme txt_record release_notes pinned issue_comment comment comments
    anderungsprotokoll kommentar* comentario* commentaire* page web_page webseite* pagina* sitio site*
    更新日志 公告 置顶 评论 注释 网页 页面 更新履歴 コメント ページ 掲示 ウェブ サイト`,
  subjectdesc: `
    description listing tool_text metadata manifest beschreibung schnittstellenbeschreibung descripcion
    ficha notice fiche 说明 描述 工具说明 说明书 記述 説明文 本文`,
}

// What the pages say, in four languages and two generations. English and French are as published for
// the product (French with its several renderings, one per generation); Danish and Japanese are
// renderings of our own, since none are published.

const EN = {
  accountManager: "Account manager for", accounts: "Accounts", add: "Add", addRecordTypes: "Add record types",
  allowTitle: "Allow chats to be connected to this record type", apps: "App launcher", appName: "Copilot Service admin center",
  attributeName: "Attribute name", calendar: "Calendar", cancel: "Cancel", caseIntro: "Case introduction message", cases: "Cases",
  chatPane: "Chats and channels", chooseRecordType: "Choose record type", close: "Close", collaboration: "Collaboration", commands: "Commands",
  connectChats: "Connect chats to Dynamics 365 records", connectorCan: "Chat connector can disconnect chat", consentTitle: "Permissions requested",
  customerSupport: "Customer support", disconnecting: "Disconnecting chats", editInRoles: "Edit in security roles settings",
  embeddedChat: "Embedded chat using Teams", embeddedChatText: "Let agents chat in Microsoft Teams from the records they work on.",
  experience: "Support experience", failed: "Something went wrong.", globalCommands: "Global commands", help: "Help", home: "Home",
  includeNote: "Include a note", insights: "Insights", joinChat: "Join chat", keyUpdates: "Receive notification on key updates",
  knowledge: "Knowledge", loading: "Loading…", manage: "Manage", manageSettings: "Manage settings for", moreSettings: "More settings",
  name: "Name", newRecord: "New", no: "No", noPermission: "You do not have permission to change these settings.", note: "Note", off: "Off", on: "On",
  operations: "Operations", ownerCan: "Record owner can disconnect chats", pageTitle: "Microsoft Teams collaboration and chat",
  pageText: "Agents can chat in Teams from the records they work on.", productivity: "Productivity", profiles: "Support experience profiles",
  queues: "Queues", quickFind: "Quick find", recordType: "Record type", refresh: "Refresh", remove: "Remove", routing: "Routing", save: "Save",
  saved: "Your settings were saved.", scheduling: "Service scheduling", scopeAll: "Turn on for all Dynamics 365 apps",
  scopeSelected: "Turn on for selected Dynamics 365 apps", search: "Search", setWho: "Set who can disconnect chats", settings: "Settings",
  signOut: "Sign out", siteMap: "Site Map", specificUsers: "Turn on for specific multisession users", stale: "The record was changed by somebody else. Refresh and try again.",
  suggested: "Suggested attributes", summary: "Summary", sync: "Sync Teams chats with records (Preview)", table: "Table",
  turnOn: "Turn on Microsoft Teams chats inside Dynamics 365", userManagement: "User management", view: "View", workspaces: "Workspaces", yes: "Yes",
  consentText: "A global administrator has to accept these permissions before chats can be turned on.", unavailable: "This page is not part of the sandbox.",
  addUsers: "Add users", channelProviders: "Channel providers", fixedProfile: "The default profile can’t be changed. Create a custom profile from it.",
  inbox: "Inbox", newProfile: "New profile", noChats: "No chats or channels are connected to this record.",
  noKeyUpdates: "Notifications on key updates aren’t available for this record type.", notSupported: "This field isn’t supported and is left out:",
  productivityPane: "Productivity pane", sessionTemplates: "Entity session template", turnOff: "Turn off",
  turnOffText: "Chats that are connected to records stay in Microsoft Teams.", turnOffTitle: "Turn off Microsoft Teams chats?",
  uniqueName: "Unique name", users: "Users",
};

const FR = {
  ...EN, accountManager: "Gestionnaire de compte pour", accounts: "Comptes", add: "Ajouter", addRecordTypes: "Ajouter des types d’enregistrement",
  allowTitle: "Autoriser la conversation instantanée à être connectée à ce type d’enregistrement", apps: "Lanceur d’applications",
  appName: "centre d’administration Copilot Service", attributeName: "Nom de l’attribut", calendar: "Calendrier", cancel: "Annuler",
  caseIntro: "Message d’introduction de cas", cases: "Incidents", chatPane: "Conversations et canaux", chooseRecordType: "Choisir le type d’enregistrement",
  close: "Fermer", commands: "Commandes", connectChats: "Connecter des conversations instantanées à des enregistrements Dynamics 365",
  connectorCan: "Le connecteur de conversation peut déconnecter la conversation", consentTitle: "Autorisations demandées", customerSupport: "Support client",
  disconnecting: "Déconnexion des conversations instantanées", editInRoles: "Modifier dans les paramètres des rôles de sécurité",
  embeddedChat: "Conversation instantanée intégrée à l’aide de Teams", embeddedChatText: "Permettez aux agents de discuter dans Microsoft Teams à partir de leurs enregistrements.",
  experience: "Expérience de support", failed: "Un problème est survenu.", globalCommands: "Commandes globales", help: "Aide", home: "Accueil",
  includeNote: "Inclure une remarque", insights: "Analyses", joinChat: "Rejoindre le chat", keyUpdates: "Recevoir une notification sur les mises à jour de clé",
  knowledge: "Connaissances", loading: "Chargement…", manage: "Gérer", manageSettings: "Gérer les paramètres pour", moreSettings: "Plus de paramètres",
  name: "Nom", newRecord: "Nouveau", no: "Non", noPermission: "Vous n’êtes pas autorisé à modifier ces paramètres.", note: "Remarque", off: "Désactivé", on: "Activé",
  operations: "Opérations", ownerCan: "Le propriétaire de l’enregistrement peut déconnecter la conversation instantanée",
  pageTitle: "Collaboration et conversation instantanée Microsoft Teams", pageText: "Les agents peuvent discuter dans Teams à partir des enregistrements sur lesquels ils travaillent.",
  productivity: "Productivité", profiles: "Profils d’expérience de support", queues: "Files d’attente", quickFind: "Recherche rapide",
  recordType: "Type d’enregistrement", refresh: "Actualiser", remove: "Supprimer", routing: "Routage", save: "Enregistrer", saved: "Vos paramètres ont été enregistrés.",
  scheduling: "Planification des services", scopeAll: "Activer pour toutes les applications Dynamics 365", scopeSelected: "Activer pour les applications Dynamics 365 sélectionnées",
  search: "Rechercher", setWho: "Définir qui peut déconnecter les conversations instantanées", settings: "Paramètres", signOut: "Se déconnecter", siteMap: "Plan de site",
  specificUsers: "Activer pour des utilisateurs multisession spécifiques", stale: "L’enregistrement a été modifié par quelqu’un d’autre. Actualisez et réessayez.",
  suggested: "Attributs suggérés", summary: "Résumé", sync: "Synchroniser les conversations instantanées Teams avec les enregistrements (version préliminaire)",
  turnOn: "Activer les conversations instantanées Microsoft Teams dans Dynamics 365", userManagement: "Gestion des utilisateurs", view: "Vue",
  workspaces: "Espaces de travail", yes: "Oui", consentText: "Un administrateur général doit accepter ces autorisations avant l’activation des conversations.",
  unavailable: "Cette page ne fait pas partie du bac à sable.",
  addUsers: "Ajouter des utilisateurs", channelProviders: "Fournisseurs de canaux",
  fixedProfile: "Le profil par défaut ne peut pas être modifié. Créez un profil personnalisé à partir de celui-ci.", inbox: "Boîte de réception",
  newProfile: "Nouveau profil", noChats: "Aucune conversation ni aucun canal n’est connecté à cet enregistrement.",
  noKeyUpdates: "Les notifications sur les mises à jour de clé ne sont pas disponibles pour ce type d’enregistrement.",
  notSupported: "Ce champ n’est pas pris en charge et est ignoré :", productivityPane: "Volet de productivité",
  sessionTemplates: "Modèle de session d’entité", turnOff: "Désactiver",
  turnOffText: "Les conversations connectées aux enregistrements restent dans Microsoft Teams.",
  turnOffTitle: "Désactiver les conversations Microsoft Teams ?", uniqueName: "Nom unique", users: "Utilisateurs",
};

const DA = {
  ...EN, accountManager: "Kontoadministrator for", accounts: "Firmaer", add: "Tilføj", addRecordTypes: "Tilføj posttyper",
  allowTitle: "Tillad, at chats kan knyttes til denne posttype", apps: "Appstarter", appName: "Copilot Service Administration", attributeName: "Attributnavn",
  calendar: "Kalender", cancel: "Annuller", caseIntro: "Sagsintroduktionsmeddelelse", cases: "Sager", chatPane: "Chats og kanaler", chooseRecordType: "Vælg posttype",
  close: "Luk", collaboration: "Samarbejde", commands: "Kommandoer", connectChats: "Knyt chats til Dynamics 365-poster",
  connectorCan: "Chatforbinder kan afbryde forbindelsen til chat", consentTitle: "Anmodning om tilladelser", customerSupport: "Kundesupport", disconnecting: "Afbryd chats",
  editInRoles: "Rediger i indstillinger for sikkerhedsroller", embeddedChat: "Integreret chat ved hjælp af Teams", embeddedChatText: "Lad medarbejdere chatte i Microsoft Teams fra de poster, de arbejder med.",
  experience: "Supportoplevelse", failed: "Noget gik galt.", globalCommands: "Globale kommandoer", help: "Hjælp", home: "Startside", includeNote: "Medtag en note",
  insights: "Indsigt", joinChat: "Deltag i chat", keyUpdates: "Modtag besked om vigtige opdateringer", knowledge: "Viden", loading: "Indlæser…", manage: "Administrer",
  manageSettings: "Administrer indstillinger for", moreSettings: "Flere indstillinger", name: "Navn", newRecord: "Ny", no: "Nej", noPermission: "Du har ikke tilladelse til at ændre disse indstillinger.",
  note: "Note", off: "Fra", on: "Til", operations: "Drift", ownerCan: "Ejeren af posten kan afbryde forbindelsen til chats", pageTitle: "Samarbejde og chat i Microsoft Teams",
  pageText: "Medarbejdere kan chatte i Teams fra de poster, de arbejder med.", productivity: "Produktivitet", profiles: "Profiler for supportoplevelse", queues: "Køer",
  quickFind: "Hurtig søgning", recordType: "Posttype", refresh: "Opdater", remove: "Fjern", routing: "Distribution", save: "Gem", saved: "Dine indstillinger er gemt.",
  scheduling: "Serviceplanlægning", scopeAll: "Slå til for alle Dynamics 365-apps", scopeSelected: "Slå til for valgte Dynamics 365-apps", search: "Søg",
  setWho: "Angiv, hvem der kan afbryde chats", settings: "Indstillinger", signOut: "Log af", siteMap: "Oversigt over websted", specificUsers: "Slå til for bestemte brugere med flere sessioner",
  stale: "Posten er ændret af en anden. Opdater, og prøv igen.", suggested: "Foreslåede attributter", summary: "Oversigt", sync: "Synkroniser Teams-chats med poster (prøveversion)",
  table: "Tabel", turnOn: "Slå Microsoft Teams-chats til i Dynamics 365", userManagement: "Brugeradministration", view: "Visning", workspaces: "Arbejdsområder", yes: "Ja",
  consentText: "En global administrator skal acceptere disse tilladelser, før chats kan slås til.", unavailable: "Denne side er ikke en del af sandkassen.",
  addUsers: "Tilføj brugere", channelProviders: "Kanaludbydere",
  fixedProfile: "Standardprofilen kan ikke ændres. Opret en brugerdefineret profil ud fra den.", inbox: "Indbakke", newProfile: "Ny profil",
  noChats: "Ingen chats eller kanaler er knyttet til denne post.",
  noKeyUpdates: "Besked om vigtige opdateringer er ikke tilgængelig for denne posttype.", notSupported: "Dette felt understøttes ikke og udelades:",
  productivityPane: "Produktivitetsrude", sessionTemplates: "Skabelon til objektsession", turnOff: "Slå fra",
  turnOffText: "Chats, der er knyttet til poster, bliver i Microsoft Teams.", turnOffTitle: "Vil du slå Microsoft Teams-chats fra?",
  uniqueName: "Entydigt navn", users: "Brugere",
};

const JA = {
  ...EN, accountManager: "アカウント マネージャー:", accounts: "取引先企業", add: "追加", addRecordTypes: "レコード タイプの追加",
  allowTitle: "このレコード タイプへのチャットの接続を許可する", apps: "アプリ起動ツール", appName: "Copilot Service 管理センター", attributeName: "属性名", calendar: "予定表",
  cancel: "キャンセル", caseIntro: "サポート案件の紹介メッセージ", cases: "サポート案件", chatPane: "チャットとチャネル", chooseRecordType: "レコード タイプの選択", close: "閉じる",
  collaboration: "コラボレーション", commands: "コマンド", connectChats: "チャットを Dynamics 365 レコードに接続する", connectorCan: "チャットの接続者はチャットを切断できる",
  consentTitle: "要求されているアクセス許可", customerSupport: "顧客サポート", disconnecting: "チャットの切断", editInRoles: "セキュリティ ロールの設定で編集する",
  embeddedChat: "Teams を使用した埋め込みチャット", embeddedChatText: "担当者が作業中のレコードから Microsoft Teams でチャットできるようにします。", experience: "サポート エクスペリエンス",
  failed: "問題が発生しました。", globalCommands: "グローバル コマンド", help: "ヘルプ", home: "ホーム", includeNote: "メモを含める", insights: "分析情報", joinChat: "チャットに参加",
  keyUpdates: "主要な更新に関する通知を受け取る", knowledge: "サポート情報", loading: "読み込み中…", manage: "管理", manageSettings: "設定の管理:", moreSettings: "その他の設定", name: "名前",
  newRecord: "新規", no: "いいえ", noPermission: "これらの設定を変更するアクセス許可がありません。", note: "メモ", off: "オフ", on: "オン", operations: "運用",
  ownerCan: "レコードの所有者はチャットを切断できる", pageTitle: "Microsoft Teams のコラボレーションとチャット", pageText: "担当者は作業中のレコードから Teams でチャットできます。",
  productivity: "生産性", profiles: "サポート エクスペリエンス プロファイル", queues: "キュー", quickFind: "簡易検索", recordType: "レコード タイプ", refresh: "最新の情報に更新", remove: "削除",
  routing: "ルーティング", save: "保存", saved: "設定が保存されました。", scheduling: "サービスのスケジュール設定", scopeAll: "すべての Dynamics 365 アプリで有効にする",
  scopeSelected: "選択した Dynamics 365 アプリで有効にする", search: "検索", setWho: "チャットを切断できるユーザーを設定する", settings: "設定", signOut: "サインアウト",
  siteMap: "サイト マップ", specificUsers: "特定のマルチセッション ユーザーに対して有効にする", stale: "レコードは他のユーザーによって変更されました。更新して再試行してください。",
  suggested: "推奨される属性", summary: "概要", sync: "Teams チャットをレコードと同期する (プレビュー)", table: "テーブル",
  turnOn: "Dynamics 365 内で Microsoft Teams チャットを有効にする", userManagement: "ユーザー管理", view: "ビュー", workspaces: "ワークスペース", yes: "はい",
  consentText: "チャットを有効にする前に、グローバル管理者がこれらのアクセス許可に同意する必要があります。", unavailable: "このページはサンドボックスには含まれていません。",
  addUsers: "ユーザーの追加", channelProviders: "チャネル プロバイダー", fixedProfile: "既定のプロファイルは変更できません。これを基にカスタム プロファイルを作成してください。", inbox: "受信トレイ",
  newProfile: "新しいプロファイル", noChats: "このレコードに接続されているチャットまたはチャネルはありません。", noKeyUpdates: "このレコード タイプでは、主要な更新に関する通知を利用できません。",
  notSupported: "このフィールドはサポートされていないため省略されます:", productivityPane: "生産性ペイン", sessionTemplates: "エンティティ セッション テンプレート", turnOff: "オフにする",
  turnOffText: "レコードに接続されたチャットは Microsoft Teams に残ります。", turnOffTitle: "Microsoft Teams チャットをオフにしますか?", uniqueName: "一意の名前", users: "ユーザー",
};

/** What the older generation said otherwise. */
const OLDER = {
  en: { appName: "Customer Service admin center", experience: "Agent experience", profiles: "Agent experience profiles" },
  fr: {
    appName: "centre d’administration Customer Service", experience: "Expérience de l’agent", profiles: "Profils d’expérience d’agent",
    connectChats: "Connecter les conversations à des enregistrements Dynamics 365", joinChat: "Rejoindre la conversation instantanée",
    connectorCan: "Le connecteur de conversation instantanée peut déconnecter la conversation",
    ownerCan: "Le propriétaire de l’enregistrement peut déconnecter les conversations instantanées",
    pageTitle: "Conversation instantanée et collaboration à l’aide de Microsoft Teams", turnOn: "Activer les conversations Microsoft Teams dans Dynamics 365",
  },
  da: { appName: "Customer Service Administration", experience: "Medarbejderoplevelse", profiles: "Profiler for medarbejderoplevelse" },
  ja: { appName: "Customer Service 管理センター", experience: "エージェント エクスペリエンス", profiles: "エージェント エクスペリエンス プロファイル" },
};

const LANGUAGES = { en: EN, fr: FR, da: DA, ja: JA };
const BY_LCID = { 1033: "en", 1030: "da", 1036: "fr", 1041: "ja" };

/** The user's own language wins; without one the page falls back to what the server was started with. */
export const language = (lcid, fallback) => BY_LCID[lcid] ?? (LANGUAGES[fallback] ? fallback : "en");

export const labelsFor = (lang, generation) =>
  generation === "2023" ? { ...LANGUAGES[lang], ...OLDER[lang] } : LANGUAGES[lang];

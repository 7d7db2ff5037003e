// What the Sales app's settings say, in four languages. English is as documented; Danish is as the product's Danish
// documentation has it, mistranslations included; French and Japanese are renderings of our own.

const EN = {
  app: "Sales", home: "Home", settings: "Settings", title: "Sales agent admin settings", loading: "Loading…", hello: "Welcome to Sales",
  sections: ["Copilot AI", "Collaboration spaces", "Access settings", "Save to (CRM)", "Forms", "Custom AI instructions", "Features"], connectors: "Connectors", nothing: "Choose a section to change its settings.",
  agentConnections: "Agent connections", salesforce: "Salesforce", other: "Fabrikam CRM", intro: "Let agents read data of your CRM in the background.", turnOn: "Turn on access", save: "Save", saved: "Saved",
  on: "On", off: "Off", busy: "We're working on the connection. This can take a few minutes.", details: "Connection details", appName: "App", userName: "Integration user", reconnect: "Reconnect",
  trouble: { fields: "The agent is configured to use fields that this connection can't read. Select Reconnect to recreate the connection.", broken: "The connection isn't working. Select Reconnect to recreate the connection.", failed: "We couldn't establish the connection: a connection to this Salesforce environment already exists. Select Reconnect to try again." },
  apps: ["Mail", "Calendar", "Chat"], failed: "Something went wrong.",
};

const DA = {
  ...EN, app: "Salg", home: "Start", settings: "Indstillinger", title: "Administratorindstillinger for salgsappen", loading: "Indlæser…", hello: "Velkommen til Salg",
  sections: ["Copilot AI", "Samarbejdsområder", "Adgangsindstillinger", "Gem i (CRM)", "Formularer", "Brugerdefinerede AI-instruktioner", "Funktioner"], nothing: "Vælg et afsnit for at ændre dets indstillinger.",
  agentConnections: "Helpdesk-medarbejderforbindelser", intro: "Lad helpdesk-medarbejdere læse data i CRM-systemet i baggrunden.", turnOn: "Aktivér adgang til", save: "Gem", saved: "Gemt", on: "Til", off: "Fra",
  busy: "Vi arbejder på forbindelsen. Det kan tage et par minutter.", details: "Forbindelsesoplysninger", appName: "App", userName: "Integrationsbruger", reconnect: "Opret forbindelse igen",
  trouble: { fields: "Helpdesk-medarbejderen er konfigureret til felter, som denne forbindelse ikke kan læse. Vælg Opret forbindelse igen for at genoprette forbindelsen.", broken: "Forbindelsen fungerer ikke. Vælg Opret forbindelse igen for at genoprette forbindelsen.", failed: "Forbindelsen kunne ikke etableres: Der findes allerede en forbindelse til dette Salesforce-miljø. Vælg Opret forbindelse igen for at prøve igen." },
  apps: ["Mail", "Kalender", "Chat"], failed: "Noget gik galt.",
};

const FR = {
  ...EN, app: "Ventes", home: "Accueil", settings: "Paramètres", title: "Paramètres administrateur de l’agent de vente", loading: "Chargement…", hello: "Bienvenue dans Ventes",
  sections: ["IA Copilot", "Espaces de collaboration", "Paramètres d’accès", "Enregistrer dans (CRM)", "Formulaires", "Instructions d’IA personnalisées", "Fonctionnalités"], connectors: "Connecteurs", nothing: "Choisissez une section pour modifier ses paramètres.",
  agentConnections: "Connexions d’agent", intro: "Permettez aux agents de lire les données de votre CRM en arrière-plan.", turnOn: "Activer l’accès", save: "Enregistrer", saved: "Enregistré", on: "Activé", off: "Désactivé",
  busy: "Nous travaillons sur la connexion. Cela peut prendre quelques minutes.", details: "Détails de la connexion", appName: "Application", userName: "Utilisateur d’intégration", reconnect: "Se reconnecter",
  trouble: { fields: "L’agent est configuré pour des champs que cette connexion ne peut pas lire. Sélectionnez Se reconnecter pour recréer la connexion.", broken: "La connexion ne fonctionne pas. Sélectionnez Se reconnecter pour recréer la connexion.", failed: "La connexion n’a pas pu être établie : une connexion à cet environnement Salesforce existe déjà. Sélectionnez Se reconnecter pour réessayer." },
  apps: ["Courrier", "Calendrier", "Conversation"], failed: "Une erreur s’est produite.",
};

const JA = {
  ...EN, app: "営業", home: "ホーム", settings: "設定", title: "営業エージェントの管理者設定", loading: "読み込んでいます…", hello: "営業へようこそ",
  sections: ["Copilot AI", "コラボレーション スペース", "アクセス設定", "保存先 (CRM)", "フォーム", "カスタム AI 指示", "機能"], connectors: "コネクタ", nothing: "設定を変更するセクションを選択してください。",
  agentConnections: "エージェント接続", intro: "エージェントがバックグラウンドで CRM のデータを読み取れるようにします。", turnOn: "アクセスを有効にする", save: "保存", saved: "保存しました", on: "オン", off: "オフ",
  busy: "接続を処理しています。数分かかることがあります。", details: "接続の詳細", appName: "アプリ", userName: "統合ユーザー", reconnect: "再接続",
  trouble: { fields: "この接続では読み取れない項目を使用するようにエージェントが構成されています。[再接続] を選択して接続を作り直してください。", broken: "接続が機能していません。[再接続] を選択して接続を作り直してください。", failed: "接続を確立できませんでした。この Salesforce 環境への接続が既に存在します。[再接続] を選択してもう一度お試しください。" },
  apps: ["メール", "予定表", "チャット"], failed: "問題が発生しました。",
};

export const labelsFor = (locale) => ({ en: EN, fr: FR, da: DA, ja: JA })[locale] ?? EN;

// What Partner Center and the Power Platform admin center say, in four languages. English and French are as published
// for the products where they are; Danish and Japanese are renderings of our own, since none are published.

const EN = {
  appUsers: "Application users", applicationId: "Application (client) ID", authentication: "Authentication",
  authentications: [["azureAD", "Microsoft Entra ID"], ["office365", "Office 365"]], businessUnit: "Business unit", cancel: "Cancel", check: "Check this field:", connect: "Connect",
  connectionDetails: "Connection details", contactEmail: "Contact email", customerLeads: "Customer leads", clientSecret: "Client secret",
  destination: "Lead destination", destinations: [["blob", "Azure blob"], ["table", "Azure table"], ["dynamics", "Dynamics 365 Customer Engagement"], ["email", "Email"], ["httpsEndpoint", "HTTPS endpoint"], ["marketo", "Marketo"], ["salesforce", "Salesforce"]],
  directoryId: "Directory ID", draft: "Draft", edit: "Edit", editRoles: "Edit security roles", environments: "Environments", failed: "Something went wrong.",
  inheritance: "Member's privilege inheritance", inheritances: ["Team privileges only", "Direct User (Basic) access level and Team privileges"], invalid: "We couldn't validate the connection.",
  leadsText: "Choose where we send the contacts of customers who show interest in your offer.", live: "Live", loading: "Loading…", name: "Name", newAppUser: "New app user", noOffer: "There is no such offer.",
  offerSetup: "Offer setup", offers: "Offers", ok: "OK", password: "Password", privileges: "Privileges", review: "Review and publish", role: "Security role", roles: "Security roles", save: "Save",
  saveClose: "Save and close", settings: "Settings", showAll: "Show all tables", state: "Status", tables: "Tables", url: "URL", userName: "User name", users: "Users", usersPermissions: "Users + permissions",
  valid: "Validation succeeded. A test lead was sent to your lead destination.", validate: "Validate", validating: "Validating…", states: ["Active", "Inactive"],
};

const FR = {
  ...EN, appUsers: "Utilisateurs de l’application", applicationId: "ID de l'application (client)", authentication: "Authentification",
  businessUnit: "Division", cancel: "Annuler", check: "Vérifiez ce champ :", connect: "Connecter", connectionDetails: "Détails de la connexion", contactEmail: "E-mail de contact",
  customerLeads: "Prospects clients", clientSecret: "Clé secrète client", destination: "Destination des prospects",
  destinations: [["blob", "Objet blob Azure"], ["table", "Table Azure"], ["dynamics", "Dynamics 365 Customer Engagement"], ["email", "E-mail"], ["httpsEndpoint", "Point de terminaison HTTPS"], ["marketo", "Marketo"], ["salesforce", "Salesforce"]],
  directoryId: "ID de répertoire", draft: "Brouillon", edit: "Modifier", editRoles: "Modifier les rôles de sécurité", environments: "Environnements", failed: "Une erreur s’est produite.",
  inheritance: "Héritage des privilèges du membre", inheritances: ["Privilèges d’équipe uniquement", "Niveau d’accès utilisateur direct (de base) et privilèges d’équipe"], invalid: "La connexion n’a pas pu être validée.",
  leadsText: "Choisissez où nous envoyons les contacts des clients intéressés par votre offre.", live: "En ligne", loading: "Chargement…", name: "Nom", newAppUser: "Nouvel utilisateur d’application", noOffer: "Cette offre n’existe pas.",
  offerSetup: "Configuration de l’offre", offers: "Offres", password: "Mot de passe", privileges: "Privilèges", review: "Vérifier et publier", role: "Rôle de sécurité", roles: "Rôles de sécurité", save: "Enregistrer",
  saveClose: "Enregistrer et fermer", settings: "Paramètres", showAll: "Afficher toutes les tables", state: "Statut", userName: "Nom d’utilisateur", users: "Utilisateurs", usersPermissions: "Utilisateurs + autorisations",
  valid: "Validation réussie. Un prospect de test a été envoyé à votre destination.", validate: "Valider", validating: "Validation…", states: ["Actif", "Inactif"],
};

const DA = {
  ...EN, appUsers: "Programbrugere", applicationId: "Program-id (klient)", authentication: "Godkendelse", businessUnit: "Afdeling", cancel: "Annuller", check: "Kontrollér dette felt:", connect: "Opret forbindelse",
  connectionDetails: "Forbindelsesoplysninger", contactEmail: "Kontaktmail", customerLeads: "Kundeemner", clientSecret: "Klienthemmelighed", destination: "Destination for kundeemner",
  directoryId: "Mappe-id", draft: "Kladde", edit: "Rediger", editRoles: "Rediger sikkerhedsroller", environments: "Miljøer", failed: "Noget gik galt.",
  inheritance: "Medlemmets nedarvning af rettigheder", inheritances: ["Kun teamrettigheder", "Direkte bruger (grundlæggende) adgangsniveau og teamrettigheder"], invalid: "Forbindelsen kunne ikke valideres.",
  leadsText: "Vælg, hvor vi sender kontaktoplysninger på kunder, der viser interesse for dit tilbud.", live: "Live", loading: "Indlæser…", name: "Navn", newAppUser: "Ny appbruger", noOffer: "Tilbuddet findes ikke.",
  offerSetup: "Konfiguration af tilbud", offers: "Tilbud", password: "Adgangskode", privileges: "Rettigheder", review: "Gennemse og publicer", role: "Sikkerhedsrolle", roles: "Sikkerhedsroller", save: "Gem",
  saveClose: "Gem og luk", settings: "Indstillinger", showAll: "Vis alle tabeller", state: "Status", tables: "Tabeller", url: "URL-adresse", userName: "Brugernavn", users: "Brugere", usersPermissions: "Brugere + tilladelser",
  valid: "Valideringen lykkedes. Et testkundeemne blev sendt til destinationen.", validate: "Valider", validating: "Validerer…", states: ["Aktiv", "Inaktiv"],
};

const JA = {
  ...EN, appUsers: "アプリケーション ユーザー", applicationId: "アプリケーション (クライアント) ID", authentication: "認証", businessUnit: "部署", cancel: "キャンセル", check: "この項目を確認してください:", connect: "接続",
  connectionDetails: "接続の詳細", contactEmail: "連絡先の電子メール", customerLeads: "潜在顧客", clientSecret: "クライアント シークレット", destination: "潜在顧客の送信先", directoryId: "ディレクトリ ID", draft: "下書き", edit: "編集",
  editRoles: "セキュリティ ロールの編集", environments: "環境", failed: "問題が発生しました。", inheritance: "メンバーの特権の継承", inheritances: ["チーム特権のみ", "直接ユーザー (基本) アクセス レベルとチーム特権"], invalid: "接続を検証できませんでした。",
  leadsText: "オファーに関心を示した顧客の連絡先の送信先を選びます。", live: "ライブ", loading: "読み込んでいます…", name: "名前", newAppUser: "新しいアプリ ユーザー", noOffer: "このオファーは存在しません。", offerSetup: "オファーのセットアップ", offers: "オファー",
  password: "パスワード", privileges: "特権", review: "確認して公開", role: "セキュリティ ロール", roles: "セキュリティ ロール", save: "保存", saveClose: "保存して閉じる", settings: "設定", showAll: "すべてのテーブルを表示", state: "状態", tables: "テーブル",
  userName: "ユーザー名", users: "ユーザー", usersPermissions: "ユーザーとアクセス許可", valid: "検証に成功しました。テスト用の潜在顧客を送信しました。", validate: "検証", validating: "検証しています…", states: ["アクティブ", "非アクティブ"],
};

/** Until 2023 the section had another name, and Entra too. */
const OLDER = {
  en: { customerLeads: "Lead management" }, fr: { customerLeads: "Gestion des prospects" }, da: { customerLeads: "Administration af kundeemner" }, ja: { customerLeads: "潜在顧客の管理" },
};
const AZURE = [["azureAD", "Azure Active Directory"], ["office365", "Office 365"]];

export function labelsFor(locale, generation) {
  const own = { en: EN, fr: FR, da: DA, ja: JA }[locale] ?? EN;
  return generation === "2023" ? { ...own, ...OLDER[locale], authentications: AZURE } : own;
}

//! What the portal calls its controls: sets of names over languages and product generations, as published.
//!
//! Danish and Japanese names of these controls are not published, so those pages are read by attributes and position.
//! Names are given as published; the content script folds case, apostrophes, spaces and state suffixes on both sides.

/// "Turn on Microsoft Teams chats inside Dynamics 365": English, and French in its three renderings.
pub const TURN_ON: &[&str] = &[
    "Turn on Microsoft Teams chats inside Dynamics 365",
    "Activer les conversations Microsoft Teams dans Dynamics 365",
    "Activer les conversations instantanées Microsoft Teams dans Dynamics 365",
    "Activez les Microsoft Teams chats dans Dynamics 365",
];

/// "Sync Teams chats with records (Preview)" (S003-105).
pub const TIMELINE: &[&str] = &[
    "Sync Teams chats with records (Preview)",
    "Sync Teams chats with records",
    "Synchroniser les conversations instantanées Teams avec les enregistrements (version préliminaire)",
];

/// "Turn on for all Dynamics 365 apps" (S003-32).
pub const SCOPE_ALL: &[&str] = &[
    "Turn on for all Dynamics 365 apps",
    "Activer pour toutes les applications Dynamics 365",
];

/// "Turn on for selected Dynamics 365 apps" (S003-33).
pub const SCOPE_SELECTED: &[&str] = &[
    "Turn on for selected Dynamics 365 apps",
    "Activer pour les applications Dynamics 365 sélectionnées",
];

/// "Turn on for specific multisession users", the section with the Manage button of the profiles (S003-40).
pub const PROFILES: &[&str] = &[
    "Turn on for specific multisession users",
    "Activer pour des utilisateurs multisession spécifiques",
];

/// "Microsoft Teams" in a profile's productivity pane (S003-41): the product's name, the same in every language.
pub const TEAMS: &[&str] = &["Microsoft Teams"];

/// "Record owner can disconnect chats" (S003).
pub const OWNER_DISCONNECT: &[&str] = &[
    "Record owner can disconnect chats",
    "Le propriétaire de l’enregistrement peut déconnecter les conversations instantanées",
    "Le propriétaire de l’enregistrement peut déconnecter la conversation instantanée",
];

/// "Chat connector can disconnect chat", once "Chat creator can disconnect chat" (S003).
pub const CONNECTOR_DISCONNECT: &[&str] = &[
    "Chat connector can disconnect chat",
    "Chat creator can disconnect chat",
    "Le connecteur de conversation instantanée peut déconnecter la conversation",
    "Le connecteur de conversation peut déconnecter la conversation",
    "Le créateur de la conversation instantanée peut la déconnecter",
];

/// The site map's "Collaboration".
pub const COLLABORATION: &[&str] = &["Collaboration", "Samarbejde"];

/// "Embedded chat using Teams", the section with the Manage button.
pub const EMBEDDED_CHAT: &[&str] = &[
    "Embedded chat using Teams",
    "Conversation instantanée intégrée à l’aide de Teams",
];

/// Partner Center's button of *Customer leads*: *Connect*, and *Edit* once something is connected (S004-44).
pub const PC_CONNECT: &[&str] = &[
    "Connect",
    "Edit",
    "Connecter",
    "Modifier",
    "Opret forbindelse",
    "Rediger",
    "接続",
    "編集",
];

/// "Connection details" (S004-45).
pub const PC_DETAILS: &[&str] = &[
    "Connection details",
    "Détails de la connexion",
    "Forbindelsesoplysninger",
    "接続の詳細",
];

/// The list of lead destinations.
pub const PC_DESTINATION: &[&str] = &[
    "Lead destination",
    "Choose a lead destination",
    "Destination des prospects",
    "Destination for kundeemner",
    "潜在顧客の送信先",
    "リードの宛先",
];

/// The article's destination: the same in every language, once "Dynamics CRM Online" (S004-45).
pub const PC_DYNAMICS: &[&str] = &["Dynamics 365 Customer Engagement", "Dynamics CRM Online"];

/// "URL" (S004-46).
pub const PC_URL: &[&str] = &["URL", "URL-adresse", "Instance URL"];

/// "Authentication" (S004-47).
pub const PC_AUTHENTICATION: &[&str] = &["Authentication", "Authentification", "Godkendelse", "認証"];

/// "Microsoft Entra ID", once "Azure Active Directory" (S004-47).
pub const PC_ENTRA: &[&str] = &["Microsoft Entra ID", "Azure Active Directory", "Azure AD"];

/// "Office 365" (S004-47).
pub const PC_OFFICE: &[&str] = &["Office 365"];

/// "Application (client) ID", once "Application ID" (S004-48).
pub const PC_APPLICATION: &[&str] = &[
    "Application (client) ID",
    "Application ID",
    "ID de l’application (client)",
    "ID d’application (client)",
    "Program-id (klient)",
    "アプリケーション (クライアント) ID",
];

/// "Directory ID" (S004-48).
pub const PC_DIRECTORY: &[&str] = &[
    "Directory ID",
    "ID de répertoire",
    "ID d’annuaire",
    "Mappe-id",
    "ディレクトリ ID",
];

/// "Client secret", once "Application key" (S004-48).
pub const PC_SECRET: &[&str] = &[
    "Client secret",
    "Application key",
    "Clé secrète client",
    "Secret client",
    "Klienthemmelighed",
    "クライアント シークレット",
];

/// "User name" (S004-49).
pub const PC_USER: &[&str] = &["User name", "Username", "Nom d’utilisateur", "Brugernavn", "ユーザー名"];

/// "Password" (S004-49).
pub const PC_PASSWORD: &[&str] = &["Password", "Mot de passe", "Adgangskode", "パスワード"];

/// "Contact email" (2020).
pub const PC_EMAIL: &[&str] = &[
    "Contact email",
    "E-mail de contact",
    "Kontaktmail",
    "連絡先の電子メール",
];

/// "OK" (S004-50).
pub const PC_OK: &[&str] = &["OK"];

/// "Validate" (S004-51).
pub const PC_VALIDATE: &[&str] = &["Validate", "Valider", "検証"];

/// "Customer leads", once "Lead management" (S004-44).
pub const PC_LEADS: &[&str] = &[
    "Customer leads",
    "Lead management",
    "Prospects clients",
    "Gestion des prospects",
    "Kundeemner",
    "Administration af kundeemner",
    "潜在顧客",
    "潜在顧客の管理",
];

/// What the page says when the validation has gone well. The wording is not published.
pub const PC_VALID: &[&str] = &[
    "Validation succeeded",
    "Validation successful",
    "Validation réussie",
    "Valideringen lykkedes",
    "検証に成功しました",
];

/// The state of an offer that customers can see (S004-52).
pub const PC_LIVE: &[&str] = &["Live", "En ligne", "ライブ"];

/// The state of an offer that was not published yet (S004-52).
pub const PC_DRAFT: &[&str] = &["Draft", "Brouillon", "Kladde", "下書き"];

/// What it says when it has not. The wording is not published.
pub const PC_INVALID: &[&str] = &[
    "We couldn't validate",
    "Validation failed",
    "n’a pas pu être validée",
    "Échec de la validation",
    "kunne ikke valideres",
    "検証できませんでした",
];

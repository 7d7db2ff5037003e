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
